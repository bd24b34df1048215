import WiseAPI

extension World {
    /// The operations around money that comes from and goes to others: recipients, transfers, bank details, activities.
    ///
    /// - Returns: Nil when the route is none of these.
    mutating func performSending(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        nil
    }
}
