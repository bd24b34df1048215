import FoundationEssentials
import LuaRuntime
import Scripting
import Simulator
import Testing
import WiseClient

@Suite("What the documents say")
struct DocumentationTests {
    @Test("names only Lua functions that exist", arguments: ["README.md", "docs/lua.md"])
    func luaFunctions(document: String) throws {
        let calls = try Document(document).codeSpans.flatMap(Call.all)
        #expect(!calls.isEmpty)
        for call in calls {
            #expect(call.exists, "\(document) names \(call.module)\(call.separator)\(call.name), which there is not")
        }
    }

    @Test("shows only Lua that runs on a new world", arguments: try Document("docs/lua.md").blocks(in: "lua"))
    func luaBlocks(block: Document.Block) async throws {
        let source = Array(block.text.utf8)
        let head = try await Self.session(arguments: LuaTable()).head(of: source, chunkName: block.place)
        let arguments = try head.map { try ScriptHead($0).arguments([]) } ?? LuaTable()
        _ = try await Self.session(arguments: arguments).run(source, chunkName: block.place)
    }

    @Test("has Lua to show")
    func hasBlocks() throws {
        #expect(try Document("docs/lua.md").blocks(in: "lua").count > 5)
    }

    @Test("links only to files that exist", arguments: try Document.names())
    func links(document: String) throws {
        let document = try Document(document)
        for target in document.relativeLinks {
            let path = document.folder + "/" + target
            #expect(FileManager.default.fileExists(atPath: path), "\(document.name) links to \(target), which there is not")
        }
    }

    @Test("names only files that exist", arguments: try Document.names())
    func files(document: String) throws {
        let document = try Document(document)
        let known = try Document.sourceFileNames()
        for file in document.fileNames {
            let exists =
                file.contains("/")
                ? FileManager.default.fileExists(atPath: Document.repository + "/" + file) : known.contains(file)
            #expect(exists, "\(document.name) names the file \(file), which there is not")
        }
    }

    @Test("stays within 120 columns", arguments: try Document.names())
    func width(document: String) throws {
        let lines = try Document(document).text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in zip(1..., lines) { #expect(line.count <= 120, "\(document):\(number)") }
    }

    /// An interpreter on a new world in memory.
    private static func session(arguments: LuaTable) throws -> ScriptingSession {
        let bank = SimulatedBank()
        let client = WiseClient(
            transport: InProcessTransport { await bank.respond(to: $0) },
            authorization: Secret("00000000-0000-4000-8000-000000000001"),
            gate: EffectGate(journal: InMemoryEffectJournal()))
        let context = ScriptingContext(
            client: client, environment: EnvironmentDescription(name: "simulator", isSimulator: true, place: "memory"),
            output: ScriptOutput(results: { _ in }, messages: { _ in }))
        return try ScriptingSession(context, for: .script(arguments: arguments, moduleFolders: []))
    }
}

/// A function as a text names it: `wise.quote`, `profile:convert`.
private struct Call {
    let module: String
    let separator: String
    let name: String

    static func all(in code: String) -> [Call] {
        code.matches(of: /\b(wise|profile|balance|rate|amount|money|sim|out|log)([.:])([a-z_]+)\b/).map { match in
            Call(module: String(match.1), separator: String(match.2), name: String(match.3))
        }
    }

    /// A method of the profile is a function of `wise` too. After a point an object has fields, and help a topic.
    var exists: Bool {
        if separator == ".", let description = Surface.classDescription(module) {
            let isField = name == "raw" || description.fields.contains { $0.name == name }
            return isField || Surface.function("\(module).\(name)") != nil
        }
        let modules = module == "wise" ? ["wise", "profile"] : [module]
        return Surface.functions.contains { modules.contains($0.module) && $0.name == name }
    }
}

/// A Markdown file of the repository.
struct Document {
    /// The text between two fences.
    struct Block: Sendable, CustomTestStringConvertible {
        let place: String
        let text: String

        var testDescription: String { place }
    }

    static let repository = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }

    let name: String
    let text: String

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOfFile: Self.repository + "/" + name, encoding: .utf8)
    }

    /// The documents for people, at the root and in `docs`.
    static func names() throws -> [String] {
        let pages = try FileManager.default.contentsOfDirectory(atPath: repository + "/docs").filter { $0.hasSuffix(".md") }
        return ["README.md", "CONTRIBUTING.md"] + pages.sorted().map { "docs/" + $0 }
    }

    /// The names, without folders, of all files that a text may mean by its name alone.
    static func sourceFileNames() throws -> Set<String> {
        var names: Set<String> = ["Package.swift"]
        for folder in ["Sources", "Tests", "Benchmarks", "examples", "docs"] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: repository + "/" + folder) {
                names.insert(path.split(separator: "/").last.map(String.init) ?? path)
            }
        }
        return names
    }

    var folder: String {
        let path = Self.repository + "/" + name
        return path.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
    }

    /// The blocks whose fence names a language.
    func blocks(in language: String) -> [Block] {
        var blocks: [Block] = []
        var open: (line: Int, lines: [Substring])?
        for (number, line) in zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)) {
            if let (start, lines) = open {
                guard line == "```" else {
                    open?.lines.append(line)
                    continue
                }
                blocks.append(Block(place: "\(name):\(start)", text: lines.joined(separator: "\n")))
                open = nil
            } else if line == "```" + language {
                open = (number + 1, [])
            }
        }
        return blocks
    }

    /// What stands between single backticks, outside of blocks.
    var codeSpans: [String] { prose.matches(of: /`([^`\n]+)`/).map { String($0.1) } }

    /// The targets of links within the repository, without the part after `#`.
    var relativeLinks: [String] {
        prose.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
            .filter { !$0.contains("://") && !$0.hasPrefix("#") }
            .map { String($0.prefix { $0 != "#" }) }
    }

    /// The files that are named in backticks.
    var fileNames: [String] {
        codeSpans.filter { $0.wholeMatch(of: /[\w.+\/-]+\.(swift|c|h|lua|md|bin)/) != nil }
    }

    private var prose: String {
        var isProse = true
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isProse.toggle()
            } else if isProse {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }
}
