/// The operations of the API that Florin speaks: one table for the client and the simulator.
public enum Route: String, Sendable, Hashable, CaseIterable {
    /// The user whom the token belongs to.
    case getUser
    /// The profiles of the user, older form.
    case listProfilesFirstVersion
    /// The profiles of the user.
    case listProfiles
    /// One profile.
    case getProfile
    /// Opens a balance or a jar.
    case openBalance
    /// The open balances of a profile.
    case listBalances
    /// One balance.
    case getBalance
    /// Closes a balance that holds nothing.
    case closeBalance
    /// Converts by quote, or moves between a balance and a jar.
    case moveBetweenBalances
    /// How much may still be deposited.
    case getDepositCapacity
    /// Names the recipient of money above the hold limit.
    case setExcessMoneyAccount
    /// Worth and availability over all balances.
    case getTotalFunds
    /// The statement of a balance as JSON.
    case getStatement
    /// The account that holds a profile's balances.
    case getMultiCurrencyAccount
    /// Whether a profile or a country may have a multi-currency account.
    case getAccountEligibility
    /// The currencies that a profile may hold.
    case listAvailableCurrencies
    /// The currencies that can have bank details.
    case listPayInCurrencies
    /// The bank details of a profile: where others can pay into.
    case listBankDetails
    /// Orders bank details in a currency.
    case orderBankDetails
    /// The orders of bank details, older form.
    case listBankDetailsOrdersFirstVersion
    /// The orders of bank details.
    case listBankDetailsOrders
    /// Makes bank details for one balance; for partners.
    case createBankDetails
    /// Sends a payment that came in through bank details back to its sender.
    case returnBankDetailsPayment
    /// A price that holds for half an hour.
    case createQuote
    /// One quote.
    case getQuote
    /// Completes a quote: its recipient, its pay-out.
    case updateQuote
    /// A price for anybody, which nobody can use.
    case createUnauthenticatedQuote
    /// A price, older form with the profile in the body.
    case createQuoteSecondVersion
    /// Mid-market rates.
    case listRates
    /// Currencies with their names.
    case listCurrencies
    /// Writes a recipient down.
    case createRecipient
    /// The recipients of a profile, page by page.
    case listRecipients
    /// The recipients of a profile, older form without pages.
    case listRecipientsFirstVersion
    /// One recipient.
    case getRecipient
    /// One recipient, older form.
    case getRecipientFirstVersion
    /// Takes a recipient out of use.
    case deactivateRecipient
    /// Takes a recipient out of use, older form.
    case deactivateRecipientFirstVersion
    /// Which fields a recipient needs, for two currencies and an amount.
    case getRecipientRequirements
    /// Which fields a recipient needs, for a quote.
    case getQuoteRecipientRequirements
    /// Which fields a recipient needs, given those that are filled in.
    case refreshQuoteRecipientRequirements
    /// Orders money to be sent to a recipient; it is sent when it is funded.
    case createTransfer
    /// The transfers of a profile, newest first.
    case listTransfers
    /// One transfer.
    case getTransfer
    /// Calls a transfer off.
    case cancelTransfer
    /// Pays for a transfer from a balance.
    case fundTransfer
    /// What was paid for a transfer.
    case listTransferPayments
    /// Which fields a transfer needs.
    case getTransferRequirements
    /// When a transfer is expected to arrive.
    case getDeliveryEstimate
    /// What happened on a profile, newest first, page by page.
    case listActivities
    /// Puts simulated money into a balance.
    case topUpBalance
    /// Takes a transfer to its next state.
    case simulateTransferState
    /// Gives a bounced transfer its reason.
    case simulatePayoutFailure
    /// Makes a profile verified.
    case simulateVerification
    /// Makes a profile verified, older form.
    case simulateProfileVerification
    /// Lets money come in through bank details.
    case importBankTransaction
    /// Lets a SWIFT payment come in.
    case simulateSwiftPayment
    /// The challenges that a one-time token still needs.
    case getOneTimeTokenStatus
    /// Sends the code of a challenge to the user's telephone.
    case triggerChallenge
    /// Answers a challenge of a one-time token.
    case verifyChallenge
    /// Sets the PIN of a profile.
    case createPIN
    /// Removes the PIN of a profile.
    case deletePIN
    /// Answers the PIN challenge of a one-time token.
    case verifyPIN
    /// Begins a session of five minutes for all routes of low risk.
    case authoriseSession
    /// Makes an access token of client credentials, a code or a refresh token.
    case createToken
}

/// How strongly the bank protects a route by strong customer authentication.
public enum SecurityClass: Sendable, Hashable {
    /// Never asks.
    case none
    /// May ask; one approval opens five minutes for all routes of this class.
    case low
    /// May ask each time.
    case high
}

/// What makes a repeated request harmless.
public enum RepeatSafety: Sendable, Hashable {
    /// It only reads (or, as a quote does, creates something that moves nothing): it may be sent again.
    case reads
    /// It carries `X-idempotence-uuid`: the same key and bytes may be sent again.
    case keyed
    /// Its body carries the key, as `customerTransactionId`: the same bytes may be sent again.
    case keyedInBody
    /// Nothing protects it: after an unknown outcome it is never sent again by itself.
    case unprotected

    /// Whether the bank recognises a repeat by a key.
    public var isKeyed: Bool { self == .keyed || self == .keyedInBody }
}

extension Route {
    /// The method.
    public var method: APIRequest.Method { description.method }
    /// Whether the bank may ask for strong customer authentication.
    public var securityClass: SecurityClass { description.securityClass }
    /// What makes a repeat harmless.
    public var repeatSafety: RepeatSafety { description.repeatSafety }
    /// Whether a newer operation took its place: it has no path of the calendar versions, there the newer one answers.
    var isSuperseded: Bool {
        switch self {
        case .listProfilesFirstVersion, .createQuoteSecondVersion, .listBankDetailsOrdersFirstVersion,
            .listRecipientsFirstVersion,
            .getRecipientFirstVersion, .deactivateRecipientFirstVersion, .simulateProfileVerification:
            true
        default: false
        }
    }
    /// Whether its path has no version at all, in either generation.
    var isUnversioned: Bool { self == .createToken }
    /// Whether it changes something at the bank and so passes the gate. A quote reserves nothing and does not, and proving
    /// who asks (a token, the answer to a challenge) changes nothing that could be counted.
    public var isEffect: Bool { repeatSafety != .reads && !isProof }
    /// Whether it only proves who asks.
    private var isProof: Bool {
        switch self {
        case .createToken, .triggerChallenge, .verifyChallenge, .verifyPIN, .authoriseSession: true
        default: false
        }
    }

    struct Description: Sendable {
        let method: APIRequest.Method
        let version: String
        let template: String
        let segments: [Substring]
        let securityClass: SecurityClass
        let repeatSafety: RepeatSafety

        init(
            _ method: APIRequest.Method, _ version: String, _ template: String, _ repeatSafety: RepeatSafety,
            security: SecurityClass = .none
        ) {
            self.method = method
            self.version = version
            self.template = template
            segments = template.split(separator: "/")
            securityClass = security
            self.repeatSafety = repeatSafety
        }
    }

    var description: Description { Self.table[self] ?? Description(.get, "v0", rawValue, .unprotected) }
}
