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
        #expect(try await workshop.run("return #wise.recipients{}") == 2)
        #expect(try await workshop.run("return #wise.activities{}") == 2)
        _ = workshop.requests()
        #expect(try await workshop.run("return #wise.activities{ limit = 1 }") == 1)
        #expect(workshop.requests().filter { $0.hasSuffix("/activities") }.count == 1)
    }

    @Test("ask for a page when the loop gets to it", arguments: ["each_activity", "each_recipient"])
    func iterators(name: String) async throws {
        let workshop = try Workshop()
        try await workshop.run("me = wise.profile()")
        _ = workshop.requests()
        #expect(try await workshop.run("local first for a in me:\(name){} do first = a break end return first ~= nil") == true)
        #expect(workshop.requests().count == 1)
        #expect(try await workshop.run("local n = 0 for _ in me:\(name){} do n = n + 1 end return n") == 2)
        #expect(workshop.requests().count == 2)
        #expect(try await workshop.run("local n = 0 for _ in wise.\(name)() do n = n + 1 end return n") == 2)
    }

    @Test("order, pay for and follow a transfer through the gate")
    func transfer() async throws {
        let workshop = try Workshop()
        let status = try await workshop.run(
            """
            local me = wise.profile()
            local r = me:recipients { limit = 1 }[1]
            local q = me:quote { source = GBP "10", target = "GBP", pay_out = "BANK_TRANSFER" }
            local t = me:transfer { recipient = r, quote = q, reference = "INV-7" }
            assert(t.status == "incoming_payment_waiting" and t.recipient == r.id and t.quote == q.id)
            assert(t:fund().status == "COMPLETED")
            assert(t.status == "incoming_payment_waiting", "an object is a picture")
            assert(#t:payments() == 1)
            return sim.transfer_state(t, "outgoing_payment_sent").status
            """)
        #expect(status == "outgoing_payment_sent")
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
        _ = try await workshop.run("return sim.transfer_state(wise.transfers{}[1], 'processing')")
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
