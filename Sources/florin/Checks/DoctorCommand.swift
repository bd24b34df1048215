import ArgumentParser
import Scripting
import WiseAPI

/// `florin doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Name what is wrong with libraries, files, permissions, configuration and the network.",
        discussion: """
            It changes nothing at any bank, and it waits for no server longer than ten seconds. No secret leaves the program. \
            It ends with 1 when something does not work.

            examples:
              florin doctor
              florin doctor --env sandbox
              florin doctor --config ./florin.toml --json
            """)

    @OptionGroup var options: SessionOptions

    func run() async throws {
        let choice = options.choice
        let checking = Task { await Examination(choice).findings() }
        let interruption = Interruption { checking.cancel() }
        defer { interruption.end() }
        let findings = await checking.value
        if options.json {
            let result: JSONObject = [
                "healthy": .bool(!findings.contains { $0.level == .failure }), "findings": .array(findings.map(\.json)),
            ]
            Terminal.writeResult(Envelope.json("result", .object(result), on: nil).indentedText + "\n")
        } else {
            Terminal.writeResult(
                PlainTable.text(findings.map { [$0.level.rawValue, $0.subject, $0.text.withVisibleControls] + Self.remedy($0) }))
        }
        if findings.contains(where: { $0.level == .failure }) { throw ExitCode(ProgramExit.failed) }
    }

    private static func remedy(_ finding: Finding) -> [String] {
        finding.remedy.map { ["-> \($0.withVisibleControls)"] } ?? []
    }
}
