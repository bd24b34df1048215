import GRDB

/// A world in a file: its state, not a log of what was asked.
///
/// An SQLite database with a table for each kind of record. Every change is one transaction, on the disk before the
/// call returns. Several processes may use the same file: each finds out when another one wrote and reads it again.
public struct WorldStore: Sendable {
    /// Where the file lies.
    public let path: String
    let queue: DatabaseQueue
    private let checked: CheckedWorld?

    /// The world in a file, or a new one in a new file when there is none.
    ///
    /// A file that stands already is checked first without being opened for writing, and left byte for byte as it is
    /// when it is not a world of this version whose ledger balances.
    ///
    /// - Parameters:
    ///   - path: The file. Its folder is made when it is missing, for this user alone, as is the file.
    ///   - newWorld: What a new file begins with.
    public init(path: String, newWorld: () -> World = { .standard() }) throws(WorldStoreError) {
        let file = WorldFile(path: path)
        var finding = WorldFile.Finding(version: WorldFile.formatVersion)
        if try file.exists() {
            finding = try file.check()
        } else {
            try file.create(newWorld())
        }
        try file.requireWritable()
        if finding.version < WorldFile.formatVersion { try file.migrate() }
        self.path = path
        checked = finding.world
        queue = try file.open()
    }

    /// The world as it is stored: the one that was read when the file was checked, if nobody wrote since.
    func load() throws(WorldStoreError) -> HeldWorld {
        try withDatabase { database in
            var held: HeldWorld?
            try database.inTransaction(.deferred) {
                let version = try Self.version(database)
                // The first table that is read pins what this transaction sees, before the file is looked at.
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(WorldSettings.table)")
                if let world = checked?.take(from: WorldFile(path: path)) {
                    held = HeldWorld(world: world, version: version)
                } else {
                    held = try Self.load(database)
                }
                return .commit
            }
            guard let held else { throw StoredRecordError("it is empty") }
            return held
        }
    }

    /// Reads the world again when another process wrote since.
    func refresh(_ held: inout HeldWorld) throws(WorldStoreError) {
        try withDatabase { database in
            guard try Self.version(database) != held.version else { return }
            try database.inTransaction(.deferred) {
                held = try Self.load(database)
                return .commit
            }
        }
    }

    /// Changes the newest world and writes what changed, in one transaction that is on the disk when this returns. A change
    /// that would make the ledger disagree with the balances is not written.
    func update<Result>(_ held: inout HeldWorld, _ change: (inout World) -> Result) throws(WorldStoreError) -> Result {
        try withDatabase { database in
            var result: Result?
            do {
                try database.inTransaction(.immediate) {
                    if try Self.version(database) != held.version { held = try Self.load(database) }
                    result = change(&held.world)
                    let changes = held.world.drainChanges()
                    guard !changes.isEmpty else { return .rollback }
                    try changes.prove(database, path: path)
                    try WorldTables.write(changes, database)
                    return .commit
                }
            } catch {
                // What is in memory may be ahead of the disk now.
                held.version = nil
                throw error
            }
            guard let result else { throw StoredRecordError("nothing was done") }
            return result
        }
    }

    /// Puts another world in the place of the stored one.
    func replace(_ held: inout HeldWorld, with world: World) throws(WorldStoreError) {
        guard world.ledgerCheck().isBalanced else {
            throw .failed(path: path, reason: "a world was refused because its ledger does not balance")
        }
        try withDatabase { database in
            try database.inTransaction(.immediate) {
                try WorldTables.deleteAll(database)
                try WorldTables.write(world.records, database)
                return .commit
            }
            held = HeldWorld(world: world, version: try Self.version(database))
        }
    }

    static func load(_ database: Database) throws -> HeldWorld {
        let version = try version(database)
        return HeldWorld(world: try World(records: WorldTables.read(database)), version: version)
    }

    /// A number that changes when another connection commits.
    private static func version(_ database: Database) throws -> Int {
        let statement = try database.cachedStatement(sql: "PRAGMA data_version")
        guard let version = try Int.fetchOne(statement) else { throw StoredRecordError("data_version has no value") }
        return version
    }

    private func withDatabase<Result>(_ body: (Database) throws -> Result) throws(WorldStoreError) -> Result {
        do {
            return try queue.writeWithoutTransaction(body)
        } catch {
            throw WorldStoreError(error, path: path)
        }
    }
}
