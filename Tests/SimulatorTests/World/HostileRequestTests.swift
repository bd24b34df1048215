import Simulator
import Testing
import WiseAPI

@Suite("A request that means harm")
struct HostileRequestTests {
    @Test(
        "with a country that is no two letters writes a recipient down without one",
        arguments: ["é", "", "D", "ß", "\u{301}", "👩‍👩‍👧‍👦", "GBR"])
    func country(text: String) throws {
        var caller = WorldCaller()
        let country = JSONValue.string(text).text
        let body =
            "{\"currency\":\"EUR\",\"type\":\"email\",\"accountHolderName\":\"Ada Lovelace\",\"profile\":\(WorldCaller.business),"
            + "\"details\":{\"legalType\":\"PRIVATE\",\"email\":\"a@b.cc\",\"address\":{\"country\":\(country)}}}"
        let answer = try caller.call(.post, "/v1/accounts", body)
        #expect((200..<500).contains(answer.status))
    }

    @Test("cannot put a NUL into a text, which would end there when it is stored")
    func terminator() throws {
        var caller = WorldCaller()
        let body = "{\"currency\":\"EUR\",\"type\":\"SAVINGS\",\"name\":\"a\\u0000b\"}"
        let answer = try caller.call(.post, "/v4/profiles/\(WorldCaller.business)/balances", body, key: caller.key())
        #expect(answer.status == 400 && answer.path == "name")
    }

    @Test("has no name of a megabyte taken")
    func length() throws {
        var caller = WorldCaller()
        let name = String(repeating: "Ab ", count: 100_000)
        let body =
            "{\"currency\":\"GBP\",\"type\":\"sort_code\",\"accountHolderName\":\"\(name)\",\"profile\":\(WorldCaller.business),"
            + "\"details\":{\"legalType\":\"PRIVATE\",\"sortCode\":\"231470\",\"accountNumber\":\"28821822\"}}"
        let answer = try caller.call(.post, "/v1/accounts", body)
        #expect(answer.code == "Size" && answer.path == "accountHolderName")
    }

    @Test("with a token that only reads cannot steer the simulation, nor make the token do more")
    func reader() throws {
        var caller = WorldCaller()
        let token = "87654321-1234-4234-8234-cba987654321"
        let headers: HeaderFields = ["Authorization": "Bearer \(token)"]
        #expect(try caller.call(.post, "/_simulator/tokens", "{\"token\":\"\(token)\",\"readOnly\":true}").status == 201)
        for (path, body) in [
            ("tokens", "{\"token\":\"\(token)\",\"readOnly\":false}"), ("settings", "{\"sca\":\"off\"}"),
            ("deposit", "{\"balanceId\":200001,\"amount\":{\"value\":1,\"currency\":\"EUR\"}}"),
            ("clock", "{\"advanceSeconds\":1}"),
        ] {
            #expect(try caller.call(.post, "/_simulator/\(path)", body, headers: headers).status == 403, "\(path)")
        }
        #expect(try caller.call(.get, "/_simulator/world", headers: headers).status == 200)
    }

    @Test("never has a token written into the log of exchanges, whole or in pieces")
    func log() {
        let token = "d354213c-0c3f-4b0e-9d55-0d2f6d2f9a11"
        let json: HeaderFields = ["content-type": "application/json"]
        let register = ExchangeLog.line(
            "POST", "/_simulator/tokens", json, Array("{\"token\":\"\(token)\"}".utf8), APIResponse(status: 201, json: .array([]))
        )
        let cut = APIResponse(status: 200, body: Array("{\"access_token\":\"\(token)\",\"token_".utf8))
        let given = ExchangeLog.line("POST", "/oauth/token", [:], Array("grant_type=client_credentials".utf8), cut)
        for line in [register, given] { #expect(!String(decoding: line, as: UTF8.self).contains(token)) }
    }
}
