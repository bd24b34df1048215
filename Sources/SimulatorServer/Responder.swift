import HTTPTypes
import HummingbirdCore
import NIOCore
import Simulator
import WiseAPI

/// Turns what came over a socket into a request of the API and the answer back, whatever method and path it has.
struct Responder: Sendable {
    let bank: SimulatedBank
    let access: AccessPolicy
    let log: ExchangeLog?

    func respond(to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        let path = request.head.path ?? ""
        let declaredSize = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        var body: [UInt8] = []
        var isOversized = declaredSize > World.greatestBodySize
        // A body can be gone through once only.
        var parts = request.body.makeAsyncIterator()
        while !isOversized, let part = try await parts.next() {
            isOversized = body.count + part.readableBytes > World.greatestBodySize
            if !isOversized { body.append(contentsOf: part.readableBytesView) }
        }
        guard !isOversized else {
            let answer = await refusal(of: .oversizedBody, request, path)
            record(request, path, [], answer)
            try await Self.write(answer, to: request.method, closing: true, writer)
            try await Self.discard(&parts)
            throw Disconnection()
        }
        let reply = await reply(to: request, path, body)
        record(request, path, body, reply.arriving)
        try await Self.deliver(reply, to: request.method, writer, channel)
    }

    private func reply(to request: Request, _ path: String, _ body: [UInt8]) async -> Reply {
        let method = request.method.rawValue
        guard APIRequest.Method(rawValue: method) != nil else {
            return Reply(await refusal(of: .unknownMethod(method), request, path))
        }
        guard let readable = APIRequest(method: method, target: path, headers: Self.fields(of: request), body: body) else {
            return Reply(await refusal(of: .malformedTarget, request, path))
        }
        return await bank.reply(to: readable, access: access)
    }

    /// The refusal of what is no request of the API; the client's own mark comes back with it as with every answer.
    private func refusal(of unreadable: UnreadableRequest, _ request: Request, _ path: String) async -> APIResponse {
        var answer = await bank.respond(to: unreadable, path: Self.withoutQuery(path))
        let name = "X-External-Correlation-Id"
        if let mark = Self.fields(of: request)[name], mark.utf8.count <= 36 { answer.headers.append(name, mark) }
        return answer
    }

    private func record(_ request: Request, _ path: String, _ body: [UInt8], _ answer: APIResponse) {
        guard let log else { return }
        var answer = answer
        if request.method == .head { answer.body = [] }
        log.record(request.method.rawValue, path, Self.fields(of: request), body, answer)
    }

    private static func fields(of request: Request) -> HeaderFields {
        var headers = HeaderFields()
        for field in request.headers { headers.append(field.name.rawName, field.value) }
        return headers
    }

    /// Status and header fields of an answer, the length of its body among them.
    static func head(of answer: APIResponse) -> HTTPResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: answer.status))
        for field in answer.headers {
            guard let name = HTTPField.Name(field.name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: field.value))
        }
        // The answer to HEAD says itself how long the body of GET would be.
        let isLengthKnown = head.headerFields[.contentLength] != nil
        if answer.status != 204, !isLengthKnown { head.headerFields[.contentLength] = String(answer.body.count) }
        return head
    }

    static func write(
        _ answer: APIResponse, to method: HTTPRequest.Method, closing: Bool, _ writer: consuming ResponseWriter
    ) async throws {
        var head = head(of: answer)
        if closing { head.headerFields[.connection] = "close" }
        guard !answer.body.isEmpty, method != .head else {
            try await writer.writeResponse(head)
            return
        }
        try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// Reads what the client is still sending, within reason: closing on unread bytes would take the answer from it.
    private static func discard(_ parts: inout RequestBody.AsyncIterator) async throws {
        var count = 0
        while count <= 16 * World.greatestBodySize, let part = try await parts.next() { count += part.readableBytes }
    }

    private static func withoutQuery(_ path: String) -> String { String(path.prefix { $0 != "?" }) }
}

/// Ends a connection without a word.
struct Disconnection: Error {}
