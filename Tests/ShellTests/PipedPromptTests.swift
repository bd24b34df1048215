import Glibc
import Shell
import Testing

@Suite("The prompt without a terminal")
struct PipedPromptTests {
    /// Runs a prompt on piped input and returns its exit code and what it wrote.
    func run(_ input: [UInt8], _ session: RecordingSession) async throws -> (exitCode: Int32, output: String, errors: String) {
        var descriptors: [Int32] = []
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            // A process of another test that inherited an end would keep it open.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            descriptors += ends
        }
        let written = write(descriptors[1], input, input.count)
        #expect(written == input.count)
        close(descriptors[1])
        let exitCode = await Prompt(
            session: session, promptText: "florin> ", continuationText: "   ...> ", greeting: ["hello"], historyPath: nil,
            streams: PromptStreams(input: descriptors[0], output: descriptors[3], errors: descriptors[5])
        ).run()
        close(descriptors[3])
        close(descriptors[5])
        defer { for descriptor in [descriptors[0], descriptors[2], descriptors[4]] { close(descriptor) } }
        return (exitCode, try TemporaryFolder.readAll(descriptors[2]), try TemporaryFolder.readAll(descriptors[4]))
    }

    @Test("runs all of the input as one chunk and prints nothing but the result")
    func whole() async throws {
        let session = RecordingSession()
        let result = try await run(Array("a = 1\nhelp\n".utf8), session)
        #expect(result.exitCode == 0)
        #expect(result.output == "<a = 1\nhelp\n>\n")
        #expect(result.errors.isEmpty)
        #expect(session.chunks == ["a = 1\nhelp\n"])
    }

    /// An input, its exit code and a part of what stands on stderr.
    struct Row: Sendable {
        let input: [UInt8]
        let exitCode: Int32
        let error: String
    }

    static let rows = [
        Row(input: Array("fail".utf8), exitCode: 5, error: "it failed\n  try again\n"),
        Row(input: Array("for do".utf8), exitCode: 1, error: "the input ends in the middle of a chunk"),
        Row(input: [0x61, 0xFF], exitCode: 1, error: "the input is not UTF-8 text"),
        Row(input: Array("leave".utf8), exitCode: 7, error: ""),
    ]

    @Test("tells a failure on stderr and by its exit code", arguments: rows)
    func failure(row: Row) async throws {
        let result = try await run(row.input, RecordingSession())
        #expect(result.exitCode == row.exitCode)
        #expect(result.output.isEmpty)
        #expect(row.error.isEmpty ? result.errors.isEmpty : result.errors.contains(row.error))
    }

    @Test("fails when the result cannot be written")
    func fullOutput() async throws {
        var ends: [Int32] = [-1, -1]
        var errors: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0 && pipe(&errors) == 0)
        for end in ends + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        close(ends[1])
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        let exitCode = await Prompt(
            session: RecordingSession(), promptText: "", continuationText: "", historyPath: nil,
            streams: PromptStreams(input: ends[0], output: full, errors: errors[1])
        ).run()
        for descriptor in [ends[0], full, errors[1]] { close(descriptor) }
        #expect(exitCode == 1)
        #expect(try TemporaryFolder.readAll(errors[0]).contains("cannot write the result"))
        close(errors[0])
    }
}
