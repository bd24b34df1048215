import Glibc
import Shell
import Testing

extension TerminalTests {
    @Suite("A conversation at the prompt")
    struct ConversationTests {
        @Test("shows the greeting, runs a line, prints the result and asks again")
        func line() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("hello\r\n")
                try await terminal.shows("florin> ")
                terminal.type("one\r")
                try await terminal.shows("one\r\n")
                try await terminal.shows("<one>\r\n")
                try await terminal.shows("florin> ")
                #expect(session.chunks == ["one"])
            }
        }

        @Test("keeps every character of a line, also those outside ASCII")
        func characters() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("é漢😀 €x\u{7f}\r")
                try await terminal.shows("<é漢😀 €>")
                #expect(session.chunks == ["é漢😀 €"])
            }
        }

        @Test("leaves out bytes that are no text, and only those")
        func bytes() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type(bytes: [0x61, 0xFF, 0xC3, 0x62, 0x0D])
                try await terminal.shows("<ab>")
                #expect(session.chunks == ["ab"])
            }
        }

        @Test("does not trouble the session with empty lines and its own words")
        func words() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("\r")
                try await terminal.shows("florin> ")
                terminal.type("  \r")
                try await terminal.shows("florin> ")
                terminal.type("help\r")
                try await terminal.shows("ask someone\r\n")
                try await terminal.shows("florin> ")
                #expect(session.chunks.isEmpty)
            }
        }

        @Test("asks for the rest of an unfinished chunk and hands over the whole")
        func continuation() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("for do\r")
                try await terminal.shows("   ...> ")
                terminal.type("help\r")
                try await terminal.shows("<for do\r\nhelp>")
                try await terminal.shows("florin> ")
                #expect(session.chunks == ["for do", "for do\nhelp"])
            }
        }

        @Test("takes a pasted text as one chunk, with its line ends made one kind and without control characters")
        func paste() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("\u{1b}[?2004hflorin> ")
                terminal.type("\u{1b}[200~a\rb\nc\r\td\u{1b}[31m\u{1b}[201~")
                terminal.type("\r")
                try await terminal.shows("[31m>")
                #expect(session.chunks == ["a\nb\nc\n\td[31m"])
            }
        }

        @Test("starts another line of the same chunk with Alt-Enter")
        func breakLine() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("a\u{1b}\rb\r")
                try await terminal.shows("<a\r\nb>")
                #expect(session.chunks == ["a\nb"])
            }
        }

        @Test("goes on after a chunk that failed")
        func failure() async throws {
            try await withPrompt { terminal, _ in
                try await terminal.shows("florin> ")
                terminal.type("fail\r")
                try await terminal.shows("it failed\r\n  try again\r\n")
                try await terminal.shows("florin> ")
            }
        }

        @Test("keeps the typed text when the terminal changes its size")
        func resize() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("kept")
                try await terminal.shows("kept")
                terminal.resize(columns: 40)
                kill(getpid(), SIGWINCH)
                try await terminal.shows("florin> kept")
                terminal.type("!\r")
                try await terminal.shows("<kept!>")
                #expect(session.chunks == ["kept!"])
            }
        }

        @Test("puts only results on stdout when that is not the terminal")
        func redirected() async throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            defer { close(ends[0]) }
            let terminal = try PseudoTerminal()
            let prompt = Prompt(
                session: RecordingSession(), promptText: "florin> ", continuationText: "   ...> ", greeting: ["hello"],
                historyPath: nil, streams: PromptStreams(input: terminal.slave, output: ends[1], errors: terminal.slave))
            async let exitCode = prompt.run()
            try await terminal.shows("florin> ")
            terminal.type("one\r")
            try await terminal.shows("florin> ")
            terminal.type("quit\r")
            #expect(await exitCode == 0)
            close(ends[1])
            #expect(try TemporaryFolder.readAll(ends[0]) == "<one>\n")
        }
    }
}
