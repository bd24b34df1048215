/// Which generation of paths an environment uses.
public enum PathGeneration: Sendable, Hashable {
    /// Each operation has its own version: `/v4/profiles/...`. What the user's documents show.
    case legacy
    /// One version for all: `/2026Q3/profiles/...`.
    case calendar(String)

    /// Whether a text is the name of a calendar version: a year and a quarter, such as `2026Q3`.
    public static func isCalendarVersion(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 6 && bytes[4] == UInt8(ascii: "Q") && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[5])
            && Digits.integer(bytes[0..<4]) != nil
    }
}

extension Route {
    /// The path of this operation with its parameters, in order, filled in.
    ///
    /// A parameter is percent-encoded, so that none can reach into another segment.
    public func path(_ parameters: String..., generation: PathGeneration = .legacy) -> String {
        let description = self.description
        var path = "/"
        switch generation {
        case .calendar(let version) where !isSuperseded && !isUnversioned: path += version
        case .legacy, .calendar: path += description.version
        }
        var remaining = parameters[...]
        for segment in description.segments {
            path += "/"
            if segment.first == "{", let parameter = remaining.popFirst() {
                PercentEncoding.append(parameter, to: &path)
            } else {
                path += segment
            }
        }
        return path
    }

    /// What a path means to the router.
    public enum Match: Sendable, Equatable {
        /// The operation and its parameters in the order of the path.
        case route(Route, parameters: [String])
        /// The path exists, for another method.
        case methodNotAllowed
        /// No operation has this path.
        case unknown
    }

    /// Finds the operation of a request. Doubled and trailing slashes are forgiven, as the bank forgives them.
    public static func match(_ method: APIRequest.Method, path: String) -> Match {
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        guard let version = segments.first else { return .unknown }
        let rest = segments.dropFirst()
        var pathIsKnown = false
        for candidate in candidatesBySegmentCount[rest.count] ?? [] {
            guard isVersion(version, of: candidate), let parameters = match(rest, candidate.description.segments)
            else { continue }
            pathIsKnown = true
            // HEAD is answered wherever GET is: some clients probe with it.
            let answersHead = candidate.description.method == .get && !candidate.route.isEffect
            if candidate.description.method == method || (method == .head && answersHead) {
                return .route(candidate.route, parameters: parameters)
            }
        }
        return pathIsKnown ? .methodNotAllowed : .unknown
    }

    private struct Candidate: Sendable {
        let route: Route
        let description: Description
    }

    private static let candidatesBySegmentCount: [Int: [Candidate]] = Dictionary(
        grouping: allCases.map { Candidate(route: $0, description: $0.description) }, by: \.description.segments.count)

    private static func isVersion(_ version: Substring, of candidate: Candidate) -> Bool {
        if version == candidate.description.version { return true }
        return !candidate.route.isSuperseded && !candidate.route.isUnversioned && PathGeneration.isCalendarVersion(version)
    }

    private static func match(_ segments: ArraySlice<Substring>, _ template: [Substring]) -> [String]? {
        var parameters: [String] = []
        for (segment, expected) in zip(segments, template) {
            if expected.first == "{" {
                guard let parameter = PercentEncoding.decode(segment.utf8, plusIsSpace: false) else { return nil }
                parameters.append(parameter)
            } else if segment != expected {
                return nil
            }
        }
        return parameters
    }
}
