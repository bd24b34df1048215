import WiseAPI

extension World {
    /// The operations by which a caller proves who asks (tokens, one-time tokens and their challenges), and the further ways to
    /// get a quote.
    ///
    /// - Returns: Nil when the route is none of these.
    mutating func performProof(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        switch route {
        case .createToken: try createToken(request)
        case .createUnauthenticatedQuote: try createUnauthenticatedQuote(request)
        case .createQuoteSecondVersion: try createQuoteSecondVersion(request)
        case .updateQuote: try updateQuote(try profile(parameters[0]), parameters[1], request)
        case .getRecipientRequirements: try recipientRequirements(request)
        case .getQuoteRecipientRequirements: try quoteRecipientRequirements(parameters[0])
        case .refreshQuoteRecipientRequirements: try quoteRecipientRequirements(parameters[0], given: RequestBody(request))
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
