import Glibc
import Testing

extension Acceptance {
    @Suite("A script that would not end")
    struct InterruptionTests {
        @Test(
            "ends with 130 at Ctrl-C",
            arguments: [
                "print('started') while true do end",
                "print('started') while true do pcall(function() while true do end end) end",
                "print('started') while true do pcall(error, 'again') end",
                "print('started') local function f() return f() end f()",
                "print('started') coroutine.wrap(function() while true do end end)()",
                "print('started') while true do wise.currencies() end",
                "print('started') local s = ('a'):rep(100) while true do s:gsub('.', function() end) end",
            ])
        func interrupted(source: String) async throws {
            let household = try Household()
            let program = try household.start("run", try household.file("endless.lua", source))
            #expect(try await program.line() == "started")
            program.send(SIGINT)
            let outcome = try await program.end()
            #expect(outcome.end == .code(130))
            #expect(outcome.messages == "error: interrupted\n")
            _ = try await household.account()
        }

        @Test("ends with 130 at Ctrl-C while it waits for an answer")
        func waiting() async throws {
            let household = try Household()
            let silent = try SilentServer()
            let program = try household.start("--base-url", silent.address, "-e", "wise.balances()")
            try await silent.request()
            program.send(SIGINT)
            #expect(try await program.end().end == .code(130))
        }

        @Test("ends with 7 at Ctrl-C while an effect is under way, because nobody knows what became of it")
        func effect() async throws {
            let household = try Household()
            let silent = try SilentServer()
            let request = "{ method = 'POST', path = '/v2/profiles/1/balance-movements', body = {} }"
            let code = "pcall(wise.request, \(request)) print('on')"
            let program = try household.start("--base-url", silent.address, "-e", code)
            try await silent.request()
            program.send(SIGINT)
            let outcome = try await program.end()
            #expect(outcome.end == .code(7))
            #expect(outcome.messages.hasPrefix("error: interrupted: it is not known whether moveBetweenBalances happened"))
            #expect(!outcome.output.contains("on"))
        }

        @Test(
            "because it gathers memory is stopped with a clear error, and nothing else suffers",
            arguments: [
                "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end",
                "local s = 'x' while true do s = s .. s end",
                "local t = {} for i = 1, 1e9 do t[i] = { i } end",
                "return ('x'):rep(1e10)",
            ])
        func memory(source: String) async throws {
            let household = try Household()
            let before = try await household.account()
            let script = try household.file("memory.lua", "wise.open_balance{ currency = 'CHF' }\n" + source)
            let outcome = try await household.run("run", script)
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.hasPrefix("error: \(script):"))
            #expect(outcome.messages.contains("not enough memory") || outcome.messages.contains("larger than 64 MiB"))
            let after = try await household.account()
            #expect(after.units("CHF") == 0, "what happened before it stays")
            #expect(after.amounts.count == before.amounts.count + 1)
        }
    }
}

/// A server that takes requests and never answers.
private final class SilentServer: Sendable {
    let address: String
    private let listener: Int32

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try #require(bind(listener, $0, length) == 0 && listen(listener, 4) == 0)
                try #require(getsockname(listener, $0, &length) == 0)
            }
            return in_port_t(bigEndian: pointer.pointee.sin_port)
        }
        self.listener = listener
        self.address = "http://127.0.0.1:\(port)"
    }

    deinit { close(listener) }

    /// Waits until a request has begun to arrive; its connection stays open for as long as the server lives.
    func request() async throws {
        try await blocking { [listener] in
            let connection = accept(listener, nil, nil)
            var byte: UInt8 = 0
            try Trouble.unless(connection >= 0 && read(connection, &byte, 1) == 1, "no request came")
        }
    }
}
