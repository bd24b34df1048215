import Signing
import Simulator
import Testing
import WiseAPI

@Suite("A signed one-time token")
struct SignedApprovalTests {
    @Test("is not asked for in a new world, nor where the law does not ask")
    func off() throws {
        var caller = WorldCaller()
        #expect(try caller.call(.get, caller.statementTarget()).status == 200)
        var asking = try WorldCaller.asking()
        #expect(try asking.call(.get, asking.statementTarget(WorldCaller.person)).status == 200)
        #expect(try asking.call(.get, "/v2/profiles").status == 200)
        var everywhere = try WorldCaller.asking(#""sca":"everywhere""#)
        #expect(try everywhere.call(.get, everywhere.statementTarget(WorldCaller.person)).status == 403)
    }

    @Test("opens a statement, for this one and all others for 90 days")
    func approval() throws {
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        let refusal = try caller.call(.get, target)
        let token = try refusal.demandedToken()
        #expect(refusal.body.isEmpty && refusal.headers["x-trace-id"]?.utf8.count == 32)
        let signature = try TestKey.made().signature(of: token)
        let answer = try caller.approved(.get, target, token: token, signature: signature)
        #expect(answer.status == 200 && answer.isApproved)
        #expect(try caller.call(.get, target).status == 200)
        try caller.advance(90 * 86_400 - 1)
        #expect(try caller.call(.get, target).status == 200)
        try caller.advance(1)
        #expect(try caller.call(.get, target).demandedToken() != token)
    }

    @Test("opens five minutes where the world is set so")
    func session() throws {
        var caller = try WorldCaller.asking(#""sca":"on","scaStatementWindow":"5m""#)
        let target = try caller.statementTarget()
        let token = try caller.call(.get, target).demandedToken()
        let signature = try TestKey.made().signature(of: token)
        #expect(try caller.approved(.get, target, token: token, signature: signature).status == 200)
        try caller.advance(299)
        #expect(try caller.call(.get, target).status == 200)
        try caller.advance(1)
        #expect(try caller.call(.get, target).status == 403)
    }

    @Test("is answered anew, and never with 400, when it is unknown, unsigned, signed by another key or for another request")
    func wrong() throws {
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        var tokens: [String] = [try caller.call(.get, target).demandedToken()]
        let unknown = "0c7a0f0e-8a3f-4d7c-bb0e-4a5f5f0f8f10"
        let wrong: [(token: String, signature: String?)] = [
            (unknown, try TestKey.made().signature(of: unknown)), (tokens[0], nil), (tokens[0], ""), (tokens[0], "no base 64"),
            (tokens[0], try TestKey.other().signature(of: tokens[0])), (tokens[0], try TestKey.made().signature(of: unknown)),
            ("", nil), ("x", "y"),
        ]
        for (token, signature) in wrong {
            tokens.append(try caller.approved(.get, target, token: token, signature: signature).demandedToken())
        }
        #expect(Set(tokens).count == tokens.count)
        // The last one is as good as the first would have been; and each grows old.
        let last = try #require(tokens.last)
        var later = caller
        try later.advance(3600)
        let signature = try TestKey.made().signature(of: last)
        #expect(try later.approved(.get, target, token: last, signature: signature).status == 403)
        #expect(try caller.approved(.get, target, token: last, signature: signature).status == 200)
    }

    @Test("is taken again for some minutes, then asked for anew")
    func again() throws {
        var caller = try WorldCaller.asking(#""sca":"on","scaStatementWindow":"5m""#)
        let target = try caller.statementTarget()
        let token = try caller.call(.get, target).demandedToken()
        let signature = try TestKey.made().signature(of: token)
        #expect(try caller.approved(.get, target, token: token, signature: signature).isApproved)
        try caller.advance(60)
        #expect(try caller.approved(.get, target, token: token, signature: signature).isApproved)
        try caller.advance(300)
        #expect(try caller.approved(.get, target, token: token, signature: signature).demandedToken() != token)
    }

    @Test("is asked for by HEAD too, and its refusal has a body where the world is set so")
    func shapes() throws {
        var caller = try WorldCaller.asking(#""sca":"on","scaBody":"json""#)
        let target = try caller.statementTarget()
        let refusal = try caller.call(.get, target)
        _ = try refusal.demandedToken()
        let json = try JSONValue(parsing: refusal.body)
        #expect(json["error"]?.stringValue == "Forbidden" && json["status"]?.integerValue == 403)
        #expect(json["path"]?.stringValue.map { target.hasPrefix($0) } == true)
        let head = try caller.call(.head, target)
        _ = try head.demandedToken()
        #expect(head.body.isEmpty)
    }

    @Test("is one of a profile: another profile's does not open")
    func foreign() throws {
        var caller = try WorldCaller.asking(#""sca":"everywhere""#)
        let token = try caller.call(.get, caller.statementTarget(WorldCaller.person)).demandedToken()
        let signature = try TestKey.made().signature(of: token)
        let answer = try caller.approved(.get, caller.statementTarget(), token: token, signature: signature)
        #expect(try answer.demandedToken() != token)
    }

    @Test("of a payment approves that payment alone, each time, however much else is approved")
    func highRisk() throws {
        var caller = try WorldCaller.asking()
        let key = try TestKey.made()
        let statement = try caller.statementTarget()
        let read = try caller.call(.get, statement).demandedToken()
        #expect(try caller.approved(.get, statement, token: read, signature: key.signature(of: read)).status == 200)
        func path(_ transfer: Int) -> String { "/v3/profiles/\(WorldCaller.business)/transfers/\(transfer)/payments" }
        let body = #"{"type":"BALANCE"}"#
        let token = try caller.call(.post, path(1), body).demandedToken()
        #expect(try caller.approved(.post, path(2), body, token: token, signature: key.signature(of: token)).status == 403)
        #expect(try caller.approved(.post, path(1), body, token: read, signature: key.signature(of: read)).status == 403)
        // There is no such transfer, which only somebody who is approved gets to hear.
        let heard = try caller.approved(.post, path(1), body, token: token, signature: key.signature(of: token))
        #expect(heard.status == 404)
        #expect(try caller.call(.post, path(1), body).status == 403)
        #expect(try caller.call(.post, "/v3/profiles/\(WorldCaller.person)/transfers/1/payments", body).status == 404)
    }

    @Test("does no harm where nothing is asked for")
    func elsewhere() throws {
        var caller = try WorldCaller.asking()
        let token = try caller.call(.get, caller.statementTarget()).demandedToken()
        #expect(try caller.approved(.get, "/v2/profiles", token: token, signature: nil).status == 200)
        let balances = "/v4/profiles/\(WorldCaller.business)/balances?types=STANDARD"
        #expect(try caller.approved(.get, balances, token: token, signature: "x").status == 200)
    }

    @Test("takes five keys, of 2048 bits or more, and lists no secret")
    func keys() throws {
        var caller = WorldCaller()
        for body in [#"{"pem":"none"}"#, "{}", #"{"pem":"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"}"#] {
            #expect(try caller.call(.post, "/_simulator/keys", body).status == 400)
        }
        let pem = JSONValue.object(["pem": .string(try TestKey.made().publicPEM)])
        let text = String(decoding: pem.bytes, as: UTF8.self)
        #expect(try caller.call(.post, "/_simulator/keys", text).status == 201)
        #expect(try caller.call(.post, "/_simulator/keys", text).status == 200)
        #expect(try caller.json(.get, "/_simulator/keys").arrayValue?.count == 1)
        #expect(try caller.call(.delete, "/_simulator/keys/1").status == 200)
        #expect(try caller.call(.delete, "/_simulator/keys/1").status == 404)
    }
}
