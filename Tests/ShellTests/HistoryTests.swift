import Glibc
import Shell
import Testing

extension TerminalTests {
    @Suite("History")
    struct HistoryTests {
        static let up = "\u{1b}[A"
        static let down = "\u{1b}[B"

        @Test("brings back older chunks, newest first, and the unfinished line after them")
        func arrows() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                for word in ["one", "two"] {
                    terminal.type(word + "\r")
                    try await terminal.shows("<\(word)>")
                    try await terminal.shows("florin> ")
                }
                terminal.type("half" + Self.up + Self.up + "!\r")
                try await terminal.shows("<one!>")
                try await terminal.shows("florin> ")
                terminal.type("half" + Self.up + Self.up + Self.down + Self.down + "!\r")
                try await terminal.shows("<half!>")
                #expect(session.chunks == ["one", "two", "one!", "half!"])
            }
        }

        @Test("keeps an unfinished line whole that is longer than libedit would")
        func longLine() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("one\r")
                try await terminal.shows("<one>")
                let long = String(repeating: "0123456789", count: 250)
                // In parts, because a terminal holds only so much that nobody has read.
                for _ in 0..<250 {
                    terminal.type("0123456789")
                    try await terminal.shows("9")
                }
                terminal.type(Self.up + Self.down + "\r")
                try await terminal.shows("9>")
                #expect(session.chunks == ["one", long])
            }
        }

        @Test("brings a chunk of several lines back as one, in which the arrows go from line to line")
        func severalLines() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type("for do\r")
                try await terminal.shows("   ...> ")
                terminal.type("end\r")
                try await terminal.shows("end>")
                terminal.type(Self.up + Self.up + "X\r")
                try await terminal.shows("<forX do\r\nend>")
                #expect(session.chunks.last == "forX do\nend")
            }
        }

        @Test("finds an older chunk with Ctrl-R")
        func search() async throws {
            try await withPrompt { terminal, session in
                try await terminal.shows("florin> ")
                for word in ["balance", "quote"] {
                    terminal.type(word + "\r")
                    try await terminal.shows("<\(word)>")
                }
                terminal.type("\u{12}bal")
                try await terminal.shows("balance")
                terminal.type("\r")
                try await terminal.shows("<balance>")
                #expect(session.chunks == ["balance", "quote", "balance"])
            }
        }

        @Test("lasts from one session to the next in a private file, one line for each chunk")
        func file() async throws {
            let folder = try TemporaryFolder()
            let path = folder.path + "/state/florin/history"
            try await withPrompt(history: path) { terminal, _ in
                try await terminal.shows("florin> ")
                for word in ["a\\n\"é\"", "same", "same"] {
                    terminal.type(word + "\r")
                    try await terminal.shows("<\(word)>")
                }
                terminal.type("for do\r")
                try await terminal.shows("   ...> ")
                terminal.type("end\r")
                try await terminal.shows("end>")
            }
            #expect(try folder.read("state/florin/history") == "a\\\\n\"é\"\nsame\nfor do\\nend\n")
            #expect(try folder.mode(of: "state/florin/history") == 0o600)
            #expect(try folder.mode(of: "state/florin") == 0o700)
            try await withPrompt(history: path) { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type(Self.up + "\r")
                try await terminal.shows("end>")
                terminal.type(Self.up + Self.up + Self.up + Self.up + "\r")
                try await terminal.shows("\"é\">")
                #expect(session.chunks == ["for do\nend", "a\\n\"é\""])
            }
        }

        /// A line, and whether it may be remembered.
        struct Row: Sendable {
            let line: String
            let kept: Bool
        }

        static let rows = [
            Row(line: "wise.balances()", kept: true),
            Row(line: " wise.balances()", kept: false),
            Row(line: "use{ token = 'x' }", kept: false),
            Row(line: "use{ apiToken = 'x' }", kept: false),
            Row(line: "h = 'Bearer 0a1b2c3d-0000-4000-8000-00000000ABCD'", kept: false),
            Row(line: "h = 'bearer' .. '0a1b2c3d-0000-4000-8000-00000000abcd'", kept: false),
            Row(line: "h = 'Bearer 0a1b2c3d'", kept: true),
            Row(line: "q = '0a1b2c3d-0000-4000-8000-00000000abcd'", kept: true),
            Row(line: "q = '0a1b2c3d-0000-4000-8000-00000000abcd' -- bearer", kept: true),
        ]

        @Test("remembers neither secrets nor lines that begin with a space, in memory or on disk", arguments: rows)
        func secrets(row: Row) async throws {
            let folder = try TemporaryFolder()
            try folder.write("first\n", to: "history")
            try await withPrompt(history: folder.path + "/history") { terminal, session in
                try await terminal.shows("florin> ")
                terminal.type(row.line + "\r")
                try await terminal.shows("<\(row.line)>")
                try await terminal.shows("florin> ")
                terminal.type(Self.up + "!\r")
                try await terminal.shows("!>")
                #expect(session.chunks == [row.line, (row.kept ? row.line : "first") + "!"])
            }
            let again = (row.kept ? row.line : "first") + "!"
            #expect(try folder.read("history") == "first\n" + (row.kept ? row.line + "\n" : "") + again + "\n")
        }

        @Test("leaves out damaged lines, says so and changes nothing of them")
        func damaged() async throws {
            let folder = try TemporaryFolder()
            try folder.write("good\nbad\\x\ntorn", to: "history")
            try await withPrompt(history: folder.path + "/history") { terminal, session in
                try await terminal.shows("1 line of the history cannot be read")
                try await terminal.shows("florin> ")
                terminal.type(Self.up + Self.up + "\r")
                try await terminal.shows("<good>")
                #expect(session.chunks == ["good"])
            }
            #expect(try folder.read("history") == "good\nbad\\x\ntorn\ngood\n")
        }

        @Test("warns once when its file cannot be written, and works on")
        func unwritable() async throws {
            let folder = try TemporaryFolder()
            try folder.write("", to: "file")
            try await withPrompt(history: folder.path + "/file/history") { terminal, session in
                try await terminal.shows("cannot read the history")
                try await terminal.shows("florin> ")
                terminal.type("one\r")
                try await terminal.shows("cannot write the history")
                try await terminal.shows("florin> ")
                terminal.type("two\r")
                let between = try await terminal.shows("<two>")
                #expect(!between.contains("history"))
                #expect(session.chunks == ["one", "two"])
            }
        }
    }
}
