import GRDB
import Glibc

extension WorldFile {
    /// Checks that the file is a world of this version whose ledger balances, without writing a byte.
    ///
    /// - Returns: The version of its tables. Of an older one it is known only that it is ours and whole as a database:
    ///   ``migrate()`` judges the rest.
    func check() throws(WorldStoreError) -> Int {
        for _ in 1...4 {
            let state = state
            do throws(WorldStoreError) {
                return try check(isInUse: state.hasLog)
            } catch {
                // Only a file at rest can be judged: another process may have opened, written or closed it meanwhile.
                guard self.state != state else { throw error }
            }
        }
        throw .busy(path: path)
    }

    /// What changes when another process uses the file.
    private struct State: Equatable {
        var hasLog = false
        var size: Int64 = 0
        var modified: Int64 = 0
    }

    private var state: State {
        var status = stat()
        guard stat(path, &status) == 0 else { return State() }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        return State(hasLog: access(path + "-wal", F_OK) == 0, size: Int64(status.st_size), modified: modified)
    }

    private func check(isInUse: Bool) throws(WorldStoreError) -> Int {
        if !isInUse { try checkHeader() }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        do {
            // Where no log stands beside it nobody has it open, and an immutable file gets no lock and no log either.
            let queue = try DatabaseQueue(path: isInUse ? path : immutableAddress, configuration: configuration)
            defer { try? queue.close() }
            return try queue.read { database in try check(database) }
        } catch {
            throw WorldStoreError(error, path: path)
        }
    }

    private func check(_ database: Database) throws -> Int {
        let identifier = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard identifier == Self.applicationID else { throw WorldStoreError.foreign(path: path) }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= Self.formatVersion else { throw WorldStoreError.newer(path: path, version: version) }
        guard version > 0 else { throw StoredRecordError("its format \(version) is not one of ours") }
        let problem = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer to quick_check"
        guard problem == "ok" else { throw StoredRecordError(problem) }
        if version == Self.formatVersion { try Self.checkWorld(database) }
        return version
    }

    static func checkWorld(_ database: Database) throws {
        let held = try WorldStore.load(database)
        guard held.world.ledgerCheck().isBalanced else { throw StoredRecordError("its ledger does not balance") }
    }

    /// The first bytes of the file, which tell whose it is even when SQLite cannot open it.
    private func checkHeader() throws(WorldStoreError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notWritable(path: path, reason: Self.reason(errno)) }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &header, header.count, 0)
        guard count >= 0 else { throw .damaged(path: path, reason: Self.reason(errno)) }
        guard count == header.count, header.starts(with: Array("SQLite format 3".utf8) + [0]) else {
            throw .damaged(path: path, reason: count == 0 ? "it is empty" : "it is no database")
        }
    }

    private var immutableAddress: String {
        var address = "file:"
        let digits = Array("0123456789ABCDEF")
        for byte in (path.hasPrefix("/") ? path : "./" + path).utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0...32, 127...255:
                address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            default: address.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return address + "?immutable=1"
    }
}
