import FoundationEssentials
import GRDB
import Money
import WiseAPI

/// The values of a row, taken in the order of its columns. What does not fit throws and never traps.
struct RowReader {
    private let row: Row
    private let table: String
    private var column = 0

    init(_ row: Row, table: String) {
        self.row = row
        self.table = table
    }

    mutating func integer() throws(StoredRecordError) -> Int { try needed(Int.fromDatabaseValue(next())) }

    mutating func optionalInteger() throws(StoredRecordError) -> Int? {
        let value = next()
        return value.isNull ? nil : try needed(Int.fromDatabaseValue(value))
    }

    mutating func text() throws(StoredRecordError) -> String { try needed(String.fromDatabaseValue(next())) }

    mutating func optionalText() throws(StoredRecordError) -> String? {
        let value = next()
        return value.isNull ? nil : try needed(String.fromDatabaseValue(value))
    }

    mutating func flag() throws(StoredRecordError) -> Bool { try integer() != 0 }

    mutating func time() throws(StoredRecordError) -> Timestamp {
        Timestamp(microseconds: try needed(Int64.fromDatabaseValue(next())))
    }

    mutating func optionalTime() throws(StoredRecordError) -> Timestamp? {
        let value = next()
        return value.isNull ? nil : Timestamp(microseconds: try needed(Int64.fromDatabaseValue(value)))
    }

    mutating func bits() throws(StoredRecordError) -> UInt64 {
        UInt64(bitPattern: try needed(Int64.fromDatabaseValue(next())))
    }

    mutating func bytes() throws(StoredRecordError) -> [UInt8] { try [UInt8](needed(Data.fromDatabaseValue(next()))) }

    /// A text that is a JSON object.
    mutating func object() throws(StoredRecordError) -> JSONObject {
        let text = try text()
        return try needed((try? JSONValue(parsing: Array(text.utf8)))?.objectValue)
    }

    mutating func currency() throws(StoredRecordError) -> Currency { try needed(try? Currency(code: text())) }

    mutating func decimal() throws(StoredRecordError) -> ExactDecimal { try needed(try? ExactDecimal(parsing: text())) }

    mutating func money() throws(StoredRecordError) -> Money { Money(try decimal(), try currency()) }

    /// Two columns that are both null or both not.
    mutating func optionalMoney() throws(StoredRecordError) -> Money? {
        let amount = try optionalText()
        let code = try optionalText()
        guard let amount, let code else {
            guard amount == nil, code == nil else { throw misfit }
            return nil
        }
        return Money(try needed(try? ExactDecimal(parsing: amount)), try needed(try? Currency(code: code)))
    }

    /// A text that is one of a list.
    mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type) throws(StoredRecordError) -> Word {
        try needed(Word(rawValue: text()))
    }

    private mutating func next() -> DatabaseValue {
        defer { column += 1 }
        return column < row.count ? row[column] : .null
    }

    /// The value, which fits the column.
    func needed<Value>(_ value: Value?) throws(StoredRecordError) -> Value {
        guard let value else { throw misfit }
        return value
    }

    private var misfit: StoredRecordError {
        StoredRecordError("column \(column) of a row of '\(table)' does not hold what it should")
    }
}
