import Environments
import Glibc
import Testing
import WiseClient

@Suite("Where secrets come from")
struct SecretSourceTests {
    private func text(_ source: SecretSource) throws -> String { try source.read("the token").withText { $0 } }

    @Test("a command, without a shell")
    func command() throws {
        #expect(try text(.command(["printf", "  abc;$HOME\n"])) == "abc;$HOME")
        let failing = #expect(throws: ConfigurationError.self) { try text(.command(["false"])) }
        #expect(failing?.message.contains("ended with 1") == true)
        let missing = #expect(throws: ConfigurationError.self) { try text(.command(["/no/such/program"])) }
        #expect(missing?.message.contains("No such file") == true)
        #expect(throws: ConfigurationError.self) { try text(.command(["true"])) }
        #expect(throws: ConfigurationError.self) { try text(.command(["head", "-c", "200000", "/dev/zero"])) }
    }

    @Test("a variable, which is gone afterwards")
    func variable() throws {
        setenv("FLORIN_TEST_SECRET", "abc", 1)
        #expect(try text(.variable("FLORIN_TEST_SECRET")) == "abc")
        #expect(getenv("FLORIN_TEST_SECRET") == nil)
        #expect(throws: ConfigurationError.self) { try text(.variable("FLORIN_TEST_SECRET")) }
    }

    @Test("a file descriptor, which is closed afterwards")
    func descriptor() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = write(ends[1], "abc\n", 4)
        close(ends[1])
        #expect(try text(.descriptor(ends[0])) == "abc")
        #expect(throws: ConfigurationError.self) { try text(.descriptor(65_000)) }
    }

    @Test("a file, when nobody else can read it")
    func file() throws {
        var name = Array("/tmp/florin-token-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        _ = write(descriptor, "abc\n", 4)
        close(descriptor)
        #expect(try text(.file(path)) == "abc")
        chmod(path, 0o644)
        let error = #expect(throws: ConfigurationError.self) { try text(.file(path)) }
        #expect(error?.hint == "run chmod 600 '\(path)'")
    }
}
