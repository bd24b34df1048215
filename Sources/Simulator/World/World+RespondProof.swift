import WiseAPI

extension World {
    /// The operations by which a caller proves who asks: tokens, one-time tokens and their challenges.
    ///
    /// - Returns: Nil when the route is none of these.
    mutating func performProof(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        switch route {
        case .getUser: getUser()
        case .getOneTimeTokenStatus: try oneTimeTokenStatus(request)
        case .triggerChallenge: try triggerChallenge(parameters[0], request)
        case .verifyChallenge: try verifyChallenge(parameters[0], request)
        case .authoriseSession: try authoriseSession(try profile(parameters[0]), request)
        case .createPIN: try createPIN(try profile(parameters[0]), request)
        case .deletePIN: try deletePIN(try profile(parameters[0]))
        case .verifyPIN: try verifyPIN(try profile(parameters[0]), request)
        default: nil
        }
    }
}
