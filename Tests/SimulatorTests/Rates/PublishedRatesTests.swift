import Foundation
import Money
import Simulator
import Testing
import WiseAPI

@Suite("The packed table of reference rates")
struct PublishedRatesTests {
    /// The file that the European Central Bank publishes, where it lies beside the clone.
    static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../../../../shared/data/eurofxref-hist.csv").standardizedFileURL.path

    @Test(
        "has every rate of the published file, digit for digit, and no other",
        .enabled(if: FileManager.default.fileExists(atPath: file), "the published file does not lie beside the clone"))
    func everyRate() throws {
        let text = try String(contentsOfFile: Self.file, encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let codes = try #require(lines.first).dropFirst().filter { !$0.isEmpty }
        let currencies = try codes.map { try Currency(code: $0) }
        let rates = ReferenceRates()
        var mismatches: [String] = []
        for line in lines.dropFirst() where line.count > currencies.count {
            let date = try #require(CivilDate(line[0]))
            for (currency, expected) in zip(currencies, line.dropFirst()) {
                let found = rates.published(currency, on: date)?.description ?? "N/A"
                if found != expected { mismatches.append("\(date) \(currency): \(found), not \(expected)") }
            }
        }
        #expect(mismatches.isEmpty, "\(mismatches.prefix(5))")
        #expect(lines.count - 1 == 7126)
        #expect(try CivilDate(#require(lines.last)[0]) == ReferenceRates.firstDay)
        #expect(CivilDate(lines[1][0]) == ReferenceRates.lastDay)
    }

    @Test("has no rate on a day without a fixing")
    func noFixing() throws {
        #expect(ReferenceRates().published(.usd, on: try #require(CivilDate("2026-10-31"))) == nil)
        #expect(ReferenceRates().published(.eur, on: try #require(CivilDate("2026-10-30"))) == nil)
    }
}
