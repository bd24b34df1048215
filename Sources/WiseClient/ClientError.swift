public import WiseAPI

/// Why an operation of the client core has no result: one type for whatever went wrong on the way.
///
/// It says what happened, whether trying again can help, whether the effect may have happened all the same, and what to
/// do next.
public struct ClientError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where the trouble is.
    public enum Kind: Sendable, Hashable {
        /// The bank refused; the kind of refusal says why.
        case api(APIError.Kind)
        /// The network, or what stands for it.
        case transport(TransportError.Kind)
        /// The answer cannot be read as what the operation sends.
        case unexpectedAnswer
        /// The answer to an effect is not about what was asked.
        case answerMismatch
        /// Limits or policy forbid the effect; nothing was sent.
        case policy
        /// The journal cannot be written; nothing was sent, or nothing more will be.
        case journal
        /// It is not known whether the effect happened.
        case outcomeUnknown
        /// The caller asked for something impossible; nothing was sent.
        case invalidRequest
        /// The operation was cancelled.
        case cancelled
    }

    /// Where the trouble is.
    public let kind: Kind
    /// The API's own code, or ours.
    public let code: String?
    /// What happened.
    public let message: String
    /// What to do next.
    public let hint: String?
    /// The HTTP status, where there was an answer.
    public let status: Int?
    /// Whether the same operation may succeed later.
    public let isRetryable: Bool
    /// Whether the effect may have happened although there is an error.
    public let isAmbiguous: Bool
    /// The bank's identifier of the request, for its support.
    public let traceID: String?

    /// Makes an error.
    public init(
        _ kind: Kind, code: String? = nil, message: String, hint: String? = nil, status: Int? = nil, isRetryable: Bool = false,
        isAmbiguous: Bool = false, traceID: String? = nil
    ) {
        (self.kind, self.code, self.message, self.hint) = (kind, code, message, hint)
        (self.status, self.isRetryable, self.isAmbiguous, self.traceID) = (status, isRetryable, isAmbiguous, traceID)
    }

    /// The message with the next step.
    public var description: String { hint.map { "\(message). \($0)" } ?? message }
}

extension ClientError {
    /// A refusal of the bank, with the next step for it.
    init(_ error: APIError) {
        let limiter = error.limitedBy.map { " (limited by \($0))" } ?? ""
        self.init(
            .api(error.kind), code: error.code, message: error.message + limiter, hint: Self.hint(for: error),
            status: error.status,
            isRetryable: [.rateLimited, .server, .inProgress].contains(error.kind), traceID: error.traceID)
    }

    /// A failure of the transport.
    init(_ error: TransportError) {
        let kind: Kind = error.kind == .cancelled ? .cancelled : .transport(error.kind)
        self.init(
            kind, code: error.kind.rawValue, message: error.message, hint: error.hint,
            isRetryable: error.kind.mayPass)
    }

    private static func hint(for error: APIError) -> String? {
        if let hint = error.code.flatMap({ hints[$0] }) { return hint }
        return switch error.kind {
        case .unauthorized: "Check the token: it may be missing, mistyped, expired or not allowed from this address"
        case .forbidden: "This token may not do that, or the profile is another user's: see wise.profiles()"
        case .authenticationRequired:
            "The bank asks for strong customer authentication: approve it in its app or on its website, then try again"
        case .notFound: "Look the identifier up again: it may be closed, expired or another profile's"
        case .conflict: "Something like it exists already: list what there is first"
        case .inProgress: "The same request is being carried out: wait a moment and ask again"
        case .rateLimited: error.retryAfter.map { "Wait \($0) seconds, then try again" } ?? "Wait a moment, then try again"
        case .server: "The bank has trouble: try again later"
        case .invalidRequest, .refused, .unexpectedAnswer: nil
        }
    }

    private static let hints: [String: String] = [
        "balance.insufficient-funds": "Move less, or put money into the source balance first; nothing was moved",
        "balance.account-inactive": "Leave it alone: only a balance that is not invested can be operated, see balance:operable()",
        "balance.not-empty": "Move its money out first, then close it",
        "quote.wrong-pay-out": "Take a quote for a conversion: profile:quote{ source =, target = }",
        "balance.no-balance-for-currency": "Open the missing balance first: profile:open_balance{ currency=, type=\"STANDARD\" }",
        "quote.expired": "Take a new quote: a quote is good for 30 minutes",
        "quote.already-used": "Take a new quote: each is used once",
        "NOT_UNIQUE": "A profile has one STANDARD balance in each currency: use profile:balance(\"EUR\"), or open a jar",
        "CurrencyCode": "Use an ISO 4217 code in upper case, such as EUR",
        "error.greaterThanZero": "Give an amount above zero",
        "CurrencyDeprecated": "That currency was withdrawn: use the one that took its place",
        "error.quote.amount.onlySingle": "Give the amount that leaves or the amount that arrives, not both",
        "error.route.not.supported": "The bank does not send between these two currencies: see profile:available_currencies()",
        "error.quote.pricing.configuration.invalid": "Leave the price to the bank",
        "error.payInmethod.disabled": "Open a balance in the source currency first and put money into it",
        "INVALID_RECIPIENT": "Take a recipient of this profile that is active and is paid in the quote's target currency",
        "transfer.cancellation.not.allowed": "It is converted or sent already; nothing was called off",
        "wrong.date.format": "Give instants in UTC, such as 2026-11-02T08:15:30Z",
        "transfer.not-found": "Look the transfer up again: it may be another profile's",
        "transfer.invalid-state": "Look at its status: only a transfer that waits for its payment can be paid for",
        "transfer.insufficient_funds": "Put money into the balance in the transfer's source currency first; nothing was paid",
        "transfer.not-accessible-for-user": "Use a token of the user who ordered the transfer",
        "payment.exists": "It is paid already, and was not paid twice: see transfer:payments()",
        "payment.option-unavailable": "Take a quote that can be paid from a balance; nothing was paid",
        "balance.payment-option-unavailable": "Open a balance in the transfer's source currency first; nothing was paid",
        "balance.account-not-found": "Open a balance in the transfer's source currency first; nothing was paid",
        "balance.currency-unsupported": "There are no balances in that currency: see profile:available_currencies()",
        "balance.unauthorised.missing-security-role": "Ask the owner of the account: this user may not pay from its balances",
        "invalid_transfer_state": "Look at its status: the states are taken one after the other",
        "error.payment.not-found": "Look the payment up again: it may be another profile's",
        "error.payment-return.invalid": "It cannot be sent back: it may have been, or be too old",
        "access.denied": "This token may not see the bank details of this profile",
    ]
}
