import Glibc
import Signing
import Testing
import WiseAPI

/// A pair of RSA keys that the openssl command made, once for all tests.
struct TestKey: Sendable {
    let signing: SigningKey
    let publicPEM: String

    static func made() throws -> TestKey { try shared.get() }

    /// Another pair.
    static func other() throws -> TestKey { try second.get() }

    private static let shared = Result { try TestKey() }
    private static let second = Result { try TestKey() }

    private struct Failure: Error {}

    private init() throws {
        var template = Array("/tmp/florin-key-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure() }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = system("rm -rf '\(path)'") }
        let command = "openssl genrsa -out key.pem 2048 && openssl pkey -in key.pem -pubout -out public.pem"
        guard system("cd '\(path)' && { \(command); } >/dev/null 2>&1") == 0 else { throw Failure() }
        signing = try SigningKey(pem: Self.read("\(path)/key.pem"))
        publicPEM = String(decoding: try Self.read("\(path)/public.pem"), as: UTF8.self)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Failure() }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    func signature(of token: String) throws -> String { Base64.text(try signing.signature(of: Array(token.utf8))) }
}

extension WorldCaller {
    /// A world that asks for strong customer authentication and takes signatures of the test's key.
    static func asking(_ members: String = #""sca":"on""#) throws -> WorldCaller {
        var caller = WorldCaller()
        #expect(try caller.call(.post, "/_simulator/settings", "{\(members)}").status == 200)
        let body = JSONValue.object(["pem": .string(try TestKey.made().publicPEM)])
        #expect(try caller.call(.post, "/_simulator/keys", String(decoding: body.bytes, as: UTF8.self)).status == 201)
        return caller
    }

    /// The path of a statement of the business's euro balance, or of the person's dollars.
    mutating func statementTarget(_ profile: Int = business) throws -> String {
        let balance = try balance(profile == Self.business ? "EUR" : "SGD", profile)
        let interval = "intervalStart=2026-10-01T00:00:00Z&intervalEnd=2026-10-31T00:00:00Z"
        return "/v1/profiles/\(profile)/balance-statements/\(balance.id)/statement.json?\(interval)"
    }

    /// A request with a one-time token and its signature.
    mutating func approved(
        _ method: APIRequest.Method, _ target: String, _ body: String = "", token: String, signature: String?
    ) throws -> APIResponse {
        var headers: HeaderFields = ["Authorization": "Bearer \(Self.token)", "x-2fa-approval": token]
        headers["X-Signature"] = signature
        return try call(method, target, body, headers: headers)
    }

    mutating func advance(_ seconds: Int) throws {
        #expect(try call(.post, "/_simulator/clock", "{\"advanceSeconds\":\(seconds)}").status == 200)
    }
}

extension APIResponse {
    /// The one-time token of a refusal that asks for approval, in header fields of lower case.
    func demandedToken() throws -> String {
        #expect(status == 403)
        #expect(contains("x-2fa-approval-result", "REJECTED"))
        let token = try #require(headers.first { $0.name == "x-2fa-approval" }?.value)
        #expect(token.utf8.count == 36)
        return token
    }

    var isApproved: Bool { contains("x-2fa-approval-result", "APPROVED") && headers.contains { $0.name == "x-2fa-approval" } }

    private func contains(_ name: String, _ value: String) -> Bool {
        headers.contains { $0.name == name && $0.value == value }
    }
}
