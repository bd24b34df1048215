import Dispatch

/// Runs what blocks away from Swift's own threads, of which there are only as many as cores.
///
/// Expectations do not belong into it: away from its task nobody knows whose they are.
func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
}

/// What keeps a test from being carried out, in words.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Throws unless a condition holds.
    static func unless(_ condition: Bool, _ description: @autoclosure () -> String) throws {
        if !condition { throw Trouble(description()) }
    }
}
