extension Route {
    /// The media type of what is sent to this operation.
    public var contentType: String {
        switch self {
        case .updateQuote: "application/merge-patch+json"
        case .createToken: "application/x-www-form-urlencoded"
        case .createPIN, .verifyPIN: "application/jose+json"
        default: "application/json"
        }
    }
}
