/// Why a stored world cannot be used. The file is as it was.
public enum WorldStoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is not what a store writes, or its ledger does not agree with itself.
    case damaged(path: String, reason: String)
    /// The file belongs to another program.
    case foreign(path: String)
    /// A later version of this program wrote the file.
    case newer(path: String, version: Int)
    /// The file or its folder does not allow writing, or cannot be made.
    case notWritable(path: String, reason: String)
    /// The device is full or a limit is reached.
    case full(path: String)
    /// Another process kept the file locked.
    case busy(path: String)
    /// The file system cannot keep what the store promises.
    case unsafe(path: String, reason: String)
    /// Anything else that the database says.
    case failed(path: String, reason: String)

    /// What happened and what to do, in one or two sentences.
    public var description: String {
        switch self {
        case .damaged(let path, let reason):
            "the simulator's world in \(path) is damaged (\(reason)); it was left as it is: "
                + "move the file away to start with a new world, or use --fresh for a world in memory"
        case .foreign(let path):
            "\(path) belongs to another program and was left as it is: move it away, or choose another state folder"
        case .newer(let path, let version):
            "the simulator's world in \(path) was written by a later version (format \(version)) and was left as it is: "
                + "update this program, or use --fresh for a world in memory"
        case .notWritable(let path, let reason):
            "the simulator's world in \(path) cannot be written (\(reason)): "
                + "give yourself write permission for the file and its folder, or use --fresh for a world in memory"
        case .full(let path):
            "there is no space left to keep the simulator's world in \(path); nothing was changed: "
                + "free some space and try again, or use --fresh for a world in memory"
        case .busy(let path):
            "another process keeps the simulator's world in \(path) locked; nothing was changed: "
                + "let it finish and try again, or use --fresh for a world in memory"
        case .unsafe(let path, let reason):
            "the simulator's world in \(path) cannot be kept safely (\(reason)): "
                + "choose a state folder on a local disk, or use --fresh for a world in memory"
        case .failed(let path, let reason):
            "the simulator's world in \(path) cannot be used (\(reason)); nothing was changed: "
                + "check the disk, or use --fresh for a world in memory"
        }
    }
}
