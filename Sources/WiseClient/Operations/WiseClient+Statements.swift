import Money
public import WiseAPI

extension WiseClient {
    /// The longest period of one statement: 469 days (Wise guide, balance accounts).
    public static let longestStatementDays = 469

    /// The statement of a balance; both ends of the period belong to it.
    ///
    /// - Throws: ``ClientError`` of kind ``ClientError/Kind/invalidRequest`` for a period that ends before it starts or is
    ///   longer than ``longestStatementDays``.
    public func statement(
        of balance: Balance, profile: Int, from start: Timestamp, to end: Timestamp, type: StatementType = .compact,
        locale: String? = nil
    ) async throws(ClientError) -> BalanceStatement {
        guard start <= end else {
            throw ClientError(
                .invalidRequest, code: "period_reversed", message: "the period ends (\(end)) before it starts (\(start))",
                hint: "Swap from and to")
        }
        guard end.microseconds - start.microseconds <= Int64(Self.longestStatementDays) * 86_400_000_000 else {
            throw ClientError(
                .invalidRequest, code: "period_too_long",
                message: "the period from \(start) to \(end) is longer than \(Self.longestStatementDays) days",
                hint: "Ask for shorter periods, one after the other")
        }
        var query = [
            QueryItem("currency", balance.currency.code), QueryItem("intervalStart", start.text(.milliseconds)),
            QueryItem("intervalEnd", end.text(.milliseconds)), QueryItem("type", type.rawValue),
        ]
        if let locale { query.append(QueryItem("statementLocale", locale)) }
        let path = Route.getStatement.path("\(profile)", "\(balance.id)", generation: generation)
        return try await read(.getStatement, path, query: query, BalanceStatement.init(json:))
    }
}
