import Dispatch
import Glibc

/// Ctrl-C while a script runs: the first cancels it, a second ends the program.
///
/// The first waits until an effect that is under way is answered or given up; the second does not, so what it did is
/// then to be looked up in the account.
final class Interruption: Sendable {
    // Dispatch's sources may be used from any thread; the library does not say so in its types.
    private nonisolated(unsafe) let source: any DispatchSourceSignal

    init(_ cancel: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        nonisolated(unsafe) var count = 0
        source.setEventHandler {
            count += 1
            if count > 1 { _exit(ProgramExit.interrupted) }
            cancel()
        }
        source.resume()
    }

    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
