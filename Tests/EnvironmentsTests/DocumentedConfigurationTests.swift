import Environments
import Glibc
import Testing
import WiseAPI
import WiseClient

@Suite("The configuration in the documents")
struct DocumentedConfigurationTests {
    private static let page: String = {
        var path = #filePath[...]
        for _ in 0..<3 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
        guard let file = fopen("\(path)/docs/configuration.md", "rb") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }()

    @Test("is read as it stands there")
    func example() throws {
        let start = try #require(Self.page.firstRange(of: "```toml\n")).upperBound
        let end = try #require(Self.page[start...].firstRange(of: "```")).lowerBound
        var template = Array("/tmp/florin-documented-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let text = Array(Self.page[start..<end].utf8)
        #expect(write(descriptor, text, text.count) == text.count)
        close(descriptor)

        let configuration = try ConfigurationFile(path: path, home: "/home/somebody")
        #expect(configuration.defaultEnvironment == "desk")
        #expect(configuration.names == ["desk", "live", "reports", "sandbox", "simulator"])
        let desk = try configuration.environment("desk")
        #expect(desk.kind == .simulator && desk.generation == .calendar("2026Q3") && desk.language == "de")
        #expect(desk.signingKey == "/home/somebody/.config/florin/desk-key.pem")
        let sandbox = try configuration.environment("sandbox")
        #expect(sandbox.kind == .sandbox && sandbox.rateLimit == RequestAllowance(perSecond: 5, perMinute: 100))
        let reports = try configuration.environment("reports")
        #expect(reports.isReadOnly && reports.kind == .live && reports.token == .command(["pass", "show", "bank/reports"]))
        let live = try configuration.environment("live")
        #expect(live.oauth?.client == "acme" && live.oauth?.secret == .variable("ACME_SECRET"))
        #expect(live.profile == "28891001" && live.signingKey == "/tmp/live-key.pem")
    }

    @Test("names every key of an environment")
    func keys() {
        for key in ConfigurationFile.environmentKeys { #expect(Self.page.contains("\n| `\(key)` |"), "\(key)") }
    }
}
