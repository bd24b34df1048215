import WiseAPI

extension World {
    /// `POST fault`: `{"route": "moveBetweenBalances", "kind": "slow", "nth": 1, "times": 1, "seconds": 3}`
    mutating func addFault(_ body: RequestBody) throws(Refusal) -> Answer {
        let route = try body.string("route")
        guard route == "*" || Route(rawValue: route) != nil else {
            let names = Route.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("NOT_VALID", "Unknown route '\(route)'. There are *, \(names).", path: "route")
        }
        let word = try body.string("kind")
        guard let kind = Fault.Kind(rawValue: word) else {
            let names = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("NOT_VALID", "Unknown kind '\(word)'. There are \(names).", path: "kind")
        }
        let nth = try body.optionalInteger("nth") ?? 1
        let times = try body.optionalInteger("times") ?? 1
        guard (1...1_000_000).contains(nth) else { throw .invalid("NOT_VALID", "nth is 1 or more", path: "nth") }
        guard (1...1_000_000).contains(times) else { throw .invalid("NOT_VALID", "times is 1 or more", path: "times") }
        let seconds = try body.optionalInteger("seconds")
        if let seconds {
            guard kind.takesSeconds else {
                let words = Fault.Kind.allCases.filter(\.takesSeconds).map(\.rawValue).joined(separator: ", ")
                throw .invalid("NOT_VALID", "'\(word)' takes no seconds; these do: \(words)", path: "seconds")
            }
            guard (1...Fault.greatestSeconds).contains(seconds) else {
                throw .invalid("NOT_VALID", "seconds is between 1 and \(Fault.greatestSeconds)", path: "seconds")
            }
        }
        let fault = Fault(
            id: settings.counters.fault, route: route, kind: kind, passesBefore: nth - 1, timesLeft: times, seconds: seconds)
        settings.counters.fault += 1
        faults.append(fault)
        touched.faults = true
        return Answer(status: 201, fault.json)
    }

    /// `GET fault`: those that still wait, in the order in which they were set.
    func listFaults() -> Answer { Answer(.array(faults.map(\.json))) }

    /// `DELETE fault`: forgets all of them.
    mutating func clearFaults() -> Answer {
        touched.faults = touched.faults || !faults.isEmpty
        faults = []
        return listFaults()
    }

    /// `DELETE fault/{id}`: forgets one.
    mutating func clearFault(_ id: Substring) throws(Refusal) -> Answer {
        guard let index = faults.firstIndex(where: { String($0.id) == id }) else {
            throw .notFound("fault.not-found", "No fault \(id) waits.", path: "id")
        }
        touched.faults = true
        return Answer(faults.remove(at: index).json)
    }
}

extension Fault {
    /// As the control routes show it: `nth` counts from now, `effect` says whether what it strikes is carried out.
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "id": .integer(id), "route": .string(route), "kind": .string(kind.rawValue), "nth": .integer(passesBefore + 1),
            "times": .integer(timesLeft), "effect": .bool(kind.letsEffectHappen),
        ]
        if let seconds { object["seconds"] = .integer(seconds) }
        return .object(object)
    }
}
