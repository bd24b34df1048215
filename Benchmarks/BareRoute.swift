import Glibc
import Hummingbird
import Logging

/// A Hummingbird route that answers the bytes of a line and does nothing else.
enum BareRoute {
    static func serve() async throws {
        let bytes = ByteBuffer(string: readLine(strippingNewline: true) ?? "")
        let router = Router()
        let answer = Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: bytes))
        router.get("/") { _, _ in answer }
        router.post("/") { request, _ in
            // What came is read, as anybody who answers it would.
            for try await _ in request.body {}
            return answer
        }
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                let line = Array("http://127.0.0.1:\(channel.localAddress?.port ?? 0)/\n".utf8)
                _ = line.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            }, logger: Logger(label: "bare") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }
}
