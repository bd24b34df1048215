import WiseAPI

/// Where to find transfers: by their key, their quote and their profile. It follows from the transfers and is not stored.
struct TransferIndex: Sendable {
    private(set) var byKey: [String: Int] = [:]
    private(set) var byQuote: [String: Int] = [:]
    /// In the order in which they were ordered.
    private(set) var byProfile: [Int: [Place]] = [:]

    /// A transfer and when it was ordered.
    struct Place: Sendable {
        let time: Timestamp
        let id: Int
    }

    /// The number in a reference of the form `TRANSFER-900123`.
    static func number(of reference: String) -> Int? {
        reference.hasPrefix("TRANSFER-") ? Int(reference.dropFirst(9)) : nil
    }

    mutating func add(_ transfer: TransferRecord) {
        byKey[transfer.key] = transfer.id
        byQuote[transfer.quote] = transfer.id
        var end = byProfile[transfer.profile]?.count ?? 0
        while end > 0, let before = byProfile[transfer.profile]?[end - 1], before.time > transfer.createdAt { end -= 1 }
        byProfile[transfer.profile, default: []].insert(Place(time: transfer.createdAt, id: transfer.id), at: end)
    }
}

extension World {
    /// Puts a new or changed transfer in its place.
    mutating func keep(_ transfer: TransferRecord) {
        if transfers.updateValue(transfer, forKey: transfer.id) == nil { transferIndex.add(transfer) }
        touched.transfers.insert(transfer.id)
    }

    /// Puts a new or changed recipient in its place.
    mutating func keep(_ recipient: RecipientRecord) {
        recipients[recipient.id] = recipient
        touched.recipients.insert(recipient.id)
    }

    /// Puts new or changed bank details in their place.
    mutating func keep(_ details: BankDetailsRecord) {
        bankDetails[details.id] = details
        touched.bankDetails.insert(details.id)
    }
}
