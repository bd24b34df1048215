import Scripting

/// A failure that is shown in two lines and ends with its exit code.
struct CleanFailure: Error {
    let message: String
    let hint: String?
    let exitCode: Int32
    /// Where it happened, if an account was worked on already.
    var environment: EnvironmentDescription?

    init(_ message: String, hint: String? = nil, exitCode: Int32 = ProgramExit.failed) {
        (self.message, self.hint, self.exitCode) = (message, hint, exitCode)
    }

    /// What is wrong with the command line, and how it is right.
    static func usage(_ message: String, hint: String) -> CleanFailure {
        CleanFailure(message, hint: hint, exitCode: ProgramExit.usage)
    }
}
