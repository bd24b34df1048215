import Glibc
import HTTPTypes
import HummingbirdCore
import NIOCore
import Simulator
import WiseAPI

extension Responder {
    /// Sends an answer, or lets happen to it what befalls it. Only this connection waits.
    static func deliver(
        _ reply: Reply, to method: HTTPRequest.Method, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        switch reply.mishap {
        case .reset: try await reset(channel)
        case .resetInBody:
            try await writeHalf(reply.answer, to: method, writer)
            try await reset(channel)
        case .truncation:
            try await writeHalf(reply.answer, to: method, writer)
            // The connection closes because the responder throws.
            throw Disconnection()
        case .delay(let seconds):
            try await Task.sleep(for: .seconds(seconds))
            try await write(reply.answer, to: method, closing: false, writer)
        case nil: try await write(reply.answer, to: method, closing: false, writer)
        }
    }

    /// Sends the head of an answer as it is and the first half of its body.
    private static func writeHalf(
        _ answer: APIResponse, to method: HTTPRequest.Method, _ writer: consuming ResponseWriter
    ) async throws {
        let bodyWriter = try await writer.writeHead(head(of: answer))
        guard method != .head, !answer.body.isEmpty else { return }
        var unfinished = bodyWriter
        try await unfinished.write(ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2)))
    }

    /// Resets the connection: closing without lingering sends RST instead of FIN, so that the caller's socket fails.
    ///
    /// What was written goes out before, because a reset discards what still waits to be sent.
    private static func reset(_ channel: any Channel) async throws {
        try await Task.sleep(for: .milliseconds(20))
        if let options = channel as? any SocketOptionProvider {
            try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await channel.close().get()
        throw Disconnection()
    }
}
