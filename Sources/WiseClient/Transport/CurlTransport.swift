import CCurlHost
import Synchronization
public import WiseAPI

/// Sends requests to one server over HTTPS, with libcurl.
///
/// Connections are kept and shared by all requests, over HTTP/2 where the server offers it; any number of requests
/// may run at once. The library is loaded when the first request is sent. A read is written a second time when a
/// kept connection turns out to be closed; what may change something never is.
public final class CurlTransport: Transport {
    private let address: ServerAddress
    private let configuration: Configuration
    private let worker = Mutex<CurlWorker?>(nil)
    private let identifiers = Atomic<UInt64>(0)

    /// A transport to `https://host[:port]`, or to `http://host[:port]` when the host is this machine.
    ///
    /// - Throws: ``TransportError/Kind/addressNotAllowed`` for every other address, also one with a path or a password.
    public init(baseURL: String, configuration: Configuration) throws(TransportError) {
        self.address = try ServerAddress(baseURL)
        self.configuration = configuration
    }

    /// Sends one request and waits for the whole answer, decoded when it came compressed.
    public func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
        try request.refuseUnlessSendable(with: authorization)
        guard !Task.isCancelled else { throw .cancelledBeforeSending }
        let worker = try startedWorker()
        let identifier = identifiers.wrappingAdd(1, ordering: .relaxed).newValue
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<CurlResult, Never>) in
                guard let transfer = CurlTransfer(request, authorization: authorization, to: address, configuration, on: worker)
                else { return continuation.resume(returning: .refused) }
                worker.run(transfer, identifier: identifier, reportingTo: continuation)
                // A cancellation between the check above and this line found no transfer to end.
                if Task.isCancelled { worker.cancel(identifier) }
            }
        } onCancel: {
            worker.cancel(identifier)
        }
        return try result.response(from: address, within: configuration)
    }

    private func startedWorker() throws(TransportError) -> CurlWorker {
        try worker.withLock { (worker) throws(TransportError) -> CurlWorker in
            if let worker { return worker }
            let started = try CurlWorker(configuration)
            worker = started
            return started
        }
    }
}
