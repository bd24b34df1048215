import FoundationEssentials
import GRDB
import Money
import WiseAPI

/// The values of a row, added in the order of its columns.
struct RowWriter {
    private(set) var values: [DatabaseValue] = []

    mutating func add(_ integer: Int?) { values.append(integer?.databaseValue ?? .null) }

    mutating func add(_ text: String?) { values.append(text?.databaseValue ?? .null) }

    mutating func add(_ flag: Bool) { values.append((flag ? 1 : 0).databaseValue) }

    mutating func add(_ time: Timestamp?) { values.append(time?.microseconds.databaseValue ?? .null) }

    mutating func add(_ object: JSONObject) { add(JSONValue.object(object).text) }

    mutating func add(_ currency: Currency?) { add(currency?.code) }

    /// As text, because no column of SQLite holds it exactly.
    mutating func add(_ decimal: ExactDecimal?) { add(decimal?.description) }

    /// In two columns: the amount as text and the currency.
    mutating func add(_ money: Money?) {
        add(money?.amount)
        add(money?.currency)
    }

    mutating func add(_ bytes: [UInt8]) { values.append(DatabaseValue(value: bytes.withUnsafeBytes { Data($0) }) ?? .null) }

    /// The bits, because an integer of SQLite has a sign.
    mutating func add(_ bits: UInt64) { values.append(Int64(bitPattern: bits).databaseValue) }
}
