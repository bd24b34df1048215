/// What is known of one currency.
struct CurrencyRow: Sendable {
    enum Status: Sendable {
        /// In use, but no balance can be opened in it.
        case current
        /// In use, and an account can hold it.
        case held
        /// No longer money; old rates and statements name it.
        case withdrawn
    }

    let packedCode: UInt32
    let code: String
    let name: String
    let symbol: String
    let digits: Int8
    let providerDigits: Int8
    let status: Status

    /// - Parameter provider: The digits that the API moves, where they are not those of ISO 4217.
    init(
        _ code: StaticString, _ name: String, _ symbol: String, _ digits: Int8, provider: Int8? = nil,
        _ status: Status = .current
    ) {
        packedCode = code.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
        self.code = code.description
        self.name = name
        self.symbol = symbol
        self.digits = digits
        providerDigits = provider ?? digits
        self.status = status
    }
}

extension CurrencyTable {
    /// Where the row of this code stands, or would stand if there were one.
    static func position(of packedCode: UInt32) -> Int {
        let rows = rows
        var lower = 0
        var upper = rows.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if rows[middle].packedCode < packedCode {
                lower = middle + 1
            } else {
                upper = middle
            }
        }
        return lower
    }
}
