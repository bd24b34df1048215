import Glibc
import Testing

extension Acceptance {
    @Suite("What the documents show of the program")
    struct TranscriptTests {
        @Test("is what it does, to the letter", arguments: ["README.md", "docs/simulator.md"])
        func transcript(document: String) async throws {
            let steps = try Transcript(document: document).steps
            #expect(!steps.isEmpty)
            let household = try Household()
            var server: RunningProgram?
            var address = ""
            for step in steps {
                if step.command.hasPrefix("florin simulator serve") {
                    let free = step.command.replacing(/--port [0-9]+/, with: "--port 0")
                    let started = try household.start(Self.shell(free))
                    address = try #require(try await started.line())
                    server = started
                    #expect(step.shown == ["http://127.0.0.1:8080"])
                } else if step.command == "florin" {
                    try await Self.prompt(step.shown, household)
                } else {
                    let command = step.command.replacing("http://127.0.0.1:8080", with: address)
                    let outcome = try await household.run(Self.shell(command))
                    #expect(outcome.end == .code(0) || step.shown.contains { $0.hasPrefix("error: ") }, "\(outcome.messages)")
                    Self.compare(
                        step, (outcome.output + outcome.messages).split(separator: "\n", omittingEmptySubsequences: false))
                }
            }
            server?.send(SIGTERM)
            #expect(try await server?.end().end ?? .code(0) == .code(0))
        }

        private static func compare(_ step: Transcript.Step, _ printed: [Substring]) {
            var rest = printed[...]
            var mayLeaveOut = false
            for line in step.shown {
                if line == "..." {
                    mayLeaveOut = true
                    continue
                }
                if mayLeaveOut { rest = rest.drop { $0 != line } }
                mayLeaveOut = false
                #expect(rest.first.map(String.init) == line, "\(step.command)")
                rest = rest.dropFirst()
            }
        }

        private static func prompt(_ lines: [String], _ household: Household) async throws {
            let session = try TerminalSession([Place.program], in: household)
            let prompt = "simulator> "
            for line in lines {
                guard line.hasPrefix(prompt) else {
                    try await session.shows(line)
                    continue
                }
                try await session.shows(prompt)
                session.type(line.dropFirst(prompt.count) + "\n")
            }
        }

        /// A command line as a shell reads it, in which `florin` is the built program.
        private static func shell(_ command: String) -> [String] {
            let words = command.dropFirst("florin".count)
            return ["/bin/bash", "-c", "exec \"$0\"\(words)", Place.program]
        }
    }
}
