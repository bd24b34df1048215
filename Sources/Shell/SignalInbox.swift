internal import CEditHost
internal import Glibc

/// The signals of the process, received as values in one place.
struct SignalInbox: ~Copyable {
    /// Readable when a signal has arrived.
    let descriptor: Int32

    init() throws(PromptFailure) {
        descriptor = edithost_signals_open()
        if descriptor < 0 {
            throw PromptFailure("cannot receive signals", problem: errno, hint: "only one prompt runs in a process at a time")
        }
    }

    deinit { edithost_signals_close() }

    /// The next signal that arrived, or nil.
    func next() -> Int32? {
        let signal = edithost_signals_take()
        return signal == 0 ? nil : signal
    }
}
