import Money
import Testing
import WiseAPI
import WiseClient

@Suite("Closing a balance")
struct OperationsClosingTests {
    @Test("gives back the closed balance, or nothing where the bank answers nothing")
    func answers() async throws {
        let whole = GateTestBench(.json(200, GateTestAnswers.balance()))
        #expect(try await whole.client.closeBalance(42, of: 7)?.id == 42)
        for status in [200, 204] {
            let empty = GateTestBench(.json(status, ""))
            #expect(try await empty.client.closeBalance(42, of: 7) == nil)
            guard case .succeeded = await empty.journal.lastOutcome else {
                Issue.record("not journaled as a success")
                return
            }
        }
    }

    @Test("that finds nothing is a refusal")
    func notFound() async throws {
        let bench = GateTestBench(.json(404, ""))
        let error = await #expect(throws: ClientError.self) { try await bench.client.closeBalance(42, of: 7) }
        #expect(error?.kind == .api(.notFound) && error?.isAmbiguous == false)
    }

    @Test("is not sent again after a lost answer: no key protects it, so nobody knows")
    func lost() async throws {
        let bench = GateTestBench(.lost)
        let error = await #expect(throws: ClientError.self) { try await bench.client.closeBalance(42, of: 7) }
        #expect(error?.kind == .outcomeUnknown && error?.isAmbiguous == true)
        #expect(bench.sentKeys == [nil])
        guard case .unknown = await bench.journal.lastOutcome else {
            Issue.record("not journaled as unknown")
            return
        }
    }

    @Test("is sent again when it surely did not arrive")
    func again() async throws {
        let bench = GateTestBench(.refused, .json(204, ""))
        try await bench.client.closeBalance(42, of: 7)
        #expect(bench.sentKeys == [nil, nil])
    }
}

@Suite("What is refused before anything is sent")
struct OperationsRefusedTests {
    static let amounts: [(String, Currency, String?)] = [
        ("25.00", .eur, nil), ("0.01", .eur, nil), ("25.000", .eur, nil), ("100", .jpy, nil), ("100.0", .jpy, nil),
        ("0", .eur, "amount_not_positive"), ("0.00", .eur, "amount_not_positive"), ("-0.01", .eur, "amount_not_positive"),
        ("0.001", .eur, "amount_too_fine"), ("25.005", .eur, "amount_too_fine"), ("100.5", .jpy, "amount_too_fine"),
    ]

    @Test("an amount that is not above zero or finer than the bank moves", arguments: amounts)
    func unsendable(text: String, currency: Currency, code: String?) async throws {
        let amount = try GateTestAnswers.money(text, currency)
        guard let code else {
            #expect(throws: Never.self) { try WiseClient.checkSendable(amount) }
            return
        }
        let error = #expect(throws: ClientError.self) { try WiseClient.checkSendable(amount) }
        #expect(error?.code == code && error?.kind == .invalidRequest && error?.hint != nil)
        let bench = GateTestBench()
        let move = await #expect(throws: ClientError.self) { try await bench.client.move(amount, from: 1, to: 2, for: 7) }
        #expect(move?.code == code)
        let topUp = await #expect(throws: ClientError.self) {
            try await bench.client.topUp(TopUpRequest(profile: 7, balance: 42, amount: amount, channel: .card))
        }
        #expect(topUp?.code == code && bench.log.all.isEmpty)
    }

    @Test("a conversion by a quote without an identifier")
    func anonymousQuote() async throws {
        var object = try #require(try JSONValue(parsing: GateTestAnswers.quote).objectValue)
        object["id"] = nil
        let quote = try Quote(raw: object)
        let bench = GateTestBench()
        let first = await #expect(throws: ClientError.self) { try await bench.client.convert(quote, for: 7) }
        let second = await #expect(throws: ClientError.self) { try await bench.client.convert(quote, from: 1, to: 2, for: 7) }
        #expect(first?.code == "quote_without_id" && second == first && bench.log.all.isEmpty)
    }

    @Test("a conversion by a quote that the bank has blocked")
    func blockedQuote() async throws {
        var object = try #require(try JSONValue(parsing: GateTestAnswers.quote).objectValue)
        object["notices"] = .array([.object(["type": .string("BLOCKED"), "text": .string("Not now")])])
        let quote = try Quote(raw: object)
        let bench = GateTestBench()
        let error = await #expect(throws: ClientError.self) { try await bench.client.convert(quote, for: 7) }
        #expect(error?.code == "quote_blocked" && error?.message.contains("Not now") == true && bench.log.all.isEmpty)
    }

    static let day: Int64 = 86_400_000_000
    static let periods: [(length: Int64, code: String?)] = [
        (0, nil), (469 * day, nil), (469 * day + 1, "period_too_long"), (4000 * day, "period_too_long"), (-1, "period_reversed"),
    ]

    @Test("a statement of a reversed period or of more than 469 days", arguments: periods)
    func period(length: Int64, code: String?) async throws {
        let balance = try Balance(json: try JSONValue(parsing: GateTestAnswers.balance()))
        let start = try #require(Timestamp("2025-01-01T00:00:00Z"))
        let end = start.adding(microseconds: length)
        let answer = #"{"transactions":[],"endOfStatementBalance":{"value":0,"currency":"EUR"}}"#
        guard let code else {
            let bench = GateTestBench(.json(200, answer))
            #expect(try await bench.client.statement(of: balance, profile: 7, from: start, to: end).transactions.isEmpty)
            return
        }
        let bench = GateTestBench()
        let error = await #expect(throws: ClientError.self) {
            try await bench.client.statement(of: balance, profile: 7, from: start, to: end)
        }
        #expect(error?.code == code && error?.kind == .invalidRequest && bench.log.all.isEmpty)
    }

    @Test("a statement is asked for with its currency, its period in milliseconds, its type and its language")
    func statement() async throws {
        let balance = try Balance(json: try JSONValue(parsing: GateTestAnswers.balance()))
        let bench = GateTestBench(.json(200, #"{"transactions":[],"endOfStatementBalance":{"value":0,"currency":"EUR"}}"#))
        let start = try #require(Timestamp("2026-07-01"))
        let end = try #require(Timestamp("2026-07-31T23:59:59.999Z"))
        _ = try await bench.client.statement(of: balance, profile: 7, from: start, to: end, type: .flat, locale: "de")
        #expect(
            bench.transport.requests.first?.target == "/v1/profiles/7/balance-statements/42/statement.json?currency=EUR"
                + "&intervalStart=2026-07-01T00:00:00.000Z&intervalEnd=2026-07-31T23:59:59.999Z&type=FLAT&statementLocale=de")
    }
}

@Suite("A request of any kind")
struct OperationsRequestTests {
    @Test("that reads is sent as it is, also to a path that no operation has")
    func reading() async throws {
        let bench = GateTestBench(.json(200, #"{"a":1.50}"#), .json(200, ""))
        let answer = try await bench.client.request(.get, path: "/v1/me", query: [QueryItem("a", "b c")])
        #expect(answer.text == #"{"a":1.50}"#)
        #expect(try await bench.client.request(.head, path: "/v1/rates") == .null)
        #expect(bench.transport.requests.map(\.target) == ["/v1/me?a=b%20c", "/v1/rates"] && bench.log.all == ["send", "send"])
    }

    @Test(
        "that changes something unknown is refused",
        arguments: [
            (APIRequest.Method.post, "/v1/batches"), (.put, "/v1/rates"), (.delete, "/v2/profiles/7"),
            (.patch, "/v1/transfers/5"),
            (.post, "/_simulator/clock"), (.post, ""),
        ])
    func unknown(method: APIRequest.Method, path: String) async throws {
        let bench = GateTestBench()
        let error = await #expect(throws: ClientError.self) { try await bench.client.request(method, path: path, body: .null) }
        #expect(error?.kind == .invalidRequest && error?.code == "unknown_operation" && bench.log.all.isEmpty)
    }

    @Test("that is a known effect passes the gate with a key")
    func effect() async throws {
        let bench = GateTestBench(.json(201, GateTestAnswers.movement()))
        let body = MovementRequest.convert(quote: "q").json
        let answer = try await bench.client.request(.post, path: "/2026Q3/profiles/7/balance-movements", body: body)
        #expect(answer["id"]?.integerValue == 31)
        #expect(bench.log.all == ["intent", "send", "outcome"] && bench.sentKeys.first != .some(nil))
        #expect(bench.transport.requests.first?.path == "/2026Q3/profiles/7/balance-movements")
        #expect(bench.transport.requests.first?.body == body.bytes)
    }

    @Test("that is a known effect is refused with a query, which no effect has, rather than sent without it")
    func effectWithQuery() async throws {
        let bench = GateTestBench()
        let error = await #expect(throws: ClientError.self) {
            try await bench.client.request(.delete, path: "/v4/profiles/7/balances/42", query: [QueryItem("force", "true")])
        }
        #expect(error?.kind == .invalidRequest && error?.code == "query_not_allowed" && bench.log.all.isEmpty)
    }

    @Test("that changes something by GET passes the gate all the same")
    func effectByGet() async throws {
        let bench = GateTestBench(.json(200, SendingAnswers.transfer()))
        let path = "/v1/simulation/transfers/5/processing"
        #expect(try await bench.client.request(.get, path: path)["id"]?.integerValue == 5)
        #expect(bench.log.all == ["intent", "send", "outcome"])
        let reading = GateTestBench(policy: ReadOnlyPolicy())
        let error = await #expect(throws: ClientError.self) { try await reading.client.request(.get, path: path) }
        #expect(error?.kind == .policy && reading.transport.requests.isEmpty)
    }

    @Test("does not ask for an access token, which nobody may see")
    func token() async throws {
        let bench = GateTestBench()
        let error = await #expect(throws: ClientError.self) {
            try await bench.client.request(
                .post, path: "/oauth/token", body: .object(["grant_type": .string("client_credentials")]))
        }
        #expect(error?.code == "token_not_shown" && bench.transport.requests.isEmpty)
    }

    @Test("for a quote is no effect")
    func quote() async throws {
        let bench = GateTestBench(.json(200, GateTestAnswers.quote))
        _ = try await bench.client.request(.post, path: "/v3/profiles/7/quotes", body: .object([:]))
        #expect(bench.log.all == ["send"])
    }

    @Test("that is not answered with JSON says so")
    func noJSON() async throws {
        let bench = GateTestBench(.json(200, "%PDF-1.7"))
        let error = await #expect(throws: ClientError.self) { try await bench.client.request(.get, path: "/v1/x") }
        #expect(error?.kind == .unexpectedAnswer)
    }
}

@Suite("The control routes of a simulator")
struct OperationsControlTests {
    @Test("are asked without the gate, with a body where there is one")
    func control() async throws {
        let bench = GateTestBench(.json(200, #"{"now":"2026-01-01"}"#), .json(204, ""))
        #expect(try await bench.client.control(.get, "clock")["now"]?.stringValue == "2026-01-01")
        #expect(try await bench.client.control(.post, "clock", body: .object(["seconds": .integer(60)])) == .null)
        let requests = bench.transport.requests
        #expect(requests.map { "\($0.method.rawValue) \($0.target)" } == ["GET /_simulator/clock", "POST /_simulator/clock"])
        #expect(requests.map { $0.headers["content-type"] } == [nil, "application/json"])
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["", #"{"seconds":60}"#])
        #expect(bench.log.all == ["send", "send"])
    }

    @Test("are not found at a bank")
    func bank() async throws {
        let bench = GateTestBench(.json(404, ""))
        let error = await #expect(throws: ClientError.self) { try await bench.client.control(.get, "clock") }
        #expect(error?.kind == .api(.notFound))
    }

    @Test("that change something are not asked twice once they may have arrived; those that read are")
    func again() async throws {
        let post = GateTestBench(.lost)
        await #expect(throws: ClientError.self) { try await post.client.control(.post, "advance") }
        #expect(post.transport.requests.count == 1)
        let get = GateTestBench(.lost, .json(200, "{}"))
        #expect(try await get.client.control(.get, "clock") == .object([:]))
    }
}
