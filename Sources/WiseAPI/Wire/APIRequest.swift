/// A request of the API, apart from any socket: what a client sends and a simulator receives.
///
/// A client's request holds no credential: the token is handed to the transport beside it, so that the request can be
/// stored and shown as it is. Only what a server received has the token among its header fields.
public struct APIRequest: Sendable, Equatable {
    /// The methods that the API uses.
    public enum Method: String, Sendable, Hashable {
        /// Reads.
        case get = "GET"
        /// Creates or does.
        case post = "POST"
        /// Replaces.
        case put = "PUT"
        /// Changes in part.
        case patch = "PATCH"
        /// Removes.
        case delete = "DELETE"
        /// Reads the header of an answer.
        case head = "HEAD"

        /// Whether HTTP promises that nothing changes by it (RFC 9110, section 9.2.1).
        public var onlyReads: Bool { self == .get || self == .head }
    }

    /// What to do.
    public var method: Method
    /// The path, percent-encoded, starting with a slash.
    public var path: String
    /// The query as plain text, in order.
    public var query: [QueryItem]
    /// The header fields; `Authorization` is among them only in what a server received.
    public var headers: HeaderFields
    /// The body's bytes, empty when there is none.
    public var body: [UInt8]

    /// A request for a path.
    public init(
        _ method: Method, _ path: String, query: [QueryItem] = [], headers: HeaderFields = HeaderFields(), body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// What a server received; nil when the method is unknown or the target is not a path with well-formed escapes.
    public init?(method: String, target: String, headers: HeaderFields, body: [UInt8]) {
        guard let method = Method(rawValue: method), target.utf8.first == UInt8(ascii: "/") else { return nil }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard PercentEncoding.decode(parts[0].utf8, plusIsSpace: false) != nil else { return nil }
        var query: [QueryItem] = []
        if parts.count == 2 {
            for pair in parts[1].split(separator: "&") {
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = PercentEncoding.decode(sides[0].utf8, plusIsSpace: true) else { return nil }
                let text = sides.count == 2 ? sides[1] : ""
                guard let value = PercentEncoding.decode(text.utf8, plusIsSpace: true) else { return nil }
                query.append(QueryItem(name, value))
            }
        }
        self.init(method, String(parts[0]), query: query, headers: headers, body: body)
    }

    /// Path and query as they stand in the request line.
    public var target: String {
        guard !query.isEmpty else { return path }
        var target = path
        var separator: Unicode.Scalar = "?"
        for item in query {
            target.unicodeScalars.append(separator)
            PercentEncoding.append(item.name, to: &target)
            target.unicodeScalars.append("=")
            PercentEncoding.append(item.value, to: &target)
            separator = "&"
        }
        return target
    }

    /// Whether a path has one reading only: no segment is `.` or `..`, and nothing is percent-encoded that need not be. Two
    /// paths that are not plain may be the same to a server and different to whoever looks at them.
    public static func isPlainPath(_ path: String) -> Bool {
        path.split(separator: "/").allSatisfy { segment in
            guard segment != ".", segment != "..", let text = PercentEncoding.decode(segment.utf8, plusIsSpace: false)
            else { return false }
            var again = ""
            PercentEncoding.append(text, to: &again)
            return again.lowercased() == segment.lowercased()
        }
    }

    /// The value of the first query item with this name.
    public func query(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
