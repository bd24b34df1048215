import Synchronization

/// The world that was read when its file was checked, for the first who asks for it: reading it again would take as long.
final class CheckedWorld: Sendable {
    private let world: Mutex<World?>
    private let state: WorldFile.State

    /// - Parameter state: The state of the file before it was read; nobody had it open.
    init(_ world: World, _ state: WorldFile.State) {
        self.world = Mutex(world)
        self.state = state
    }

    /// The world, once, if nobody wrote to the file since: it is what it was, and no log holds anything.
    func take(from file: WorldFile) -> World? {
        let taken = world.withLock { world in
            defer { world = nil }
            return world
        }
        let now = file.state
        return (now.logSize ?? 0) == 0 && now.size == state.size && now.modified == state.modified ? taken : nil
    }
}
