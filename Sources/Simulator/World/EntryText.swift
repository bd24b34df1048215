import Money
import WiseAPI

/// What a statement says about one line of an entry.
struct EntryText {
    let entry: LedgerEntry
    let world: World

    /// The word of `details.type`. The bank lists jar moves as conversions and cashback as unknown.
    var word: String {
        switch entry.kind {
        case .jarMove: EntryKind.conversion.rawValue
        case .cashback: "UNKNOWN"
        default: entry.kind.rawValue
        }
    }

    private var details: EntryDetails { entry.details }
    private var party: String { details.party ?? "" }

    private var description: String {
        switch entry.kind {
        case .conversion:
            guard let exchange = entry.exchange else { return "Converted" }
            return "Converted \(exchange.source) to \(exchange.target)"
        case .jarMove:
            guard let amount = entry.exchange?.source else { return "Moved" }
            let isFill = entry.postings.last.map { isJar($0.account) } ?? false
            return isFill ? "Added \(amount) to \(party)" : "Moved \(amount) from \(party)"
        case .card:
            let amount = entry.exchange?.target ?? entry.postings.first?.amount.magnitude
            return "Card transaction of \(amount?.description ?? "") issued by \(party) \(details.city ?? "")"
        case .deposit where entry.isContinuation: return "Sent money back to \(party)"
        case .deposit: return "Received money from \(party) with reference \(details.paymentReference ?? "")"
        case .transfer: return "Sent money to \(party)"
        case .moneyAdded: return "Topped up account"
        case .directDebit: return "Direct debit collected by \(party)"
        case .interest: return "Interest"
        case .cashback: return "Cashback"
        }
    }

    private func isJar(_ account: LedgerAccount) -> Bool {
        guard case .balance(let id) = account else { return false }
        return world.balances[id]?.type == .savings
    }

    /// `details`
    var json: JSONValue {
        var object: JSONObject = ["type": .string(word), "description": .string(description)]
        switch entry.kind {
        case .conversion, .jarMove:
            guard let exchange = entry.exchange else { break }
            object["sourceAmount"] = .statementMoney(exchange.source)
            object["targetAmount"] = .statementMoney(exchange.target)
            object["rate"] = .number(text: exchange.rate, places: 8)
        case .card: addCard(to: &object)
        case .deposit:
            object["senderName"] = .string(party)
            object["senderAccount"] = .text(details.partyAccount)
            object["paymentReference"] = .string(details.paymentReference ?? "")
            object["recipientAccountNumber"] = .string("")
            object["recipientAccountDetailsId"] = .null
        case .transfer:
            object["recipient"] = .object(["name": .string(party), "bankAccount": .text(details.partyAccount)])
            object["paymentReference"] = .string(details.paymentReference ?? "")
            object["creatorTrackingId"] = .null
        case .directDebit:
            // No answer of the bank with a member for the collector is known; the description names it.
            object["paymentReference"] = .string(details.paymentReference ?? "")
        case .moneyAdded, .interest, .cashback: break
        }
        return .object(object)
    }

    private func addCard(to object: inout JSONObject) {
        let paid = entry.exchange?.target ?? entry.postings.first?.amount.magnitude
        object["amount"] = paid.map { .statementMoney($0) } ?? .null
        object["category"] = .text(details.category)
        object["merchant"] = .object([
            "name": .string(party), "firstLine": .null, "postCode": .null, "city": .text(details.city), "state": .null,
            "country": .text(details.country), "category": .text(details.category),
        ])
        object["cardLastFourDigits"] = .text(details.cardDigits)
        object["cardHolderFullName"] = .text(details.cardHolder)
    }

    /// `exchangeDetails`; null when nothing was exchanged, as for a jar move.
    var exchange: JSONValue {
        guard let exchange = entry.exchange, exchange.source.currency != exchange.target.currency else { return .null }
        var object: JSONObject = [
            "toAmount": .statementMoney(exchange.target), "fromAmount": .statementMoney(exchange.source),
            "rate": .number(text: exchange.rate, places: 5),
        ]
        if entry.kind == .card { object["forAmount"] = .statementMoney(exchange.target) }
        return .object(object)
    }
}

extension JSONValue {
    /// A rate with exactly so many decimal places.
    fileprivate static func number(text rate: ExactDecimal, places: Int) -> JSONValue {
        .decimal(rate.rounded(toScale: places, .halfUp).atScale(places))
    }
}
