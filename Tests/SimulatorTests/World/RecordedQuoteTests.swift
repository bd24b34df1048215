import Glibc
import Money
import Testing
import WiseAPI

@testable import Simulator

/// Quotes that the bank's sandbox gave, where they lie beside the repository.
private enum Recordings {
    static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(5)
        return "/" + parts.joined(separator: "/") + "/shared/reference/recorded/sandbox-2026-07"
    }()

    static let names: [String] = {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.contains("quotes"), name.hasSuffix("-200.json") { names.append(name) }
        }
        return names.sorted()
    }()

    static func read(_ name: String) throws -> JSONValue {
        let file = try #require(fopen("\(folder)/\(name)", "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return try JSONValue(parsing: bytes)
    }
}

@Suite("Recorded quotes")
struct RecordedQuoteTests {
    @Test(
        "follow the simulator's arithmetic to the last digit",
        .enabled(if: !Recordings.names.isEmpty, "the recordings do not lie beside the repository"))
    func arithmetic() throws {
        var count = 0
        for name in Recordings.names {
            let quote = try Quote(json: try #require(try Recordings.read(name)["response"]))
            let rate = try #require(quote.rate)
            for option in quote.paymentOptions {
                let fee = option.fee.amount
                let price =
                    quote.providedAmountType == .target
                    ? try QuotePrice.with(option.targetAmount, fee: fee, source: quote.sourceCurrency, rate: rate)
                    : try QuotePrice.with(option.sourceAmount, fee: fee, target: quote.targetCurrency, rate: rate)
                #expect(price?.source == option.sourceAmount, "\(name) \(option.payIn)")
                #expect(price?.target == option.targetAmount, "\(name) \(option.payIn)")
                #expect(price?.feePercentage == option.raw["feePercentage"]?.decimalValue, "\(name) \(option.payIn)")
                count += 1
            }
        }
        #expect(count == 495)
    }

    @Test(
        "have fees that add up, and hold for half an hour in whole seconds",
        .enabled(if: !Recordings.names.isEmpty, "the recordings do not lie beside the repository"))
    func fees() throws {
        for name in Recordings.names {
            let response = try #require(try Recordings.read(name)["response"])
            let quote = try Quote(json: response)
            #expect(quote.expirationTime == quote.createdTime?.adding(seconds: 1800), "\(name)")
            #expect(response["createdTime"]?.stringValue?.utf8.count == 20)
            for option in quote.paymentOptions {
                let fee = try #require(option.raw["fee"])
                func part(_ member: String) throws -> ExactDecimal { try #require(fee[member]?.decimalValue) }
                let sum = try part("transferwise").adding(part("payIn")).adding(part("partner")).subtracting(part("discount"))
                #expect(try sum == part("total"), "\(name) \(option.payIn)")
                let items = option.raw["price"]?["items"]?.arrayValue ?? []
                let shown = try items.reduce(ExactDecimal.zero) { try $0.adding(#require($1["value"]?["amount"]?.decimalValue)) }
                #expect(try shown == part("total"), "\(name) \(option.payIn)")
            }
        }
    }

    @Test(
        "on their own follow the same arithmetic",
        .enabled(if: !Recordings.names.isEmpty, "the recordings do not lie beside the repository"),
        arguments: ["quote-sandbox-2024-12-31-target.json", "quote-unauth-live-2026-04-19.json"])
    func single(name: String) throws {
        let quote = try Quote(json: try Recordings.read("../\(name)"))
        let rate = try #require(quote.rate)
        for option in quote.paymentOptions {
            let fee = option.fee.amount
            let price =
                quote.providedAmountType == .target
                ? try QuotePrice.with(option.targetAmount, fee: fee, source: quote.sourceCurrency, rate: rate)
                : try QuotePrice.with(option.sourceAmount, fee: fee, target: quote.targetCurrency, rate: rate)
            #expect(price?.source == option.sourceAmount && price?.target == option.targetAmount, "\(option.payIn)")
        }
    }

    @Test("and the bank's own example come out the same")
    func example() throws {
        // Wise API reference, quote pricing: 200 GBP at 0.5 % and 1 GBP fixed, converted at 0.9.
        let schedule = FeeSchedule(variable: try decimal("0.005"), fixed: try decimal("1.00"))
        let price = try QuotePrice.leaving(try money("200 GBP"), target: .usd, rate: try decimal("0.9"), schedule)
        #expect(try price?.fee == decimal("1.99"))
        #expect(try price?.target == money("178.21 USD"))
    }
}
