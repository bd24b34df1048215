/// A text that must not be seen: a token, a key, an address that holds a password.
///
/// It prints as `<secret>` wherever a value can be printed, shows nothing to `dump` and mirrors, and is
/// neither `Equatable` nor `Codable`, so that it cannot slip into a comparison's message or a file.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How the `Authorization` field shows a secret to the server (RFC 9110, section 11.4).
    public enum Scheme: String, Sendable {
        /// A token.
        case bearer = "Bearer"
        /// The encoded name and password of an application.
        case basic = "Basic"
    }

    private let text: String
    /// The scheme in which it is sent, where it is sent as the authorization of a request.
    let scheme: Scheme

    /// A secret with this text.
    public init(_ text: String, scheme: Scheme = .bearer) { (self.text, self.scheme) = (text, scheme) }

    /// Lends the text for as long as `body` runs. What `body` makes of it is no secret to anything that prints.
    public func withText<Result>(_ body: (String) throws -> Result) rethrows -> Result { try body(text) }

    /// Always `<secret>`.
    public var description: String { "<secret>" }
    /// Always `<secret>`.
    public var debugDescription: String { description }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
