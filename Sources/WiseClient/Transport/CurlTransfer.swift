import CCurlHost
import WiseAPI

/// A prepared transfer that no worker has taken yet.
struct CurlTransfer: ~Copyable {
    private let pointer: OpaquePointer

    /// Nil when memory runs out.
    init?(
        _ request: APIRequest, authorization: Secret?, to address: ServerAddress,
        _ configuration: CurlTransport.Configuration, on worker: CurlWorker
    ) {
        guard let pointer = ccurl_transfer_create(worker.pointer, address.origin + request.target, request.method.rawValue) else {
            return nil
        }
        self.pointer = pointer
        add(request.headers, of: request)
        if let authorization {
            let scheme = authorization.scheme.rawValue
            authorization.withText { ccurl_transfer_add_header(pointer, "Authorization: \(scheme) \($0)") }
        }
        if request.announcesBody {
            ccurl_transfer_set_body(pointer, request.body, request.body.count)
        }
        apply(configuration, to: address)
    }

    deinit { ccurl_transfer_discard(pointer) }

    /// The C transfer, whose owner is now whoever asked.
    consuming func release() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }

    private func add(_ headers: HeaderFields, of request: APIRequest) {
        for field in headers {
            // libcurl takes `Name:` for the wish to leave a field out and `Name;` for an empty one.
            ccurl_transfer_add_header(pointer, field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        if request.announcesBody, headers["content-type"] == nil {
            ccurl_transfer_add_header(pointer, "Content-Type:")
        }
    }

    private func apply(_ configuration: CurlTransport.Configuration, to address: ServerAddress) {
        ccurl_transfer_set_user_agent(pointer, configuration.userAgent)
        ccurl_transfer_set_time_limits(
            pointer, configuration.connectTimeout.milliseconds, configuration.stallTimeout.wholeSeconds,
            configuration.wholeTimeout.milliseconds)
        ccurl_transfer_set_body_limit(pointer, max(0, configuration.responseLimit))
        if let file = configuration.certificateFile { ccurl_transfer_set_certificate_file(pointer, file) }
        guard !address.isLoopback, let proxy = configuration.proxy else { return }
        proxy.withText { ccurl_transfer_set_proxy(pointer, $0, configuration.proxyExemptions) }
    }
}

extension APIRequest {
    /// Whether the request says how long its body is, even when there is none.
    fileprivate var announcesBody: Bool {
        switch method {
        case .post, .put, .patch: true
        case .get, .head, .delete: !body.isEmpty
        }
    }
}

extension Duration {
    /// At least 1, because libcurl takes 0 for no limit, and at most what it accepts.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds >= 0 else { return 1 }
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return Int(max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    /// Rounded up, at least 1.
    fileprivate var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) / 1000 }
        return Int(max(1, seconds + (attoseconds > 0 ? 1 : 0)))
    }
}
