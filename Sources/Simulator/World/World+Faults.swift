import WiseAPI

extension World {
    /// Counts this request against all faults that wait for its route; the first one that is due strikes.
    ///
    /// Another one that is due at the same request waits for the next: so an answer that is lost at the first call can be
    /// followed by "in progress" at its repeat.
    mutating func strikingFault(_ route: Route) -> Fault? {
        guard !faults.isEmpty else { return nil }
        var striking: Fault?
        for index in faults.indices where faults[index].route == "*" || faults[index].route == route.rawValue {
            touched.faults = true
            if faults[index].passesBefore > 0 {
                faults[index].passesBefore -= 1
            } else if striking == nil {
                striking = faults[index]
                faults[index].timesLeft -= 1
            }
        }
        faults.removeAll { $0.timesLeft == 0 }
        return striking
    }

    /// Puts the quote that a request names out of date, when it could still be used. Time alone decides that, so the quote's
    /// is set to the present.
    mutating func expireQuote(namedBy request: APIRequest, _ parameters: [String]) {
        var names = parameters
        if let body = try? JSONValue(parsing: request.body) {
            names += ["quoteId", "quoteUuid"].compactMap { body[$0]?.stringValue }
        }
        for name in names { expireQuote(name) }
    }

    /// The quote of an answer, out of date already; nil when the answer tells of none.
    mutating func expireQuote(madeBy answer: Answer) -> Answer? {
        guard let id = (try? JSONValue(parsing: answer.body))?["id"]?.stringValue, expireQuote(id), let quote = quotes[id]
        else { return nil }
        return Answer(status: answer.status, json(of: quote))
    }

    @discardableResult
    private mutating func expireQuote(_ name: String) -> Bool {
        let id = name.lowercased()
        guard let quote = quotes[id], status(of: quote) == .pending else { return false }
        let now = clock
        quotes[id]?.expiresAt = now
        touched.quotes.insert(id)
        return true
    }
}

extension Fault {
    /// What the caller sees instead of an answer to the request; nil when the request is carried out.
    var refusal: Refusal? {
        switch kind {
        case .connectionReset: Refusal(status: 0, shape: .bare(message: ""))
        case .rateLimited: .tooManyRequests(retryAfter: seconds ?? 5)
        case .serverError:
            Refusal(status: 500, shape: .framework(error: "Internal Server Error", message: "No message available"))
        case .unavailable:
            Refusal(
                status: 503, shape: .framework(error: "Service Unavailable", message: "No message available"),
                headers: seconds.map { [("Retry-After", String($0))] } ?? [])
        case .inProgress: .conflict("BAD_REQUEST", "Request already in progress", path: nil)
        case .answerLost, .bodyReset, .truncatedBody, .malformedBody, .slow, .approvalDemanded, .quoteExpired: nil
        }
    }

    /// What befalls the answer.
    var mishap: Mishap? {
        switch kind {
        case .answerLost, .connectionReset: .reset
        case .bodyReset: .resetInBody
        case .truncatedBody: .truncation
        case .slow: .delay(seconds: seconds ?? 5)
        case .malformedBody, .rateLimited, .serverError, .unavailable, .inProgress, .approvalDemanded, .quoteExpired: nil
        }
    }
}

extension Refusal {
    /// The bank's words for it are not documented beyond "an object" (Wise API reference, 1.4).
    static func tooManyRequests(retryAfter seconds: Int) -> Refusal {
        Refusal(
            status: 429, shape: .bare(message: "Too many requests"),
            headers: [("Retry-After", String(seconds)), ("X-Rate-Limited-By", "wise-public-api")])
    }
}
