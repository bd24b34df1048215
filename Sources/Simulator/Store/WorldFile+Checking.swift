import GRDB
import Glibc

extension WorldFile {
    /// What a check found.
    struct Finding {
        /// The version of the tables. Of an older one it is known only that it is ours and whole as a database:
        /// ``migrate()`` judges the rest.
        let version: Int
        /// The world that was read; nil when the file is in use, was written just now, or is of an older version.
        var world: CheckedWorld?
    }

    /// Checks that the file is a world of this version whose ledger balances, without writing a byte.
    func check() throws(WorldStoreError) -> Finding {
        for _ in 1...4 {
            let state = state
            do throws(WorldStoreError) {
                let isInUse = state.logSize != nil
                let mayBeKept = !isInUse && state.isAtRest
                let (version, world) = try check(isInUse: isInUse)
                return Finding(version: version, world: mayBeKept ? world.map { CheckedWorld($0, state) } : nil)
            } catch {
                // Only a file at rest can be judged: another process may have opened, written or closed it meanwhile.
                guard self.state != state else { throw error }
            }
        }
        throw .busy(path: path)
    }

    /// What changes when another process uses the file.
    struct State: Equatable {
        /// The size of the log of those who have it open; nil when there is none.
        var logSize: Int64?
        var size: Int64 = 0
        var modified: Int64 = 0

        /// Whether nobody has written for a second: two writes within a tick of the file system's clock look like one.
        var isAtRest: Bool {
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - modified > 1_000_000_000
        }
    }

    var state: State {
        var status = stat()
        guard stat(path, &status) == 0 else { return State() }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        let size = Int64(status.st_size)
        return State(logSize: stat(path + "-wal", &status) == 0 ? Int64(status.st_size) : nil, size: size, modified: modified)
    }

    private func check(isInUse: Bool) throws(WorldStoreError) -> (version: Int, world: World?) {
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

    private func check(_ database: Database) throws -> (version: Int, world: World?) {
        let identifier = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard identifier == Self.applicationID else { throw WorldStoreError.foreign(path: path) }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= Self.formatVersion else { throw WorldStoreError.newer(path: path, version: version) }
        guard version > 0 else { throw StoredRecordError("its format \(version) is not one of ours") }
        let problem = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer to quick_check"
        guard problem == "ok" else { throw StoredRecordError(problem) }
        return (version, version == Self.formatVersion ? try Self.checkedWorld(database) : nil)
    }

    /// The world, whose ledger balances.
    static func checkedWorld(_ database: Database) throws -> World {
        let world = try WorldStore.load(database).world
        guard world.ledgerCheck().isBalanced else { throw StoredRecordError("its ledger does not balance") }
        return world
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
