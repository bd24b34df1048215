import Money
import WiseAPI

extension World {
    private static let usualTransferPage = 100

    /// `GET /v1/transfers`: what a profile sent, newest first. Dates belong to the interval that they bound.
    func listTransfers(_ request: APIRequest) throws(Refusal) -> Answer {
        let profile = try profileOrPersonal(try request.wholeNumber("profile"))
        let limit = try request.wholeNumber("limit") ?? Self.usualTransferPage
        let offset = try request.wholeNumber("offset") ?? 0
        guard limit > 0 else { throw .invalid("NOT_VALID", "limit is 1 or more", path: "query.limit") }
        guard offset >= 0 else { throw .invalid("NOT_VALID", "offset is 0 or more", path: "query.offset") }
        let statuses = try Self.statuses(request)
        let (source, target) = (try request.currency("sourceCurrency"), try request.currency("targetCurrency"))
        let start = try request.optionalInstant("createdDateStart")
        let end = try request.optionalInstant("createdDateEnd")
        var found: [JSONValue] = []
        var passed = 0
        for place in (transferIndex.byProfile[profile.id] ?? []).reversed() {
            guard found.count < limit else { break }
            guard let transfer = transfers[place.id], source == nil || transfer.source.currency == source,
                target == nil || transfer.target.currency == target, start.map({ transfer.createdAt >= $0 }) ?? true,
                end.map({ transfer.createdAt <= $0 }) ?? true, statuses?.contains(status(of: transfer)) ?? true
            else { continue }
            passed += 1
            if passed > offset { found.append(json(of: transfer)) }
        }
        return Answer(.array(found))
    }

    /// The states that a query asks for; nil for all.
    private static func statuses(_ request: APIRequest) throws(Refusal) -> Set<TransferStatus>? {
        guard let text = request.query("status"), !text.isEmpty else { return nil }
        var statuses = Set<TransferStatus>()
        for word in text.split(separator: ",") {
            let status = TransferStatus(rawValue: String(word))
            guard TransferRecord.statuses.contains(status) || TransferRecord.otherStatuses.contains(status) else {
                throw .invalid("BAD_REQUEST", "Unknown status '\(word)'", path: "query.status")
            }
            statuses.insert(status)
        }
        return statuses
    }
}

extension TransferRecord {
    /// The states in which a transfer of the world can be.
    static let statuses: Set<TransferStatus> = [
        .incomingPaymentWaiting, .processing, .fundsConverted, .outgoingPaymentSent, .cancelled, .fundsRefunded, .bouncedBack,
    ]
    /// Further states that the bank knows.
    static let otherStatuses: Set<TransferStatus> = [
        .incomingPaymentInitiated, .chargedBack, .waitingForRecipient, .unknown,
    ]
}

extension APIRequest {
    /// An instant in UTC; nil when it is not asked for.
    func optionalInstant(_ name: String) throws(Refusal) -> Timestamp? {
        guard let text = query(name), !text.isEmpty else { return nil }
        return try instant(name)
    }
}
