import Glibc

/// Where Florin keeps what lives longer than a process: `$XDG_STATE_HOME/florin`, or `~/.local/state/florin`.
enum StateFolder {
    static var path: String {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/florin" }
        return (environment("HOME") ?? ".") + "/.local/state/florin"
    }

    /// The stored world of the embedded simulator.
    static var world: String { path + "/world.sqlite" }

    /// What was typed at the prompt.
    static var history: String { path + "/history" }

    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
