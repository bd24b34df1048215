import Glibc
import Shell
import Testing

extension TerminalTests {
    @Suite("Leaving the prompt")
    struct EndingTests {
        @Test("ends on Ctrl-D at an empty line with a line end and 0, and gives the terminal back as it was")
        func endOfInput() async throws {
            let terminal = try PseudoTerminal()
            var before = termios()
            tcgetattr(terminal.slave, &before)
            let prompt = makePrompt(on: terminal, RecordingSession())
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type("\u{4}")
            #expect(await exitCode == 0)
            #expect(terminal.rest().hasSuffix("\r\n"))
            var after = termios()
            tcgetattr(terminal.slave, &after)
            #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag && after.c_oflag == before.c_oflag)
        }

        @Test("does not end on Ctrl-D in a line with text")
        func deletesForward() async throws {
            try await withPrompt { terminal, _ in
                try await terminal.shows("florin> ")
                terminal.type("ab\u{1}\u{4}\r")
                try await terminal.shows("<b>")
            }
        }

        @Test("ends on a bare word with 0", arguments: ["exit", "quit", " exit "])
        func word(word: String) async throws {
            let terminal = try PseudoTerminal()
            let session = RecordingSession()
            let prompt = makePrompt(on: terminal, session)
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type(word + "\r")
            #expect(await exitCode == 0)
            #expect(session.chunks.isEmpty)
        }

        @Test("ends with the code that the session asks for")
        func session() async throws {
            let terminal = try PseudoTerminal()
            let prompt = makePrompt(on: terminal, RecordingSession())
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type("leave\r")
            #expect(await exitCode == 7)
        }

        @Test("ends on SIGTERM with 143, also in the middle of a line")
        func terminated() async throws {
            let terminal = try PseudoTerminal()
            let prompt = makePrompt(on: terminal, RecordingSession())
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type("half")
            try await terminal.shows("half")
            kill(getpid(), SIGTERM)
            #expect(await exitCode == 143)
        }
    }
}
