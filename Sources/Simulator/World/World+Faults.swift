import WiseAPI

extension World {
    /// Counts this request against the faults that wait for its route; the first one that is due strikes.
    mutating func strikingFault(_ route: Route) -> Fault.Kind? {
        guard !faults.isEmpty else { return nil }
        for index in faults.indices where faults[index].route == "*" || faults[index].route == route.rawValue {
            touched.faults = true
            guard faults[index].passesBefore == 0 else {
                faults[index].passesBefore -= 1
                continue
            }
            let kind = faults[index].kind
            faults[index].timesLeft -= 1
            if faults[index].timesLeft == 0 { faults.remove(at: index) }
            return kind
        }
        return nil
    }
}

extension Fault.Kind {
    /// What the caller sees.
    var refusal: Refusal {
        switch self {
        case .answerLost, .connectionReset: Refusal(status: 0, shape: .bare(message: ""))
        case .rateLimited:
            Refusal(
                status: 429, shape: .bare(message: "Too many requests"),
                headers: [("Retry-After", "5"), ("X-Rate-Limited-By", "wise-public-api")])
        case .serverError:
            Refusal(status: 500, shape: .framework(error: "Internal Server Error", message: "No message available"))
        case .unavailable:
            Refusal(status: 503, shape: .framework(error: "Service Unavailable", message: "No message available"))
        case .inProgress: .conflict("BAD_REQUEST", "Request already in progress", path: nil)
        }
    }
}
