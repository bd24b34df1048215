import WiseAPI

extension World {
    /// The operations by which a caller proves who asks: tokens, one-time tokens and their challenges.
    ///
    /// - Returns: Nil when the route is none of these.
    mutating func performProof(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        nil
    }
}
