import CCurlHost
import WiseAPI

/// How a transfer ended, copied out of what the C side lends.
struct CurlResult: Sendable {
    let outcome: CCurlOutcome
    let requestWasIssued: Bool
    let status: Int
    let head: [UInt8]
    let body: [UInt8]
    let detail: String

    /// A transfer that could not even be prepared; libcurl refuses a setting only when memory runs out.
    static let refused = CurlResult(
        outcome: .outOfMemory, requestWasIssued: false, status: 0, head: [], body: [], detail: "out of memory")

    /// The answer, or the error that says why there is none.
    func response(
        from address: ServerAddress, within configuration: CurlTransport.Configuration
    ) throws(TransportError) -> APIResponse {
        guard outcome == .answered else { throw error(from: address, within: configuration) }
        var headers = HeaderFields(receivedHead: head)
        if headers["content-encoding"] != nil {
            // They describe the compressed body, which is not what is handed on.
            headers["content-encoding"] = nil
            headers["content-length"] = nil
        }
        return APIResponse(status: status, headers: headers, body: body)
    }
}

extension CurlResult {
    init(_ answer: CCurlAnswer) {
        outcome = answer.outcome
        requestWasIssued = answer.requestWasIssued
        status = answer.status
        head = Array(UnsafeRawBufferPointer(start: answer.head, count: answer.headCount))
        body = Array(UnsafeBufferPointer(start: answer.body, count: answer.bodyCount))
        detail = answer.detail.map { String(cString: $0) } ?? ""
    }
}

extension HeaderFields {
    /// The fields of a received head. The status line, and lines without a colon, are left out; a line that begins
    /// with a blank continues the one before (RFC 9112, section 5.2).
    init(receivedHead head: [UInt8]) {
        self.init()
        var lines: [[UInt8]] = []
        for line in head.split(separator: UInt8(ascii: "\n")) {
            let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if let first = text.first, Self.isBlank(first), let last = lines.popLast() {
                lines.append(last + [UInt8(ascii: " ")] + text.drop(while: Self.isBlank))
            } else {
                lines.append(Array(text))
            }
        }
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = line[line.index(after: colon)...].trimmingBlanks()
            append(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
        }
    }

    fileprivate static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
    fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
        var slice = drop(while: HeaderFields.isBlank)
        while let last = slice.last, HeaderFields.isBlank(last) { slice.removeLast() }
        return slice
    }
}
