import Money
import WiseAPI

extension World {
    /// A transfer as the API sends it.
    func json(of transfer: TransferRecord) -> JSONValue {
        var object = members(of: transfer)
        object["quote"] = .null
        object["quoteUuid"] = .string(transfer.quote)
        object["payinSessionId"] = .string(transfer.payInSession)
        object["customerTransactionId"] = .string(transfer.key)
        return .object(object)
    }

    /// A transfer as the sandbox's simulation sends it: the older form, whose quote is a number.
    func olderForm(of transfer: TransferRecord) -> JSONValue {
        var object = members(of: transfer)
        object["quote"] = .integer(transfer.id)
        return .object(object)
    }

    private func members(of transfer: TransferRecord) -> JSONObject {
        let isBusiness = profiles[transfer.profile]?.type == .business
        return [
            "id": .integer(transfer.id), "user": .integer(settings.user), "targetAccount": .integer(transfer.recipient),
            "sourceAccount": transfer.refundRecipient.map { .integer($0) } ?? .null,
            "status": .string(status(of: transfer).rawValue), "reference": .string(transfer.reference),
            "rate": .decimal(transfer.rate), "created": .string(transfer.createdAt.textWithoutZone),
            "business": isBusiness ? .integer(transfer.profile) : .null, "transferRequest": .null,
            "details": .object(transfer.details), "hasActiveIssues": .bool(transfer.failureCode != nil),
            "sourceCurrency": .string(transfer.source.currency.code),
            "sourceValue": .decimal(transfer.net.amount.atScale(transfer.source.currency.providerDigits)),
            "targetCurrency": .string(transfer.target.currency.code), "targetValue": .decimal(transfer.target.amount),
        ]
    }
}

extension Timestamp {
    /// `2026-11-02 09:00:00`, as transfers carry it: UTC, and no zone says so.
    var textWithoutZone: String {
        let text = text(.seconds)
        return text.prefix(10) + " " + text.dropFirst(11).dropLast()
    }
}
