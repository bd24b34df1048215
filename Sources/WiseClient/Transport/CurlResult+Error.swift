import CCurlHost

extension CurlResult {
    /// The error for an outcome other than an answer.
    func error(from address: ServerAddress, within configuration: CurlTransport.Configuration) -> TransportError {
        let host = address.origin
        let (kind, message, hint) = explanation(host, configuration)
        return TransportError(
            kind, message: detail.isEmpty ? message : "\(message) (\(detail))", hint: hint,
            requestMayHaveArrived: requestWasIssued)
    }

    private func explanation(
        _ host: String, _ configuration: CurlTransport.Configuration
    ) -> (kind: TransportError.Kind, message: String, hint: String) {
        switch outcome {
        case .nameNotResolved:
            (.nameNotResolved, "the name of \(host) has no address", "check the spelling and the network")
        case .proxyNotResolved:
            (.nameNotResolved, "the name of the proxy has no address", "check HTTPS_PROXY and NO_PROXY")
        case .connectionRefused:
            (.connectionRefused, "nothing accepts connections for \(host)", "check that the server runs, and its port")
        case .connectionFailed:
            (.connectionFailed, "no connection to \(host) came about", "check the network, the firewall and the proxy")
        case .connectionLost:
            (.connectionLost, "the connection to \(host) ended before the answer was whole", ifItMatters("try again"))
        case .timedOut:
            (.timedOut, "\(host) did not answer in time", ifItMatters("try again, or allow more time"))
        case .tlsFailed:
            (
                .tlsFailed, "no trusted encryption was agreed on with \(host)",
                "check the address and the clock; name the authorities of a private certificate in SSL_CERT_FILE"
            )
        case .certificateFileUnusable:
            (
                .tlsFailed,
                "the certificate authorities in \(configuration.certificateFile ?? "the system's file") cannot be read",
                "check SSL_CERT_FILE, or install ca-certificates"
            )
        case .answerTooLarge:
            (
                .answerTooLarge, "the answer of \(host) is longer than \(configuration.responseLimit) bytes",
                ifItMatters("ask for less at once")
            )
        case .cancelled: (.cancelled, "the request to \(host) was cancelled", ifItMatters("send it again when it is wanted"))
        case .malformedAnswer:
            (.malformedAnswer, "\(host) did not answer in HTTP", ifItMatters("check the address and the proxy"))
        case .malformedAddress:
            (.malformedRequest, "the address of the request cannot be used", "correct the path and the query")
        case .outOfMemory:
            (.connectionFailed, "there is not enough memory for the request", ifItMatters("free memory and try again"))
        case .answered: (.malformedAnswer, "\(host) answered", "report this as a defect")
        }
    }

    /// What a person does next depends on whether the bank may have acted.
    private func ifItMatters(_ hint: String) -> String {
        requestWasIssued ? "the request may have arrived: look at the account before repeating what moves money; \(hint)" : hint
    }
}
