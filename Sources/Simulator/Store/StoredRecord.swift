import GRDB
import Money
import WiseAPI

/// A record that has a table of its own: its columns, and how it goes into a row and comes out of it.
///
/// Columns, ``write(to:)`` and ``init(from:)`` follow one order.
protocol StoredRecord: Sendable {
    /// The name of the table.
    static var table: String { get }
    /// The columns with type and constraints, as they stand in the definition of the table.
    static var columns: [String] { get }
    /// Constraints of the table as a whole.
    static var constraints: [String] { get }
    /// What the rows are read in order of.
    static var order: String { get }

    init(from row: inout RowReader) throws(StoredRecordError)
    func write(to row: inout RowWriter)
}

extension StoredRecord {
    static var constraints: [String] { [] }

    /// The statement that makes the table.
    static var definition: String {
        "CREATE TABLE \(table) (\((columns + constraints).joined(separator: ", "))) STRICT"
    }

    static var columnNames: [Substring] { columns.map { $0.prefix { $0 != " " } } }

    /// The columns of the primary key: the one that says so, or those that the constraint names.
    static var keyNames: [Substring] {
        if let key = columns.first(where: { $0.contains(" PRIMARY KEY") }) { return [key.prefix { $0 != " " }] }
        let key = constraints.first { $0.hasPrefix("PRIMARY KEY") } ?? ""
        return key.split { "(), ".contains($0) }.filter { columnNames.contains($0) }
    }

    /// The statement that writes a record over the one with the same key.
    ///
    /// The key stays out of the update: where SQLite sees it set it looks for rows that refer to the old one, through all
    /// of their table.
    static var upsertion: String {
        let (names, keys) = (columnNames, keyNames)
        let values = names.map { _ in "?" }.joined(separator: ", ")
        let changes = names.filter { !keys.contains($0) }.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values)) ON CONFLICT DO UPDATE SET \(changes)"
    }

    /// Every record of the table.
    static func readAll(_ database: Database) throws -> [Self] {
        let selection = "SELECT \(columnNames.joined(separator: ", ")) FROM \(table) ORDER BY \(order)"
        let rows = try Row.fetchCursor(database, sql: selection)
        var records: [Self] = []
        while let row = try rows.next() {
            var reader = RowReader(row, table: table)
            records.append(try Self(from: &reader))
        }
        return records
    }

    /// Writes the record over the one with the same key.
    func save(_ database: Database) throws {
        var writer = RowWriter()
        write(to: &writer)
        let statement = try database.cachedStatement(sql: Self.upsertion)
        statement.setUncheckedArguments(StatementArguments(writer.values))
        try statement.execute()
    }
}

/// A stored value that is not what its column holds. It makes the file a damaged one.
struct StoredRecordError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
