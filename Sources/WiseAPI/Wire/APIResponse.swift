/// An answer of the API, apart from any socket.
public struct APIResponse: Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The header fields.
    public var headers: HeaderFields
    /// The body's bytes, empty when there is none.
    public var body: [UInt8]

    /// An answer.
    public init(status: Int, headers: HeaderFields = HeaderFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer with a JSON body.
    public init(status: Int, headers: HeaderFields = HeaderFields(), json: JSONValue) {
        self.init(status: status, headers: headers, body: json.bytes)
        self.headers["content-type"] = "application/json"
    }

    /// Whether the request was carried out: any 2xx.
    public var isSuccess: Bool { (200..<300).contains(status) }
}
