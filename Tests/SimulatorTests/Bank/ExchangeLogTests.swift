import Glibc
import Simulator
import Testing
import WiseAPI

@Suite("The record of exchanges")
struct ExchangeLogTests {
    private static func line(
        _ target: String = "/v2/profiles", _ headers: HeaderFields = [:], _ body: String = "", answer: APIResponse
    ) throws -> JSONValue {
        let line = ExchangeLog.line("POST", target, headers, Array(body.utf8), answer)
        #expect(line.last == UInt8(ascii: "\n") && line.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
        return try JSONValue(parsing: line.dropLast())
    }

    @Test("keeps request and answer as they were")
    func whole() throws {
        let answer = APIResponse(status: 200, headers: ["x-trace-id": "0a"], body: Array(#"{"value": 1.10}"#.utf8))
        let line = try Self.line("/v3/quotes?a=%20b", ["Content-Type": "application/json"], #"{"a": 1.0}"#, answer: answer)
        #expect(line["method"]?.stringValue == "POST")
        #expect(line["target"]?.stringValue == "/v3/quotes?a=%20b")
        #expect(line["request"]?["headers"]?["content-type"]?.stringValue == "application/json")
        #expect(line["request"]?["body"]?.stringValue == #"{"a": 1.0}"#)
        #expect(line["answer"]?["status"]?.integerValue == 200)
        #expect(line["answer"]?["headers"]?["x-trace-id"]?.stringValue == "0a")
        #expect(line["answer"]?["body"]?.stringValue == #"{"value": 1.10}"#)
    }

    @Test(
        "shows no secret",
        arguments: [
            ("/v2/profiles", ["Authorization": "Bearer s3cret", "X-Signature": "s3cret", "One-Time-Token": "s3cret"], ""),
            ("/v2/profiles?access_token=s3cret&a=1", ["X-Anything-Else": "s3cret", "x-2fa-approval": "s3cret"], ""),
            ("/oauth/token", [:], #"{"nested": [{"refresh_token": "s3cret"}], "PIN": "s3cret"}"#),
            ("/oauth/token", ["content-type": "application/x-www-form-urlencoded"], "grant_type=x&refresh_token=s3cret"),
            ("/oauth/token", [:], "refresh_token=s3cret"),
        ] as [(String, [String: String], String)])
    func secrets(target: String, fields: [String: String], body: String) throws {
        var headers = HeaderFields()
        for (name, value) in fields { headers.append(name, value) }
        let answer = APIResponse(
            status: 200, headers: ["x-2fa-approval": "s3cret"],
            body: Array(#"{"access_token":"s3cret","scope":"transfers"}"#.utf8))
        let line = try Self.line(target, headers, body, answer: answer)
        #expect(!line.text.contains("s3cret"))
        #expect(line["answer"]?["body"]?.stringValue == #"{"access_token":"<hidden>","scope":"transfers"}"#)
    }

    @Test("shows an answer that is a bare code, and of other text only its length")
    func text() throws {
        let code = APIResponse(status: 409, headers: ["content-type": "text/plain"], body: Array("transfer.not-found".utf8))
        #expect(try Self.line("/", [:], "", answer: code)["answer"]?["body"]?.stringValue == "transfer.not-found")
        let page = APIResponse(status: 502, body: Array("<h1>Bad Gateway</h1>".utf8))
        #expect(try Self.line("/", [:], "", answer: page)["answer"]?["body"]?.stringValue == "<20 bytes that are no JSON>")
    }

    @Test("adds to its file, which others cannot read, and says when it cannot be opened")
    func file() throws {
        var template = Array("/tmp/florin-exchanges-XXXXXX".utf8CString)
        let folder = String(cString: try #require(mkdtemp(&template)))
        let path = folder + "/log"
        defer {
            unlink(path)
            rmdir(folder)
        }
        for _ in 0..<2 {
            try ExchangeLog(path: path) { Issue.record("\($0)") }.record("GET", "/", [:], [], APIResponse(status: 404))
        }
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        let length = ExchangeLog.line("GET", "/", [:], [], APIResponse(status: 404)).count
        #expect(Int(status.st_size) == 2 * length)
        let error = #expect(throws: ExchangeLogError.self) { try ExchangeLog(path: folder) { _ in } }
        #expect("\(try #require(error))".contains("name a file that you may write"))
    }
}
