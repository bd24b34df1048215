import Money
import WiseAPI

extension World {
    private static let activityPage = 1...100
    private static let usualActivityPage = 10

    /// `GET /v1/profiles/{p}/activities`: what happened, newest first. The cursor leads to what is older than the page, whatever
    /// happens meanwhile.
    func listActivities(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let size = try request.wholeNumber("size") ?? Self.usualActivityPage
        guard Self.activityPage.contains(size) else {
            throw .invalid("NOT_VALID", "A page has 1 to \(Self.activityPage.upperBound) activities.", path: "query.size")
        }
        let filter = try ActivityFilter(request)
        var end = filter.end
        if let cursor = request.query("nextCursor"), !cursor.isEmpty {
            guard let place = ActivityItem.Place(cursor: cursor) else {
                let message = "A cursor comes from the page before, as it is."
                throw .invalid("NOT_VALID", message, path: "query.nextCursor")
            }
            end = end.map { min($0, place) } ?? place
        }
        var feed = ActivityFeed(self, profile.id, before: end)
        var page: [ActivityItem] = []
        var hasMore = false
        while let item = feed.next(), filter.since.map({ item.place.time >= $0 }) ?? true {
            guard filter.accepts(item) else { continue }
            guard page.count < size else {
                hasMore = true
                break
            }
            page.append(item)
        }
        let cursor = hasMore ? page.last?.place.cursor : nil
        return Answer(
            .object([
                "cursor": .text(cursor), "activities": .array(page.map { $0.json(profile: profile.id) }),
            ]))
    }
}

/// Which activities a request asks for.
private struct ActivityFilter {
    let since: Timestamp?
    /// Behind the last place that is asked for; a millisecond, as finely as activities tell their time, belongs to it whole.
    let end: ActivityItem.Place?
    private let resource: ActivityResourceType?
    private let status: Activity.Status?

    init(_ request: APIRequest) throws(Refusal) {
        since = try Self.instant("since", request)
        end = try Self.instant("until", request).map { until in
            let milliseconds = until.microseconds - (until.microseconds % 1000 + 1000) % 1000
            return ActivityItem.Place(Timestamp(microseconds: milliseconds + 1000), rank: 0, 0)
        }
        resource = try Self.word("monetaryResourceType", Self.resources, request).map { ActivityResourceType(rawValue: $0) }
        status = try Self.word("status", Self.statuses, request).map { Activity.Status(rawValue: $0) }
    }

    func accepts(_ item: ActivityItem) -> Bool {
        (resource == nil || item.resource == resource) && (status == nil || item.status == status)
    }

    private static func instant(_ name: String, _ request: APIRequest) throws(Refusal) -> Timestamp? {
        guard let text = request.query(name), !text.isEmpty else { return nil }
        guard let time = Timestamp(text) else {
            let message = "'\(name)' should be an instant, such as 2026-10-31T23:59:59.999Z"
            throw .invalid("wrong.date.format", message, path: "query.\(name)")
        }
        return time
    }

    private static func word(_ name: String, _ known: Set<String>, _ request: APIRequest) throws(Refusal) -> String? {
        guard let word = request.query(name), !word.isEmpty else { return nil }
        guard known.contains(word) else {
            throw .invalid("BAD_REQUEST", "Unknown \(name) '\(word)'", path: "query.\(name)")
        }
        return word
    }

    private static let statuses: Set<String> = ["REQUIRES_ATTENTION", "IN_PROGRESS", "UPCOMING", "COMPLETED", "CANCELLED"]

    /// All that the bank knows (Wise API reference, 12); most of them never happen here.
    private static let resources = Set(
        """
        ACCRUAL_CHARGE ACQUIRING_PAYMENT ASSETS_WITHDRAWAL BALANCE_CASHBACK BALANCE_INTEREST BALANCE_TRANSACTION \
        BANK_DETAILS_ORDER BATCH_TRANSFER CARD_CASHBACK CARD_ORDER CARD_TRANSACTION DIRECT_DEBIT_INSTRUCTION \
        DIRECT_DEBIT_TRANSACTION FEE_REFUND INCIDENT_REFUND INCORPORATION_ORDER OPERATIONAL_TRANSACTION PAYMENT_REQUEST REWARD \
        REWARDS_REDEMPTION SEND_ORDER SEND_ORDER_EXECUTION TRANSFER
        """.split(separator: " ").map(String.init))
}
