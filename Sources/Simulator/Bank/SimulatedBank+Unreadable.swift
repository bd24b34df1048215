public import WiseAPI

/// What a host received that cannot be made an ``WiseAPI/APIRequest``.
public enum UnreadableRequest: Sendable {
    /// The body is larger than ``World/greatestBodySize``; it was not read.
    case oversizedBody
    /// The API has no such method.
    case unknownMethod(String)
    /// The target is not a path with well-formed escapes.
    case malformedTarget
}

extension SimulatedBank {
    /// The refusal of something that is no request of the API.
    public func respond(to unreadable: UnreadableRequest, path: String) -> APIResponse {
        let refusal =
            switch unreadable {
            case .oversizedBody: Refusal.bodyTooLarge
            case .unknownMethod(let method):
                Refusal(
                    status: 405,
                    shape: .framework(error: "Method Not Allowed", message: "Request method '\(method)' is not supported"))
            case .malformedTarget: Refusal.badRequest("The request target is no path with well-formed escapes")
            }
        return answer(refusal, APIRequest(.get, path))
    }
}
