import Glibc
import Shell
import Testing

extension TerminalTests {
    @Suite("Ctrl-C")
    struct InterruptTests {
        @Test(
            "drops the typed line and asks again, whatever the editor is in the middle of",
            arguments: ["typed", "typed\u{1}", "\u{12}ty"])
        func editing(keys: String) async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type(keys)
                try await terminal.shows("y")
                terminal.interrupt()
                try await terminal.shows("^C\r\n")
                try await terminal.shows("florin> ")
                terminal.type("next\r")
                try await terminal.shows("<next>")
                #expect(session.chunks == ["next"])
            }
        }

        @Test("drops the lines of an unfinished chunk")
        func unfinished() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("for do\r")
                try await terminal.shows("   ...> ")
                terminal.interrupt()
                try await terminal.shows("florin> ")
                terminal.type("next\r")
                try await terminal.shows("<next>")
                #expect(session.chunks == ["for do", "next"])
            }
        }

        @Test("cancels the chunk that runs and comes back to the prompt")
        func running() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("wait\r")
                await session.reaches(\.isWaiting)
                terminal.interrupt()
                try await terminal.shows("cancelled\r\n")
                try await terminal.shows("florin> ")
                #expect(session.cancellations == 1)
            }
        }

        @Test("leaves with 130 when a chunk does not listen and the second follows soon")
        func twice() async throws {
            let terminal = try PseudoTerminal()
            let session = RecordingSession(patience: .max)
            let prompt = makePrompt(on: terminal, session)
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type("wait\r")
            await session.reaches(\.isWaiting)
            terminal.interrupt()
            await session.reaches { $0.cancellations == 1 }
            terminal.interrupt()
            #expect(await exitCode == 130)
            session.release()
        }
    }
}
