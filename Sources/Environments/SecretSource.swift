/// Where a secret comes from: never from the command line, and never from the configuration file itself.
public enum SecretSource: Sendable, Hashable {
    /// A file that nobody else can read.
    case file(String)
    /// An open file descriptor, read to its end.
    case descriptor(Int32)
    /// An environment variable, which is removed once it is read.
    case variable(String)
    /// The standard output of a program, without a shell.
    case command([String])

    /// The names in the configuration, in the order of preference.
    static let keys = ["file", "fd", "env", "command"]
}
