/// A currency of ISO 4217, out of the table that Florin ships.
///
/// Two bytes without storage of its own: a place in the table. The order is that of the codes.
public struct Currency: Sendable, Hashable {
    private let position: UInt16

    /// The currency with this upper-case ISO 4217 code.
    ///
    /// - Throws: ``UnknownCurrency``, with the nearest code there is, also for `eur` and `€`.
    @inlinable
    public init(code: some StringProtocol) throws(UnknownCurrency) {
        guard let packed = Self.packed(code), let currency = Currency(packedCode: packed) else {
            throw UnknownCurrency(String(code))
        }
        self = currency
    }

    /// The currency whose three ASCII letters stand in the low three bytes, the first one highest.
    public init?(packedCode: UInt32) {
        let position = CurrencyTable.position(of: packedCode)
        guard position < CurrencyTable.rows.count, CurrencyTable.rows[position].packedCode == packedCode else { return nil }
        self.init(position: position)
    }

    private init(position: Int) {
        self.position = UInt16(position)
    }

    /// The code as a number: three ASCII bytes, the first one highest, so that numbers order like codes.
    public var packedCode: UInt32 { row.packedCode }

    /// The ISO 4217 code, such as `EUR`.
    public var code: String { row.code }

    /// The English name, such as `Swiss franc`.
    public var name: String { row.name }

    /// The sign that people write, such as `€`; the code where there is none that tells it from others.
    public var symbol: String { row.symbol }

    /// The decimal places that ISO 4217 gives the currency: 0, 2 or 3.
    public var digits: Int { Int(row.digits) }

    /// The decimal places that the API really moves: none for forint, although ISO 4217 has two.
    public var providerDigits: Int { Int(row.providerDigits) }

    /// Whether the currency is no longer money, as the kuna since 2023. Old rates and statements name such ones.
    public var isWithdrawn: Bool { row.status == .withdrawn }

    /// Whether an account can commonly hold a balance in it; the API decides for each profile.
    public var isHeldByProvider: Bool { row.status == .held }

    private var row: CurrencyRow { CurrencyTable.rows[Int(position)] }

    @inlinable
    static func packed(_ code: some StringProtocol) -> UInt32? {
        var packed: UInt32 = 0
        var count = 0
        for byte in code.utf8 {
            guard count < 3 else { return nil }
            packed = packed << 8 | UInt32(byte)
            count += 1
        }
        return count == 3 ? packed : nil
    }
}

extension Currency {
    /// Every currency of the table, ordered by code, the withdrawn ones included.
    public static let all: [Currency] = CurrencyTable.rows.indices.map { Currency(position: $0) }

    /// When the list of ISO 4217 was published that the table follows, as `YYYY-MM-DD`.
    public static let tableDate = CurrencyTable.date

    /// The euro.
    public static let eur = Currency(position: CurrencyTable.position(of: 0x455552))

    /// The pound sterling.
    public static let gbp = Currency(position: CurrencyTable.position(of: 0x474250))

    /// The United States dollar.
    public static let usd = Currency(position: CurrencyTable.position(of: 0x555344))

    /// The yen, which has no decimal places.
    public static let jpy = Currency(position: CurrencyTable.position(of: 0x4A5059))

    /// The Singapore dollar.
    public static let sgd = Currency(position: CurrencyTable.position(of: 0x534744))
}

extension Currency: Comparable, CustomStringConvertible {
    /// Whether the left code comes first.
    public static func < (left: Currency, right: Currency) -> Bool { left.position < right.position }

    /// The code.
    public var description: String { code }
}
