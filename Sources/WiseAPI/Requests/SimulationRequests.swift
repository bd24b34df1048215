public import Money

/// What is asked when simulated money is put into a balance.
public struct TopUpRequest: Sendable, Hashable {
    /// How the money seems to arrive: `CARD` shows as money added, `TRANSFER` as a deposit.
    public enum Channel: String, Sendable {
        /// By card.
        case card = "CARD"
        /// By bank transfer.
        case transfer = "TRANSFER"
    }

    /// The profile.
    public var profile: Int
    /// The balance.
    public var balance: Int
    /// How much, in the balance's currency.
    public var amount: Money
    /// How it seems to arrive.
    public var channel: Channel

    /// A request to top up.
    public init(profile: Int, balance: Int, amount: Money, channel: Channel) {
        (self.profile, self.balance, self.amount, self.channel) = (profile, balance, amount, channel)
    }

    /// The body on the wire.
    public var json: JSONValue {
        .object([
            "profileId": .integer(profile), "balanceId": .integer(balance), "currency": .string(amount.currency.code),
            "amount": .decimal(amount.amount), "channel": .string(channel.rawValue),
        ])
    }
}

/// The states into which the sandbox takes a transfer, one after the other.
public enum SimulatedTransferState: String, Sendable, CaseIterable {
    /// Needed even when paying for it took it there already.
    case processing
    /// After processing.
    case fundsConverted = "funds_converted"
    /// After its conversion.
    case outgoingPaymentSent = "outgoing_payment_sent"
    /// After it was sent.
    case bouncedBack = "bounced_back"
    /// After it bounced.
    case fundsRefunded = "funds_refunded"
}

/// What is asked when a simulated SWIFT payment comes in.
public struct SwiftPaymentRequest: Sendable, Hashable {
    /// How much.
    public var amount: Money
    /// Who sent it.
    public var senderName: String?
    /// What the sender wrote.
    public var reference: String?
    /// What else the message holds, in the words of the API, such as `beneficiaryAccount` or `charges`.
    public var members: JSONObject

    /// A request for a SWIFT payment.
    public init(amount: Money, senderName: String? = nil, reference: String? = nil, members: JSONObject = [:]) {
        (self.amount, self.senderName, self.reference, self.members) = (amount, senderName, reference, members)
    }

    /// The body on the wire.
    public var json: JSONValue {
        var object = members
        object["currencyCode"] = .string(amount.currency.code)
        object["amount"] = .decimal(amount.amount)
        if let senderName { object["senderName"] = .string(senderName) }
        if let reference { object["paymentReference"] = .string(reference) }
        return .object(object)
    }
}
