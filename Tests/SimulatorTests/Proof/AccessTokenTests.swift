import Signing
import Simulator
import Testing
import WiseAPI

@Suite("Access tokens")
struct AccessTokenTests {
    private func ask(_ form: String, _ caller: inout WorldCaller, client: String? = "client:secret") throws -> APIResponse {
        var headers: HeaderFields = ["Content-Type": "application/x-www-form-urlencoded"]
        if let client { headers["Authorization"] = "Basic \(Base64.text(Array(client.utf8)))" }
        return try caller.call(.post, "/oauth/token", form, headers: headers)
    }

    private func token(_ form: String, _ caller: inout WorldCaller) throws -> JSONValue {
        let answer = try ask(form, &caller)
        #expect(answer.status == 200)
        return try JSONValue(parsing: answer.body)
    }

    private func status(_ token: JSONValue?, _ caller: inout WorldCaller) throws -> Int {
        let text = try #require(token?.stringValue)
        return try caller.call(.get, "/v2/profiles", headers: ["Authorization": "Bearer \(text)"]).status
    }

    @Test("of client credentials are good for twelve hours of the world's clock but for a second")
    func clientCredentials() throws {
        var caller = WorldCaller()
        let given = try token("grant_type=client_credentials", &caller)
        #expect(given["token_type"]?.stringValue == "bearer" && given["expires_in"]?.integerValue == 43_199)
        #expect(given["scope"]?.stringValue == "transfers" && given["refresh_token"] == nil)
        #expect(given["expires_at"]?.stringValue == "2026-11-02T20:59:59.000Z")
        #expect(try status(given["access_token"], &caller) == 200)
        try caller.advance(43_198)
        #expect(try status(given["access_token"], &caller) == 200)
        try caller.advance(1)
        let text = try #require(given["access_token"]?.stringValue)
        let late = try caller.call(.get, "/v2/profiles", headers: ["Authorization": "Bearer \(text)"])
        #expect(late.status == 401 && late.code == "invalid_token")
        // Any other token that is shaped like a personal one is good still.
        #expect(try caller.call(.get, "/v2/profiles").status == 200)
    }

    @Test("of a code come once, and are renewed by their refresh token, which itself opens nothing")
    func codes() throws {
        var caller = WorldCaller()
        let form = "grant_type=authorization_code&client_id=client&code=abc&redirect_uri=https%3A%2F%2Fexample.com%2F"
        let given = try token(form, &caller)
        #expect(given["refresh_token_expires_in"]?.integerValue == 630_720_000)
        #expect(given["created_at"]?.stringValue == "2026-11-02T09:00:00.000000000Z")
        #expect(try status(given["access_token"], &caller) == 200)
        #expect(try status(given["refresh_token"], &caller) == 401)
        let again = try ask(form, &caller)
        #expect(again.status == 401 && again.code == "invalid_grant")
        try caller.advance(50_000)
        let refresh = try #require(given["refresh_token"]?.stringValue)
        let renewed = try token("grant_type=refresh_token&refresh_token=\(refresh)", &caller)
        #expect(renewed["refresh_token"]?.stringValue == refresh)
        #expect(renewed["refresh_token_expires_in"]?.integerValue == 630_670_000)
        #expect(try status(renewed["access_token"], &caller) == 200)
        #expect(try status(given["access_token"], &caller) == 401)
        let registration = "grant_type=registration_code&client_id=c&email=a%40example.com&registration_code="
        _ = try token(registration + String(repeating: "r", count: 32), &caller)
        #expect(try ask(registration + "short", &caller).status == 401)
    }

    @Test("are refused in the words of OAuth")
    func refusals() throws {
        var caller = WorldCaller()
        let rows: [(form: String, client: String?, status: Int, code: String)] = [
            ("", "a:b", 400, "invalid_request"), ("grant_type=", "a:b", 400, "invalid_request"),
            ("{\"grant_type\":1}", "a:b", 400, "invalid_request"), ("grant_type=%zz", "a:b", 400, "invalid_request"),
            ("grant_type=password", "a:b", 400, "unsupported_grant_type"),
            ("grant_type=refresh_token", "a:b", 400, "invalid_request"),
            ("grant_type=refresh_token&refresh_token=x", "a:b", 401, "invalid_grant"),
            ("grant_type=authorization_code&client_id=c&redirect_uri=r", "a:b", 400, "invalid_request"),
            ("grant_type=client_credentials", nil, 401, "unauthorized"),
            ("grant_type=client_credentials", "nocolon", 401, "invalid_client"),
            ("grant_type=client_credentials", ":b", 401, "invalid_client"),
            ("grant_type=client_credentials", "a:", 401, "invalid_client"),
        ]
        for row in rows {
            let answer = try ask(row.form, &caller, client: row.client)
            #expect(answer.status == row.status && answer.code == row.code, "\(row.form) \(row.client ?? "")")
        }
        let missing = try JSONValue(parsing: try ask("", &caller).body)
        #expect(missing["error_description"]?.stringValue == "Missing grant type")
        #expect(try caller.call(.get, "/oauth/token").status == 405)
    }

    @Test("do not get around the only token that is good")
    func onlyToken() throws {
        var caller = WorldCaller()
        caller.access = .only("the-one")
        #expect(try ask("grant_type=client_credentials", &caller).code == "invalid_client")
        let answer = try ask("grant_type=client_credentials", &caller, client: "client:the-one")
        #expect(try status(try JSONValue(parsing: answer.body)["access_token"], &caller) == 200)
        #expect(try caller.call(.get, "/v2/profiles").status == 401)
    }

    @Test("that may only read get 403 for what changes something (A50)")
    func readOnly() throws {
        var caller = WorldCaller()
        let reader = "7d3c8f2a-1111-4222-8333-444455556666"
        let told = try caller.call(.post, "/_simulator/tokens", "{\"token\":\"\(reader)\",\"readOnly\":true}")
        #expect(told.status == 201)
        let headers: HeaderFields = ["Authorization": "Bearer \(reader)"]
        let balances = "/v4/profiles/\(WorldCaller.business)/balances"
        #expect(try caller.call(.get, "\(balances)?types=STANDARD", headers: headers).status == 200)
        let body = #"{"currency":"CHF","type":"STANDARD"}"#
        let refused = try caller.call(.post, balances, body, key: caller.key(), headers: headers)
        #expect(refused.status == 403 && APIError(refused).kind == .forbidden)
        #expect(try caller.call(.post, balances, body, key: caller.key()).status == 201)
    }

    @Test("are nowhere in the world but as digests")
    func secrecy() throws {
        var caller = WorldCaller()
        let reader = "7d3c8f2a-1111-4222-8333-444455556666"
        try caller.call(.post, "/_simulator/tokens", "{\"token\":\"\(reader)\",\"readOnly\":true}")
        let given = try token("grant_type=authorization_code&client_id=c&code=abcdef&redirect_uri=r", &caller)
        let access = try #require(given["access_token"]?.stringValue)
        let refresh = try #require(given["refresh_token"]?.stringValue)
        var dumped = ""
        dump(caller.world.records, to: &dumped)
        for target in ["/_simulator/tokens", "/_simulator/world"] {
            dumped += String(decoding: try caller.call(.get, target).body, as: UTF8.self)
        }
        for secret in [reader, access, refresh, "abcdef"] { #expect(!dumped.contains(secret)) }
        #expect(try caller.call(.post, "/_simulator/tokens", #"{"token":"short"}"#).status == 400)
    }

    @Test("name the user")
    func user() throws {
        var caller = WorldCaller()
        let user = try caller.json(.get, "/v1/me")
        #expect(user["id"]?.integerValue == 12_970_001 && user["details"]?["firstName"]?.stringValue?.isEmpty == false)
    }
}
