import Simulator
import Testing
import WiseAPI

@Suite("The challenges of a one-time token")
struct ChallengeTests {
    static let pin = "/v2/profiles/\(WorldCaller.business)/pin"

    private func headers(_ token: String) -> HeaderFields {
        ["Authorization": "Bearer \(WorldCaller.token)", "One-Time-Token": token]
    }

    private func verify(_ kind: String, _ body: String, _ token: String, _ caller: inout WorldCaller) throws -> APIResponse {
        try caller.call(.post, "/v1/one-time-token/\(kind)/verify", body, headers: headers(token))
    }

    @Test("are cleared by two of different kinds, and the token then opens without a signature")
    func cleared() throws {
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        let token = try caller.call(.get, target).demandedToken()
        let status = try caller.call(.get, "/v1/one-time-token/status", headers: headers(token))
        let properties = try #require(try JSONValue(parsing: status.body)["oneTimeTokenProperties"])
        #expect(properties["oneTimeToken"]?.stringValue == token && properties["validity"]?.integerValue == 3600)
        #expect(properties["actionType"]?.stringValue == "BALANCE__GET_STATEMENT")
        #expect(properties["challenges"]?.arrayValue?.count == 2)
        let triggered = try caller.call(.post, "/v1/one-time-token/sms/trigger", headers: headers(token))
        #expect(try JSONValue(parsing: triggered.body)["obfuscatedPhoneNo"]?.stringValue?.hasPrefix("***") == true)
        #expect(try verify("sms", #"{"otpCode":"111111"}"#, token, &caller).status == 200)
        // Another way to the same telephone proves nothing more.
        #expect(try verify("voice", #"{"otpCode":"111111"}"#, token, &caller).status == 200)
        #expect(try caller.approved(.get, target, token: token, signature: nil).status == 403)
        let last = try verify("facemap", #"{"faceMap":"111111"}"#, token, &caller)
        #expect(try JSONValue(parsing: last.body)["oneTimeTokenProperties"]?["challenges"]?.arrayValue?.isEmpty == true)
        #expect(try caller.approved(.get, target, token: token, signature: nil).isApproved)
    }

    @Test("that fail five times in a row block new tokens for a quarter of an hour")
    func blocked() throws {
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        let token = try caller.call(.get, target).demandedToken()
        for _ in 1...4 { #expect(try verify("sms", #"{"otpCode":"000000"}"#, token, &caller).status == 400) }
        #expect(try verify("sms", #"{"otpCode":"111111"}"#, token, &caller).status == 200)
        for _ in 1...5 { #expect(try verify("sms", #"{"otpCode":"000000"}"#, token, &caller).status == 400) }
        #expect(try verify("sms", #"{"otpCode":"111111"}"#, token, &caller).status == 403)
        let blocked = try caller.call(.get, target)
        #expect(blocked.status == 403 && blocked.headers["x-2fa-approval"] == nil)
        try caller.advance(899)
        #expect(try caller.call(.get, target).headers["x-2fa-approval"] == nil)
        try caller.advance(1)
        _ = try caller.call(.get, target).demandedToken()
    }

    @Test("have a PIN among them when the profile has one")
    func pin() throws {
        var caller = try WorldCaller.asking()
        #expect(try caller.call(.delete, Self.pin).status == 404)
        for body in [#"{"pin":"12345"}"#, #"{"pin":"12a4"}"#, "{}", "eyJlbmMiOiJBMjU2R0NNIiwi"] {
            #expect(try caller.call(.post, Self.pin, body).status == 400)
        }
        #expect(try caller.call(.post, Self.pin, #"{"pin":"4711"}"#).status == 200)
        #expect(try caller.call(.post, Self.pin, #"{"pin":"4711"}"#).status == 409)
        let target = try caller.statementTarget()
        let token = try caller.call(.get, target).demandedToken()
        let wrong = try caller.call(.post, "\(Self.pin)/verify", #"{"pin":"4712"}"#, headers: headers(token))
        #expect(wrong.status == 400)
        let right = try caller.call(.post, "\(Self.pin)/verify", #"{"pin":"4711"}"#, headers: headers(token))
        #expect(try right.status == 200 && JSONValue(parsing: right.body)["oneTimeToken"]?.stringValue == token)
        #expect(try verify("whatsapp", #"{"otpCode":"111111"}"#, token, &caller).status == 200)
        #expect(try caller.approved(.get, target, token: token, signature: nil).status == 200)
        #expect(try caller.call(.delete, Self.pin).status == 204)
        let later = try caller.call(.post, "\(Self.pin)/verify", #"{"pin":"4711"}"#, headers: headers(token))
        #expect(later.status == 404)
    }

    @Test("open a session for everything of low risk, by answers or by a signature")
    func session() throws {
        let path = "/v2/profiles/\(WorldCaller.business)/sca-sessions/authorise"
        var caller = try WorldCaller.asking()
        let target = try caller.statementTarget()
        let begun = try caller.json(.post, path)
        let token = try #require(begun["oneTimeTokenProperties"]?["oneTimeToken"]?.stringValue)
        var signing = caller
        #expect(try verify("sms", #"{"otpCode":"111111"}"#, token, &caller).status == 200)
        #expect(
            try verify("partner-device-fingerprint", #"{"deviceFingerprint":"111111"}"#, token, &caller).status == 200)
        #expect(try caller.call(.get, target).status == 200)
        try caller.advance(300)
        #expect(try caller.call(.get, target).status == 403)
        let signature = try TestKey.made().signature(of: token)
        #expect(try signing.approved(.get, target, token: token, signature: signature).isApproved)
        #expect(try signing.call(.get, target).status == 200)
    }

    /// Each kind of challenge with the member that answers it.
    static let kinds = [
        ("sms", "otpCode"), ("whatsapp", "otpCode"), ("voice", "otpCode"), ("facemap", "faceMap"),
        ("partner-device-fingerprint", "deviceFingerprint"), ("pin", "pin"),
    ]

    @Test("are passed by the right answer to each kind and not by a wrong one", arguments: kinds)
    func everyKind(kind: String, member: String) throws {
        var caller = try WorldCaller.asking()
        #expect(try caller.call(.post, Self.pin, #"{"pin":"1111"}"#).status == 200)
        let token = try caller.call(.get, caller.statementTarget()).demandedToken()
        let right = kind == "pin" ? "1111" : "111111"
        #expect(try verify(kind, "{\"\(member)\":\"2222\"}", token, &caller).status == 400)
        #expect(try verify(kind, "{\"\(member)\":\"\(right)\"}", token, &caller).status == 200)
        #expect(try verify(kind, "{\"\(member)\":\"\(right)\"}", "no token", &caller).status == 404)
    }

    @Test("that go by telephone are sent there, for a token that is known", arguments: ["sms", "whatsapp", "voice"])
    func telephone(kind: String) throws {
        var caller = try WorldCaller.asking()
        let token = try caller.call(.get, caller.statementTarget()).demandedToken()
        let path = "/v1/one-time-token/\(kind)/trigger"
        let sent = try caller.call(.post, path, headers: headers(token))
        #expect(try JSONValue(parsing: sent.body)["obfuscatedPhoneNo"]?.stringValue?.hasPrefix("***") == true)
        #expect(try caller.call(.post, path).status == 400)
    }

    @Test("are a 404 for a token that is not known or too old, and a 400 without one")
    func unknown() throws {
        var caller = try WorldCaller.asking()
        #expect(try caller.call(.get, "/v1/one-time-token/status").status == 400)
        let none = "0c7a0f0e-8a3f-4d7c-bb0e-4a5f5f0f8f10"
        #expect(try caller.call(.get, "/v1/one-time-token/status", headers: headers(none)).status == 404)
        let token = try caller.call(.get, caller.statementTarget()).demandedToken()
        #expect(try caller.call(.post, "/v1/one-time-token/pin/trigger", headers: headers(token)).status == 404)
        try caller.advance(3600)
        #expect(try caller.call(.get, "/v1/one-time-token/status", headers: headers(token)).status == 404)
    }
}
