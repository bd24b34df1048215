/// Whose requests a world answers. However it is printed, logged or dumped, the token does not show.
public enum AccessPolicy: Sendable, Hashable {
    /// Any bearer token that is shaped like a UUID, as the bank's personal tokens are.
    case anyToken
    /// Only this token.
    case only(String)
}

extension AccessPolicy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which of the two it is.
    public var description: String {
        switch self {
        case .anyToken: "any token"
        case .only: "only one token, not shown"
        }
    }

    /// As ``description``.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
