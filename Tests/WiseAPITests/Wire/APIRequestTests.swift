import Testing
import WiseAPI

@Suite("A request's target")
struct APIRequestTests {
    @Test("has the query encoded, in order, the comma and the colon left as the API's examples have them")
    func target() {
        let request = APIRequest(
            .get, "/v4/profiles/1/balances",
            query: [QueryItem("types", "STANDARD,SAVINGS"), QueryItem("at", "10:00+02 é&=?/#%"), QueryItem("", "")])
        #expect(
            request.target
                == "/v4/profiles/1/balances?types=STANDARD,SAVINGS&at=10:00%2B02%20%C3%A9%26%3D%3F%2F%23%25&=")
        #expect(request.query("types") == "STANDARD,SAVINGS" && request.query("missing") == nil)
        #expect(APIRequest(.get, "/v1/rates").target == "/v1/rates")
    }

    static let readings: [(String, String, [QueryItem])] = [
        ("/v1/rates", "/v1/rates", []), ("/v1/rates?", "/v1/rates", []), ("/v1/rates?&&", "/v1/rates", []), ("/", "/", []),
        ("/a?b", "/a", [QueryItem("b", "")]), ("/a?b=", "/a", [QueryItem("b", "")]), ("/a?=c", "/a", [QueryItem("", "c")]),
        ("/a?b=c=d?e/f", "/a", [QueryItem("b", "c=d?e/f")]), ("/a?b=c+d", "/a", [QueryItem("b", "c d")]),
        ("/a?b=c%2Bd", "/a", [QueryItem("b", "c+d")]), ("/a?b=c%2bd%20%c3%A9", "/a", [QueryItem("b", "c+d é")]),
        ("/a?b=1&b=2", "/a", [QueryItem("b", "1"), QueryItem("b", "2")]), ("/a+b%2Fc", "/a+b%2Fc", []),
    ]

    @Test("is read into a path that stays encoded and a query of plain text", arguments: readings)
    func reading(target: String, path: String, query: [QueryItem]) throws {
        let request = try #require(APIRequest(method: "GET", target: target, headers: [:], body: []))
        #expect(request.path == path && request.query == query)
    }

    @Test(
        "is refused when an escape is broken, the bytes are not UTF-8 or it is no path",
        arguments: [
            "", "v1/rates", "*", "https://example.com/v1", "/a?b=%", "/a?b=%4", "/a?b=%4G", "/a?%zz=1", "/a?b=%FF", "/a?b=%C3",
            "/a?b=%ED%A0%80",
            "/a%", "/a%4", "/a%G0/b", "/a%FFb",
        ])
    func broken(target: String) {
        #expect(APIRequest(method: "GET", target: target, headers: [:], body: []) == nil)
    }

    @Test("is refused with a method that the API does not use", arguments: ["get", "", "TRACE", "OPTIONS", "CONNECT", "GET "])
    func methods(method: String) {
        #expect(APIRequest(method: method, target: "/", headers: [:], body: []) == nil)
    }

    @Test("survives being written and read, whatever stands in the query")
    func roundTrip() throws {
        var random = RandomSource(seed: 3986)
        for _ in 0..<2000 {
            let query = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                QueryItem(
                    String(decoding: random.bytes(upTo: 8), as: UTF8.self), String(decoding: random.bytes(upTo: 8), as: UTF8.self)
                )
            }
            let request = APIRequest(.post, "/v1/rates", query: query, headers: ["a": "b"], body: [1])
            let received = APIRequest(method: "POST", target: request.target, headers: ["a": "b"], body: [1])
            #expect(received == request)
            #expect(request.target.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        }
    }
}

@Suite("Header fields")
struct HeaderFieldsTests {
    @Test("are found without regard to case and keep how they were written")
    func names() {
        let fields: HeaderFields = ["X-Trace-Id": "a", "x-trace-id": "b", "Accept": "c"]
        #expect(fields["x-TRACE-id"] == "a" && fields["missing"] == nil)
        #expect(fields.map(\.name) == ["X-Trace-Id", "x-trace-id", "Accept"])
    }

    @Test("are replaced, removed and added to")
    func changing() {
        var fields: HeaderFields = ["a": "1", "A": "2", "b": "3"]
        fields["A"] = "4"
        fields.append("B", "5")
        #expect(fields.map { "\($0.name)=\($0.value)" } == ["b=3", "A=4", "B=5"])
        fields["b"] = nil
        #expect(fields.map(\.name) == ["A"])
    }

    @Test("fold ASCII letters only")
    func ascii() {
        let fields: HeaderFields = ["a@": "1"]
        #expect(fields["a`"] == nil && fields["A@"] == "1")
    }
}
