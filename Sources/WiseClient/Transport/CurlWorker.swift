import CCurlHost

/// The thread on which libcurl works, with its connections. Ends when the last reference to it goes.
///
/// Sharing is safe: the C side guards what is reached from several threads with a lock of its own.
final class CurlWorker: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ configuration: CurlTransport.Configuration) throws(TransportError) {
        var reason = [CChar](repeating: 0, count: 512)
        let limit = max(1, min(configuration.connectionLimit, 1024))
        guard let pointer = ccurl_worker_start(configuration.library, limit, &reason, reason.count) else {
            let cause = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw TransportError(
                .libraryMissing, message: "\(configuration.library) cannot be used: \(cause)",
                hint: "install it with: sudo apt-get install libcurl4", requestMayHaveArrived: false)
        }
        self.pointer = pointer
    }

    deinit { ccurl_worker_stop(pointer) }

    /// Starts a transfer; the continuation is resumed exactly once.
    func run(
        _ transfer: consuming CurlTransfer, identifier: UInt64, reportingTo continuation: CheckedContinuation<CurlResult, Never>
    ) {
        let report = Unmanaged.passRetained(Report(continuation))
        let wasTaken = ccurl_worker_submit(
            pointer, transfer.release(), identifier,
            { context, answer in
                guard let context, let answer else { return }
                let report = Unmanaged<Report>.fromOpaque(context).takeRetainedValue()
                report.continuation.resume(returning: CurlResult(answer.pointee))
            }, report.toOpaque())
        if !wasTaken { report.takeRetainedValue().continuation.resume(returning: .refused) }
    }

    /// Ends a transfer soon, if it still runs.
    func cancel(_ identifier: UInt64) { ccurl_worker_cancel(pointer, identifier) }

    private final class Report {
        let continuation: CheckedContinuation<CurlResult, Never>

        init(_ continuation: CheckedContinuation<CurlResult, Never>) { self.continuation = continuation }
    }
}
