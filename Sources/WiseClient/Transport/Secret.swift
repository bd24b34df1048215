/// A text that must not be seen: a token, a key, an address that holds a password.
///
/// It prints as `<secret>` wherever a value can be printed, shows nothing to `dump` and mirrors, and is
/// neither `Equatable` nor `Codable`, so that it cannot slip into a comparison's message or a file.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    /// A secret with this text.
    public init(_ text: String) { self.text = text }

    /// Lends the text for as long as `body` runs. What `body` makes of it is no secret to anything that prints.
    public func withText<Result>(_ body: (String) throws -> Result) rethrows -> Result { try body(text) }

    /// Always `<secret>`.
    public var description: String { "<secret>" }
    /// Always `<secret>`.
    public var debugDescription: String { description }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
