import LuaRuntime
import WiseAPI
import WiseClient

extension Surface {
    /// `profile:` methods about what happened.
    static let profileActivityFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "activities",
            "Lists what happened, newest first, page by page until all is there or the limit is reached.",
            options: activityFilters + [.optional("limit", "integer", "the most that are listed; all without it")],
            result: "a list of activities", effect: .reads,
            example: "for _, a in ipairs(wise.activities{ limit = 5 }) do print(a.created_on, a.title, a.primary_amount) end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let query = try activityQuery(arguments)
            let limit = try arguments.optionalLimit()
            return .list(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.activities(of: profile, query, limit: limit)
                }
            ) { LuaValue($0) }
        },
        FunctionDescription(
            "profile", "each_activity", "Goes through what happened, newest first; a page is asked for when the loop gets to it.",
            options: activityFilters, result: "an iterator for a for loop", effect: .reads,
            example: "for a in wise.each_activity{ from = \"2026-10-01\" } do print(a.title) break end"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            let query = try activityQuery(arguments)
            let cursor: String? = if case .string(let text) = arguments.cursor { text } else { nil }
            let page = try await context.raising { () async throws(ClientError) in
                try await context.client.activityPage(of: profile, query, after: cursor)
            }
            let next = page.cursor.flatMap { $0.isEmpty ? nil : $0 }
            return .table([
                "items": .list(page.activities) { LuaValue($0) }, "cursor": next.map { .string($0) } ?? .none,
            ])
        },
    ]

    private static let activityFilters: [ParameterDescription] = [
        .optional("resource_type", "string", "only what is about this, such as \"TRANSFER\" or \"BALANCE_TRANSACTION\""),
        .optional("status", "string", "only what is that far: REQUIRES_ATTENTION, IN_PROGRESS, UPCOMING, COMPLETED, CANCELLED"),
        .optional("from", "date", "the first instant, UTC"),
        .optional("to", "date", "the last instant, UTC; a date alone means its end"),
    ]

    private static func activityQuery(_ arguments: Arguments) throws -> ActivityQuery {
        ActivityQuery(
            resourceType: try arguments.optionalString("resource_type").map { ActivityResourceType(rawValue: $0) },
            status: try arguments.optionalString("status").map { Activity.Status(rawValue: $0) },
            since: try arguments.optionalTimestamp("from"), until: try arguments.optionalEnd("to"))
    }
}
