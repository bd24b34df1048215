import Money
import Simulator
import Testing
import WiseAPI

@Suite("A fault")
struct FaultTests {
    /// A caller with a jar to fill, and the body that fills it.
    private func filling() throws -> (caller: WorldCaller, jar: Balance, body: String) {
        var caller = WorldCaller()
        let euro = try caller.balance("EUR")
        let jar = try caller.balance("Reserve")
        let members = "\"sourceBalanceId\":\(euro.id),\"targetBalanceId\":\(jar.id)"
        return (caller, jar, "{\"amount\":{\"value\":1,\"currency\":\"EUR\"},\(members)}")
    }

    private func add(_ members: String, _ caller: inout WorldCaller) throws -> JSONValue {
        try caller.json(.post, "/_simulator/fault", "{\(members)}", status: 201)
    }

    @Test("says whether what it strikes takes effect, and is right", arguments: Fault.Kind.allCases)
    func honesty(kind: Fault.Kind) throws {
        var (caller, jar, body) = try filling()
        let fault = try add("\"route\":\"moveBetweenBalances\",\"kind\":\"\(kind.rawValue)\"", &caller)
        #expect(fault["effect"]?.boolValue == kind.letsEffectHappen)
        _ = try caller.move(body)
        let after = try caller.balance("Reserve").amount
        // A move has no quote: an expired one cannot stand in its way.
        let tookEffect = kind.letsEffectHappen || kind == .quoteExpired
        #expect(try after == (tookEffect ? jar.amount.adding(money("1 EUR")) : jar.amount))
        #expect(caller.world.ledgerCheck().isBalanced)
        // It strikes once.
        #expect(try caller.move(body).status == 201)
    }

    @Test(
        "befalls the answer on its way",
        arguments: [
            (Fault.Kind.answerLost, Mishap.reset), (.connectionReset, .reset), (.bodyReset, .resetInBody),
            (.truncatedBody, .truncation), (.slow, .delay(seconds: 5)),
        ])
    func mishaps(kind: Fault.Kind, mishap: Mishap) throws {
        var caller = WorldCaller()
        _ = try add("\"route\":\"listProfiles\",\"kind\":\"\(kind.rawValue)\"", &caller)
        let request = APIRequest(.get, "/v2/profiles", headers: ["authorization": "Bearer \(WorldCaller.token)"])
        let reply = caller.world.reply(to: request, access: .anyToken)
        #expect(reply.mishap == mishap)
        #expect(reply.arriving.status == (kind == .slow ? 200 : 0))
        if kind != .connectionReset { #expect(reply.answer.status == 200 && !reply.answer.body.isEmpty) }
    }

    @Test("gives a body that is no JSON")
    func malformed() throws {
        var caller = WorldCaller()
        _ = try add(#""route":"listProfiles","kind":"malformed_body""#, &caller)
        let answer = try caller.call(.get, "/v2/profiles")
        #expect(answer.status == 200 && !answer.body.isEmpty)
        #expect(throws: JSONError.self) { try JSONValue(parsing: answer.body) }
    }

    @Test("takes seconds where they mean something")
    func seconds() throws {
        var caller = WorldCaller()
        _ = try add(#""route":"listProfiles","kind":"slow","seconds":7"#, &caller)
        let request = APIRequest(.get, "/v2/profiles", headers: ["authorization": "Bearer \(WorldCaller.token)"])
        #expect(caller.world.reply(to: request, access: .anyToken).mishap == .delay(seconds: 7))
        for (kind, status) in [("rate_limited", 429), ("unavailable", 503)] {
            _ = try add("\"route\":\"*\",\"kind\":\"\(kind)\",\"seconds\":9", &caller)
            let answer = try caller.call(.get, "/v2/profiles")
            #expect(answer.status == status && answer.headers["retry-after"] == "9")
        }
        for members in [
            #""kind":"answer_lost","seconds":1"#, #""kind":"slow","seconds":0"#, #""kind":"slow","seconds":3601"#,
            #""kind":"slow","nth":0"#, #""kind":"slow","times":0"#,
        ] {
            #expect(try caller.call(.post, "/_simulator/fault", "{\"route\":\"*\",\(members)}").status == 400)
        }
    }

    @Test("can be followed by another: an answer is lost, its repeat is still in progress, then comes the first answer")
    func sequence() throws {
        var (caller, jar, body) = try filling()
        _ = try add(#""route":"moveBetweenBalances","kind":"answer_lost""#, &caller)
        _ = try add(#""route":"moveBetweenBalances","kind":"in_progress","nth":2"#, &caller)
        let key = caller.key()
        #expect(try caller.move(body, key: key).status == 0)
        let repeated = try caller.move(body, key: key)
        #expect(repeated.status == 409 && APIError(repeated).kind == .inProgress)
        #expect(try caller.move(body, key: key).status == 201)
        #expect(try caller.balance("Reserve").amount == jar.amount.adding(money("1 EUR")))
    }

    @Test("puts the quote that a request names out of date, or the one that it makes")
    func quotes() throws {
        var caller = WorldCaller()
        let members = #""sourceCurrency":"EUR","targetCurrency":"USD","sourceAmount":10"#
        let quote = try #require(try caller.quote(members).id)
        _ = try add(#""route":"moveBetweenBalances","kind":"quote_expired""#, &caller)
        let before = try caller.balance("EUR").amount
        let refused = try caller.move("{\"quoteId\":\"\(quote)\"}")
        #expect(refused.status == 422 && refused.code == "quote.expired")
        #expect(try caller.balance("EUR").amount == before)
        _ = try add(#""route":"createQuote","kind":"quote_expired""#, &caller)
        #expect(try caller.quote(members).status == .expired)
        #expect(try caller.quote(members).status == .pending)
    }

    @Test("asks for strong customer authentication, and a signature satisfies it")
    func approval() throws {
        var (caller, _, body) = try filling()
        let pem = JSONValue.object(["pem": .string(try TestKey.made().publicPEM)])
        try caller.call(.post, "/_simulator/keys", String(decoding: pem.bytes, as: UTF8.self))
        _ = try add(#""route":"moveBetweenBalances","kind":"sca_demanded""#, &caller)
        let key = caller.key()
        let token = try caller.move(body, key: key).demandedToken()
        let path = "/v2/profiles/\(WorldCaller.business)/balance-movements"
        func repeated(_ signature: String) throws -> APIResponse {
            try caller.call(
                .post, path, body, key: key,
                headers: [
                    "Authorization": "Bearer \(WorldCaller.token)", "x-2fa-approval": token, "X-Signature": signature,
                ])
        }
        #expect(try repeated(try TestKey.other().signature(of: token)).status == 403)
        let answer = try repeated(try TestKey.made().signature(of: token))
        #expect(answer.status == 201 && answer.isApproved)
        #expect(try caller.move(body).status == 201)
    }

    @Test("waits in a list and can be taken back")
    func listing() throws {
        var caller = WorldCaller()
        #expect(try caller.json(.get, "/_simulator/fault").arrayValue?.isEmpty == true)
        _ = try add(#""route":"getStatement","kind":"slow","nth":3,"times":2,"seconds":4"#, &caller)
        let second = try add(#""route":"*","kind":"server_error""#, &caller)
        let listed = try #require(try caller.json(.get, "/_simulator/fault").arrayValue)
        #expect(listed.count == 2 && listed[1] == second && listed[0]["nth"]?.integerValue == 3)
        #expect(try caller.call(.delete, "/_simulator/fault/\(#require(second["id"]?.integerValue))").status == 200)
        #expect(try caller.call(.delete, "/_simulator/fault/99").status == 404)
        #expect(try caller.json(.delete, "/_simulator/fault").arrayValue?.isEmpty == true)
        #expect(try caller.call(.get, "/v2/profiles").status == 200)
    }
}
