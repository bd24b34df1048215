import Signing
import WiseAPI

extension World {
    /// Who sent a request, as far as its token tells.
    enum Caller: Sendable {
        /// Somebody who may do everything.
        case full
        /// Somebody who may only read (A50).
        case reader
        /// Somebody without a token, where none is needed.
        case nobody
    }

    /// Who asks, by the token of the request.
    ///
    /// - Throws: The 401 that the request gets when its token is missing, unknown or out of date (A40).
    func caller(of request: APIRequest, _ access: AccessPolicy) throws(Refusal) -> Caller {
        guard let field = request.headers["authorization"] else { throw .noToken }
        let token = field.dropFirst(7)
        guard field.prefix(7).lowercased() == "bearer " else { throw .invalidToken }
        if !proof.accessTokens.isEmpty, let known = proof.accessTokens[try Self.digest(ofSecret: String(token))] {
            guard known.expiresAt.map({ clock < $0 }) ?? true else { throw .invalidToken }
            switch known.kind {
            case .access: return .full
            case .readOnly: return .reader
            case .refresh, .usedCode: throw .invalidToken
            }
        }
        let isGood =
            switch access {
            case .anyToken: UUIDText.isValid(token)
            case .only(let expected): token == expected
            }
        guard isGood else { throw .invalidToken }
        return .full
    }

    /// SHA-256 in hexadecimal digits: what is kept of a secret.
    static func digest(ofSecret secret: String) throws(Refusal) -> String {
        guard let digest = CryptoLibrary.sha256(Array(secret.utf8)) else {
            let shape = Refusal.Shape.framework(
                error: "Internal Server Error", message: "libcrypto is needed for tokens: apt-get install libssl3")
            throw Refusal(status: 500, shape: shape)
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Remembers a token by its digest.
    mutating func remember(_ secret: String, _ kind: AccessTokenRecord.Kind, until end: Timestamp?) throws(Refusal) {
        let digest = try Self.digest(ofSecret: secret)
        forgetOldTokens()
        let id = (proof.accessTokens.values.map(\.id).max() ?? 0) + 1
        proof.accessTokens[digest] = AccessTokenRecord(
            id: id, digest: digest, kind: kind, createdAt: clock, expiresAt: end)
        touched.proof = true
    }

    /// Beyond a thousand the oldest token is forgotten, one that is out of date before one that is good, and a read-only one
    /// never: it would turn into one that may do everything.
    private mutating func forgetOldTokens() {
        guard proof.accessTokens.count >= 1000 else { return }
        let past = proof.accessTokens.values.filter { $0.expiresAt.map { $0 <= clock } ?? false }
        let candidates = past.isEmpty ? proof.accessTokens.values.filter { $0.kind != .readOnly } : past
        if let oldest = candidates.min(by: { $0.id < $1.id }) { proof.accessTokens[oldest.digest] = nil }
    }

    /// `POST tokens`: `{"token": "...", "readOnly": true}` tells the world of a personal token. No answer shows it.
    mutating func registerToken(_ body: RequestBody) throws(Refusal) -> Answer {
        let token = try body.string("token")
        guard (8...512).contains(token.utf8.count), token.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw .invalid("NOT_VALID", "A token has 8 to 512 visible characters.", path: "token")
        }
        try remember(token, try body.optionalBool("readOnly") ?? false ? .readOnly : .access, until: nil)
        return Answer(status: 201, tokenList)
    }

    /// `GET tokens`
    func listTokens() -> Answer { Answer(tokenList) }

    private var tokenList: JSONValue {
        .array(
            proof.accessTokens.values.sorted { $0.id < $1.id }.map { token in
                .object([
                    "id": .integer(token.id), "kind": .string(token.kind.rawValue),
                    "createdAt": .string(token.createdAt.description), "expiresAt": .text(token.expiresAt?.description),
                ])
            })
    }
}

extension Refusal {
    static let noToken = Refusal(
        status: 401,
        shape: .authorization(
            error: "unauthorized", description: "Full authentication is required to access this resource"))
    static let invalidToken = Refusal(
        status: 401, shape: .authorization(error: "invalid_token", description: "Invalid token"))
    /// What the bank says is not known; a 403 without the header fields of a challenge is (A50).
    static let readOnlyToken = Refusal(
        status: 403, shape: .framework(error: "Forbidden", message: "This token may only read"))
}
