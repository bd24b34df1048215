import LuaRuntime
import Scripting
import Testing
import WiseAPI
import WiseClient

@Suite("Recipients, transfers and activities in Lua")
struct SendingTests {
    @Test("list everything, page by page, or up to a limit")
    func lists() async throws {
        let workshop = try Workshop()
        #expect(try await workshop.run("return #wise.recipients{}") == 5)
        // Everything that happened takes several pages, the newest activities one.
        #expect(
            try await workshop.run("local n = #wise.activities{} assert(n > 100) return n == #wise.activities{ limit = n }")
                == true)
        #expect(workshop.requests().filter { $0.hasSuffix("/activities") }.count >= 4)
        #expect(try await workshop.run("return #wise.activities{ limit = 1 }") == 1)
        #expect(workshop.requests().filter { $0.hasSuffix("/activities") }.count == 1)
    }

    @Test("ask for a page when the loop gets to it")
    func iterators() async throws {
        let workshop = try Workshop()
        try await workshop.run("me = wise.profile()")
        _ = workshop.requests()
        for name in ["each_activity", "each_recipient"] {
            let first = "local first for a in me:\(name){} do first = a break end return first ~= nil"
            #expect(try await workshop.run(first) == true)
            #expect(workshop.requests().count == 1)
        }
        let count = "local n = 0 for _ in me:each_activity{} do n = n + 1 end return n == #me:activities{}"
        #expect(try await workshop.run(count) == true)
        #expect(try await workshop.run("local n = 0 for _ in wise.each_recipient() do n = n + 1 end return n") == 5)
    }

    @Test("order, pay for and follow a transfer through the gate")
    func transfer() async throws {
        let workshop = try Workshop()
        let status = try await workshop.run(
            """
            local me = wise.profile()
            local r = me:recipients { currency = "GBP", limit = 1 }[1]
            local q = me:quote { source = GBP "10", target = "GBP", pay_out = "BANK_TRANSFER" }
            local t = me:transfer { recipient = r, quote = q, reference = "INV-7" }
            assert(t.status == "incoming_payment_waiting" and t.recipient == r.id and t.quote == q.id)
            assert(t:fund().status == "COMPLETED")
            assert(t.status == "incoming_payment_waiting", "an object is a picture")
            assert(#t:payments() == 1)
            return sim.transfer_state(t, "processing").status
            """)
        #expect(status == "processing")
        #expect(
            await workshop.journal.entries.map(\.intent.route.rawValue) == [
                "createTransfer", "fundTransfer", "simulateTransferState",
            ])
    }

    @Test("refuse what is no object of theirs")
    func receivers() async throws {
        let workshop = try Workshop()
        for source in ["wise.transfers{}[1].fund(4711)", "wise.recipients{}[1].deactivate(wise.balance 'EUR')"] {
            let failure = try await workshop.failure(source)
            #expect(failure.raised?.code == "wrong_type", "\(failure)")
        }
        #expect(await workshop.journal.entries.isEmpty)
    }

    @Test("move simulated money only where all money is")
    func testBank() async throws {
        let workshop = try Workshop(isSimulator: false)
        // The last transfer was sent already: the bank's words, not ours, are the refusal.
        let state = try await workshop.failure("return sim.transfer_state(wise.transfers{}[1], 'processing')")
        #expect(state.raised?.code == "invalid_transfer_state")
        let raised = try #require(try await workshop.failure("sim.check()").raised)
        #expect(raised.code == "no_simulator")
    }

    @Test("share one approval in a window, which closes however the function ends")
    func approvalWindow() async throws {
        let workshop = try Workshop()
        #expect(try await workshop.run("return wise.sca_window(function(a) return a + 1 end, 41)") == 42)
        #expect(try await workshop.run("return wise.profile():sca_window(function() return 'in' end)") == "in")
        let failure = try await workshop.failure("wise.sca_window(function() wise.balance 'CHF' end)")
        #expect(failure.raised?.code == "no_such_balance")
        #expect(try await workshop.failure("wise.sca_window(7)").raised?.code == "wrong_type")
    }

    static let readingKeys: [String] = Surface.functions.filter { $0.effect == .reads && !$0.example.contains("transfer{") }.map(
        \.key)

    @Test("and everything else that is said to read never reaches the gate", arguments: readingKeys)
    func reading(key: String) async throws {
        let function = try #require(Surface.function(key))
        let workshop = try Workshop(policy: ReadOnlyPolicy())
        try await workshop.run(function.example)
        #expect(await workshop.journal.entries.isEmpty)
    }
}
