import GRDB
import Glibc

/// The file of a stored world, before it is a database: whether it is there, whose it is, and how it is made.
struct WorldFile {
    let path: String

    /// `FLWO`, in the header of the file.
    static let applicationID: Int32 = 0x464C_574F
    /// The version of the tables.
    static let formatVersion = 2

    func exists() throws(WorldStoreError) -> Bool {
        var status = stat()
        guard lstat(path, &status) != 0 else { return true }
        guard errno == ENOENT else { throw .notWritable(path: path, reason: Self.reason(errno)) }
        return false
    }

    /// Opens the file to read and write, and makes sure that a commit is durable.
    func open() throws(WorldStoreError) -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration())
            try queue.writeWithoutTransaction { database in
                try require("PRAGMA journal_mode = WAL", is: "wal", database)
                try require("PRAGMA synchronous", is: "2", database)
                try require("PRAGMA foreign_keys", is: "1", database)
            }
            return queue
        } catch {
            throw WorldStoreError(error, path: path)
        }
    }

    /// Whether file and folder can be written, which SQLite needs for its journal.
    func requireWritable() throws(WorldStoreError) {
        for name in [path, folder] where access(name, W_OK) != 0 {
            throw .notWritable(path: name, reason: Self.reason(errno))
        }
    }

    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in try database.execute(sql: "PRAGMA synchronous = FULL") }
        return configuration
    }

    static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

    private func require(_ pragma: String, is value: String, _ database: Database) throws {
        let answer: DatabaseValue? = try Row.fetchOne(database, sql: pragma)?[0]
        let found = answer.flatMap { String.fromDatabaseValue($0) ?? Int.fromDatabaseValue($0).map(String.init) }
        guard found == value else {
            throw WorldStoreError.unsafe(path: path, reason: "\(pragma) gives \(found ?? "nothing") and should give \(value)")
        }
    }
}
