import Testing

/// The built program from outside: its words, its output, its exit codes, its files.
///
/// One after the other, so that a figure on a small machine does not depend on which tests meet.
@Suite("The built program", .serialized)
enum Acceptance {}
