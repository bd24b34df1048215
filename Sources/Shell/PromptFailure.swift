internal import Glibc

/// Why the prompt, or a part of it, cannot go on, in words for its user.
struct PromptFailure: Error {
    let message: String
    let hint: String

    /// - Parameter problem: An error number of the system.
    init(_ message: String, problem: Int32, hint: String) {
        self.message = "\(message): \(String(cString: strerror(problem)))"
        self.hint = hint
    }

    init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}
