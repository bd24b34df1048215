import LuaRuntime
import Scripting
import Testing
import WiseClient

@Suite("An error in Lua")
struct ErrorObjectTests {
    @Test("is an object whose fields a script can read")
    func fields() async throws {
        let value = try await Workshop().run(
            """
            local ok, e = pcall(wise.move, { from = "EUR", to = 200006, amount = EUR "1000000" })
            return { ok = ok, kind = e.kind, code = e.code, message = e.message, hint = e.hint, status = e.http_status,
                     retryable = e.retryable, ambiguous = e.ambiguous, text = tostring(e) }
            """)
        guard case .table(let table) = value else {
            Issue.record("no table")
            return
        }
        #expect(table["ok"] == false)
        #expect(table["kind"] == "refused")
        #expect(table["code"] == "balance.insufficient-funds")
        #expect(table["message"] == "Balance 200001 holds 18410.41 EUR, less than 1000000.00 EUR.")
        #expect(table["hint"] == "Move less, or put money into the source balance first; nothing was moved")
        #expect(table["status"] == 422)
        #expect(table["retryable"] == false)
        #expect(table["ambiguous"] == false)
        guard case .string(let text) = table["text"] else {
            Issue.record("no text")
            return
        }
        #expect(text.contains("less than 1000000.00 EUR") && !text.contains("\n"))
    }

    @Test("can be raised again and stays what it was")
    func again() async throws {
        let failure = try await Workshop().failure(
            "local ok, e = pcall(wise.open_balance, { currency = 'EUR' }) assert(not ok) error(e)")
        #expect(failure.raised?.kind == "conflict" || failure.raised?.kind == "refused")
        #expect(failure.raised?.httpStatus != nil)
    }

    @Test("after which nothing is known is ambiguous, and the journal says so")
    func unknown() async throws {
        let workshop = try Workshop()
        let failure = try await workshop.failure(
            """
            sim.fault{ route = "moveBetweenBalances", kind = "connection_reset", times = 100 }
            wise.move{ from = "EUR", to = 200006, amount = EUR "1.00" }
            """)
        let raised = try #require(failure.raised)
        #expect(raised.kind == "outcome_unknown")
        #expect(raised.ambiguous)
        #expect(raised.hint != nil)
        let entries = await workshop.journal.entries
        #expect(entries.count == 1)
        guard case .unknown = entries.first?.outcome else {
            Issue.record("\(String(describing: entries.first?.outcome))")
            return
        }
    }

    @Test(
        "of kind rate_limited or server is worth another try",
        arguments: [("rate_limited", "rate_limited", 429), ("server_error", "server", 500)])
    func retryable(fault: String, kind: String, status: Int) async throws {
        let raised = try #require(
            try await Workshop().failure(
                "wise.profile() sim.fault{ route = 'listCurrencies', kind = '\(fault)', times = 100 } wise.currencies()"
            ).raised)
        #expect(raised.kind == kind)
        #expect(raised.httpStatus == status)
        #expect(raised.retryable && !raised.ambiguous)
        #expect(raised.hint != nil)
    }
}

@Suite("A fault on the way")
struct FaultTests {
    @Test("that loses the answer of a move does not move twice")
    func answerLost() async throws {
        let workshop = try Workshop()
        let value = try await workshop.run(
            """
            local me = wise.profile()
            local jar = me:jar { name = "Reserve", currency = "EUR" }
            local before, held, entries = me:balance("EUR").amount, jar.amount, sim.check().entries
            sim.fault { route = "moveBetweenBalances", kind = "answer_lost" }
            local movement = me:move { from = "EUR", to = jar, amount = EUR "25.00" }
            local statement = me:statement { balance = "EUR", from = "2026-11-02", to = "2026-11-02" }
            local after
            for _, balance in ipairs(movement.balances_after) do
              if balance.id == jar.id then after = balance.amount end
            end
            local lines = 0
            for _, line in ipairs(statement.lines) do
              if line.amount == EUR "-25.00" then lines = lines + 1 end
            end
            return { left = before - me:balance("EUR").amount, arrived = me:balance(jar.id).amount - held,
                     entries = sim.check().entries - entries, balanced = sim.check().balanced, lines = lines,
                     amount = movement.source_amount, after = after - held }
            """)
        guard case .table(let table) = value else {
            Issue.record("no table")
            return
        }
        let moved = try await workshop.run("return EUR '25.00'")
        for field in ["left", "arrived", "amount", "after"] { #expect(table[field] == moved, "\(field)") }
        #expect(table["entries"] == 1)
        #expect(table["lines"] == 1)
        #expect(table["balanced"] == true)
        #expect(workshop.requests().count { $0.hasPrefix("POST /v2/profiles/28891001/balance-movements") } == 2)
        let entries = await workshop.journal.entries
        #expect(entries.count == 1, "one intent, sent twice with one key")
        guard case .succeeded = entries.first?.outcome else {
            Issue.record("\(String(describing: entries.first?.outcome))")
            return
        }
    }

    @Test("that loses the answer of a conversion converts once, also when it strikes again", arguments: 1...3)
    func conversion(times: Int) async throws {
        let value = try await Workshop().run(
            """
            local me = wise.profile()
            local entries = sim.check().entries
            local quote = me:quote { source = EUR "100.00", target = "GBP" }
            sim.fault { route = "moveBetweenBalances", kind = "answer_lost", times = \(times) }
            local movement = me:convert(quote)
            check(movement.target_amount == quote.target_amount, "another amount arrived")
            return sim.check().entries - entries
            """)
        #expect(value == 1)
    }

    @Test(
        "on a read is tried again", arguments: ["rate_limited", "server_error", "unavailable", "connection_reset", "answer_lost"])
    func reads(kind: String) async throws {
        let workshop = try Workshop()
        try await workshop.run("wise.profile() sim.fault{ route = 'listBalances', kind = '\(kind)', times = 2 }")
        _ = workshop.requests()
        #expect(try await workshop.run("return #wise.balances()") == 8)
        #expect(workshop.requests().count == 3)
    }

    @Test("that hits opening a jar opens one", arguments: ["answer_lost", "connection_reset", "server_error"])
    func jar(kind: String) async throws {
        let value = try await Workshop().run(
            """
            sim.fault { route = "openBalance", kind = "\(kind)" }
            wise.jar { name = "Trip", currency = "EUR", create = true }
            local count = 0
            for _, balance in ipairs(wise.balances { types = { "SAVINGS" } }) do
              if balance.name == "Trip" then count = count + 1 end
            end
            return count
            """)
        #expect(value == 1)
    }
}
