import Signing
import WiseAPI

extension World {
    /// How long an access token is good: twelve hours but for a second, as the bank has it.
    static let accessTokenLifetime = 43_199
    /// How long a refresh token is good: twenty years of 365 days.
    static let refreshTokenLifetime = 630_720_000

    /// Checks the client of `POST /oauth/token`: any name and secret where any token is good; where one token alone is good
    /// the secret must be that token, so that nobody gets around it.
    static func checkClient(_ request: APIRequest, _ access: AccessPolicy) throws(Refusal) {
        guard let field = request.headers["authorization"] else { throw .noToken }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic", let bytes = Base64.bytes(parts[1]),
            let pair = String(validating: bytes, as: UTF8.self), let colon = pair.firstIndex(of: ":")
        else { throw .wrongClient }
        let secret = pair[colon...].dropFirst()
        guard colon != pair.startIndex, !secret.isEmpty else { throw .wrongClient }
        if case .only(let expected) = access, secret != expected { throw .wrongClient }
    }

    /// `POST /oauth/token` with a form: client credentials, a refresh token, or a code of an authorisation or a registration
    /// (Wise API reference, 2.2). There is no page that gives codes out: any code is good, once.
    mutating func createToken(_ request: APIRequest) throws(Refusal) -> Answer {
        guard let form = TokenForm(request) else { throw .wrongForm("Malformed form") }
        switch try form.required("grant_type", "grant type") {
        case "client_credentials":
            let token = try makeAccessToken()
            return Answer(.object(tokenMembers(token)))
        case "refresh_token":
            let refresh = try form.required("refresh_token")
            let known = proof.accessTokens[try Self.digest(ofSecret: refresh)]
            guard let known, known.kind == .refresh, let end = known.expiresAt, clock < end else { throw .wrongGrant }
            return try userToken(refresh: refresh, until: end, since: known.createdAt)
        case "authorization_code":
            _ = try form.required("client_id")
            _ = try form.required("redirect_uri")
            return try userToken(code: try form.required("code"))
        case "registration_code":
            _ = try form.required("client_id")
            _ = try form.required("email")
            let code = try form.required("registration_code")
            guard code.utf8.count >= 32 else { throw .wrongGrant }
            return try userToken(code: code)
        case let grant:
            let shape = Refusal.Shape.authorization(
                error: "unsupported_grant_type", description: "Unsupported grant type: \(grant)")
            throw Refusal(status: 400, shape: shape)
        }
    }

    /// A user's tokens for a code, which is spent by this.
    private mutating func userToken(code: String) throws(Refusal) -> Answer {
        let marked = "code:\(code)"
        guard proof.accessTokens[try Self.digest(ofSecret: marked)] == nil else { throw .wrongGrant }
        try remember(marked, .usedCode, until: nil)
        let refresh = makeUUID()
        let end = clock.adding(seconds: Self.refreshTokenLifetime)
        try remember(refresh, .refresh, until: end)
        return try userToken(refresh: refresh, until: end, since: clock)
    }

    private mutating func userToken(refresh: String, until end: Timestamp, since: Timestamp) throws(Refusal) -> Answer {
        var members = tokenMembers(try makeAccessToken())
        members["refresh_token"] = .string(refresh)
        members["refresh_token_expires_in"] = .integer(Int(end.seconds - clock.seconds))
        members["refresh_token_expires_at"] = .string(end.text(.milliseconds))
        members["created_at"] = .string(String(since.text(.microseconds).dropLast()) + "000Z")
        return Answer(.object(members))
    }

    private mutating func makeAccessToken() throws(Refusal) -> String {
        let token = makeUUID()
        try remember(token, .access, until: clock.adding(seconds: Self.accessTokenLifetime))
        return token
    }

    private func tokenMembers(_ token: String) -> JSONObject {
        [
            "access_token": .string(token), "token_type": .string("bearer"), "expires_in": .integer(Self.accessTokenLifetime),
            "expires_at": .string(clock.adding(seconds: Self.accessTokenLifetime).text(.milliseconds)),
            "scope": .string("transfers"),
        ]
    }
}

/// The fields of a form.
private struct TokenForm {
    private let fields: [QueryItem]

    /// Nil when an escape is broken.
    init?(_ request: APIRequest) {
        // A form is written as a query is.
        let text = String(decoding: request.body, as: UTF8.self)
        guard let read = APIRequest(method: "GET", target: "/?\(text)", headers: HeaderFields(), body: []) else { return nil }
        fields = read.query
    }

    func required(_ name: String, _ words: String? = nil) throws(Refusal) -> String {
        guard let value = fields.first(where: { $0.name == name })?.value, !value.isEmpty else {
            throw .wrongForm("Missing \(words ?? name)")
        }
        return value
    }
}

extension Refusal {
    /// A field is missing: the documents show the one of the grant type.
    fileprivate static func wrongForm(_ description: String) -> Refusal {
        Refusal(status: 400, shape: .authorization(error: "invalid_request", description: description))
    }
    fileprivate static let wrongGrant = Refusal(
        status: 401, shape: .authorization(error: "invalid_grant", description: "Invalid user credentials."))
    /// How the bank words it is not documented; this is what OAuth (RFC 6749, 5.2) and its framework say.
    fileprivate static let wrongClient = Refusal(
        status: 401, shape: .authorization(error: "invalid_client", description: "Bad client credentials"))
}
