public import WiseAPI

extension WiseClient {
    /// The most activities that a page of the bank holds.
    public static let largestActivityPage = 100

    /// One page of what happened on a profile, newest first.
    ///
    /// - Parameter cursor: ``ActivityPage/cursor`` of the page before.
    public func activityPage(
        of profile: Int, _ query: ActivityQuery = ActivityQuery(), size: Int = WiseClient.largestActivityPage,
        after cursor: String? = nil
    ) async throws(ClientError) -> ActivityPage {
        try Self.checkPageSize(size, 1...Self.largestActivityPage)
        var items = query.items + [QueryItem("size", "\(size)")]
        if let cursor { items.append(QueryItem("nextCursor", cursor)) }
        let path = Route.listActivities.path("\(profile)", generation: generation)
        return try await read(.listActivities, path, query: items, ActivityPage.init(json:))
    }

    /// Everything that happened on a profile, newest first, page by page.
    ///
    /// - Parameter limit: Stops after so many.
    public func activities(
        of profile: Int, _ query: ActivityQuery = ActivityQuery(), limit: Int? = nil
    ) async throws(ClientError) -> [Activity] {
        var activities: [Activity] = []
        var trail = PageTrail<String>()
        var cursor: String?
        let size = min(Self.largestActivityPage, max(1, limit ?? .max))
        while true {
            let page = try await activityPage(of: profile, query, size: size, after: cursor)
            activities += page.activities
            if let limit, activities.count >= limit { return Array(activities.prefix(limit)) }
            guard let next = page.cursor, !next.isEmpty else { return activities }
            try trail.goOn(to: next)
            cursor = next
        }
    }
}
