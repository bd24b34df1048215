import Glibc
import Synchronization
public import WiseAPI

/// A file to which every exchange with a simulated bank is added: a JSON object a line, request and answer.
///
/// It is for finding out what a client sent and got. Nothing in it opens an account: see ``ExchangeLog/line``.
public final class ExchangeLog: Sendable {
    private let descriptor: Int32
    private let onFailure: @Sendable (String) -> Void
    private let hasFailed = Mutex(false)

    /// Opens a file for adding to it; a new one can be read by its owner only.
    ///
    /// - Parameter onFailure: Called once, with a sentence, when a line could not be written; the log ends there. The
    ///   answers go out all the same, because what they say has happened.
    /// - Throws: ``ExchangeLogError`` when the file cannot be opened.
    public init(path: String, onFailure: @escaping @Sendable (String) -> Void) throws(ExchangeLogError) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ExchangeLogError(path: path, reason: String(cString: strerror(errno))) }
        self.onFailure = onFailure
    }

    deinit { close(descriptor) }

    /// Adds an exchange.
    ///
    /// - Parameters:
    ///   - method: The method as it was sent; it need not be one of the API.
    ///   - target: Path and query as they were sent.
    public func record(
        _ method: String, _ target: String, _ headers: HeaderFields, _ body: [UInt8], _ answer: APIResponse
    ) {
        let bytes = Self.line(method, target, headers, body, answer)
        hasFailed.withLock { hasFailed in
            guard !hasFailed else { return }
            // One call a line, so that several processes may add to one file.
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count != bytes.count else { return }
            hasFailed = true
            onFailure("the record of exchanges ends here: \(String(cString: strerror(errno)))")
        }
    }
}

/// Why exchanges cannot be recorded.
public struct ExchangeLogError: Error, Sendable, CustomStringConvertible {
    let path: String
    let reason: String

    /// What happened and what to do, in one sentence.
    public var description: String { "cannot record to \(path) (\(reason)): name a file that you may write" }
}
