import WiseAPI

/// The bank's demand for strong customer authentication: a one-time token to be approved.
///
/// It is recognised by its header fields; the body may be empty. The request that met it changed nothing.
public struct Challenge: Sendable {
    /// The one-time token. Whoever can sign it, or clear its challenges, has approved the request.
    public let token: Secret
    let text: String

    init?(_ response: APIResponse) {
        guard response.status == 403, response.headers["x-2fa-approval-result"]?.uppercased() != "APPROVED",
            let text = response.headers["x-2fa-approval"], !text.isEmpty
        else { return nil }
        (token, self.text) = (Secret(text), text)
    }
}

/// Answers challenges.
public protocol ChallengeSigner: Sendable {
    /// The signature over the bytes of a one-time token: RSA with PKCS #1 v1.5 and SHA-256, in Base64 without line breaks.
    func signature(over token: String) throws(ClientError) -> String
    /// What it signs with, for messages: the name of a file.
    var place: String { get }
}

/// The proof that goes with a repeated request.
struct Approval: Sendable {
    let token: String
    let signature: String?

    func add(to headers: inout HeaderFields) {
        headers["x-2fa-approval"] = token
        if let signature { headers["X-Signature"] = signature }
    }
}

extension ChallengeSigner {
    func approval(of challenge: Challenge) throws(ClientError) -> Approval {
        Approval(token: challenge.text, signature: try signature(over: challenge.text))
    }
}

extension Challenge {
    /// The error when the challenge is not answered, or not to the bank's liking, with the next step.
    func refusal(_ response: APIResponse, wasAnswered: Bool, by signer: (any ChallengeSigner)?) -> ClientError {
        let error = APIError(response)
        let hint =
            if wasAnswered {
                "Upload the public half of \(signer?.place ?? "the key") in the bank's settings, for the user whose token this is; "
                    + "or approve it in the bank's app and try again"
            } else {
                "Approve it in the bank's app or website (for a statement: look at it there once) and try again; "
                    + "or name the RSA key whose public half the bank knows as signing_key in the configuration"
            }
        return ClientError(
            .api(.authenticationRequired), code: error.code ?? "authentication_required",
            message: wasAnswered
                ? "the bank did not accept the signature of its one-time token"
                : "the bank asks for strong customer authentication, and nothing was done",
            hint: hint, status: response.status, traceID: error.traceID)
    }
}
