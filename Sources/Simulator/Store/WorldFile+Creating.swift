import GRDB
import Glibc

extension WorldFile {
    /// Writes a new world to a file of its own and gives it the name when it is whole.
    ///
    /// So no moment leaves half a world behind, and of two processes that start at once one makes the file and the other
    /// one uses it.
    func create(_ world: World) throws(WorldStoreError) {
        try createFolder()
        removeAbandonedDrafts()
        let draft = "\(path)\(Self.draftMark)\(getpid())-\(UInt32.random(in: .min ... .max))"
        let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.systemError(path) }
        close(descriptor)
        defer {
            unlink(draft)
            unlink(draft + "-journal")
        }
        do {
            let queue = try DatabaseQueue(path: draft, configuration: Self.configuration())
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.exclusive) {
                    try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                    try database.execute(sql: "PRAGMA user_version = \(Self.formatVersion)")
                    try WorldTables.create(database)
                    try WorldTables.write(world.records, database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            throw WorldStoreError(error, path: path)
        }
        guard link(draft, path) == 0 || errno == EEXIST else { throw Self.systemError(path) }
        try synchronizeFolder()
    }

    private static let draftMark = ".new-"

    /// Removes what processes left that were killed while they wrote a new world.
    private func removeAbandonedDrafts() {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        let start = path.split(separator: "/").last.map { $0 + Self.draftMark } ?? ""
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(start), let process = pid_t(name.dropFirst(start.count).prefix { $0 != "-" }) else { continue }
            if kill(process, 0) != 0 && errno == ESRCH { unlink("\(folder)/\(name)") }
        }
    }

    /// Makes the folder and those above it that are missing, for this user alone.
    private func createFolder() throws(WorldStoreError) {
        var made = folder.hasPrefix("/") ? "" : "."
        var refusal: Int32 = 0
        for part in folder.split(separator: "/") {
            made += "/\(part)"
            // Folders above may stand already, or be closed to us: whether it worked shows at the end.
            if mkdir(made, 0o700) != 0, errno != EEXIST { refusal = errno }
        }
        guard access(folder, F_OK) != 0 else { return }
        if refusal != 0 { errno = refusal }
        throw Self.systemError(path)
    }

    private func synchronizeFolder() throws(WorldStoreError) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.systemError(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.systemError(path) }
    }

    /// The error that the last system call left.
    private static func systemError(_ path: String) -> WorldStoreError {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .full(path: path)
        default: .notWritable(path: path, reason: reason(errno))
        }
    }
}
