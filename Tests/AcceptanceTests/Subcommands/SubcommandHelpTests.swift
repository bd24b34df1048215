import Testing

extension Acceptance {
    @Suite("The help of every subcommand")
    struct SubcommandHelpTests {
        /// The program's description of itself.
        static let tree = Task { try CommandTree(dump: try await Household().run("--experimental-dump-help").output) }

        @Test("shows how it is used, with options and subcommands that there are")
        func examples() async throws {
            let leaves = try await Self.tree.value.leaves()
            #expect(leaves.count > 15)
            for (path, command) in leaves {
                let name = path.joined(separator: " ")
                let outcome = try await Household().run([Place.program] + path + ["--help"])
                #expect(outcome.end == .code(0), "\(name)")
                // Two small commands of one option each are explained by it, and by the command above them.
                guard !["version", "simulator show", "simulator reset", "simulator serve"].contains(name) else { continue }
                let examples = Self.examples(in: outcome.output)
                #expect(!examples.isEmpty, "\(name) shows no example")
                for example in examples { Self.check(example, of: path, command) }
            }
        }

        @Test("says what each of its options is for")
        func abstracts() async throws {
            for (path, command) in try await Self.tree.value.leaves() {
                #expect(command.abstract?.hasSuffix(".") == true, "\(path)")
                for argument in command.arguments ?? [] where argument.names?.contains(where: { $0.name == "help" }) != true {
                    #expect(argument.abstract?.isEmpty == false, "\(path) \(argument)")
                }
            }
        }

        /// The calls of the program in a help text, with continued lines joined.
        private static func examples(in help: String) -> [[String]] {
            var calls: [String] = []
            var isInside = false
            for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
                if line == "examples:" {
                    isInside = true
                } else if line.isEmpty {
                    isInside = false
                } else if isInside, line.hasPrefix("  "), line.contains("florin") {
                    calls.append(String(line))
                } else if isInside, !calls.isEmpty {
                    calls[calls.count - 1] += " " + line
                }
            }
            return calls.map(Self.words)
        }

        /// The words of a call from the program's name on; what stands in quotation marks is one word.
        private static func words(_ call: String) -> [String] {
            var words: [String] = []
            var word = ""
            var mark: Character?
            for character in call + " " {
                if let open = mark {
                    if character == open { mark = nil } else { word.append(character) }
                } else if character == "\"" || character == "'" {
                    mark = character
                } else if character == " " {
                    if !word.isEmpty { words.append(word) }
                    word = ""
                } else {
                    word.append(character)
                }
            }
            return Array(words.drop { $0 != "florin" })
        }

        private static func check(_ example: [String], of path: [String], _ command: CommandTree) {
            // The prompt is the default, so its examples need not name it.
            guard path != ["prompt"] else { return }
            #expect(Array(example.dropFirst().prefix(path.count)) == path, "\(example)")
            guard path != ["run"] else { return }
            for word in example where word.hasPrefix("--") {
                let option = String(word.prefix { $0 != "=" })
                #expect(command.options.contains(option), "\(path.joined(separator: " ")) has no \(option)")
            }
        }
    }
}
