import Dispatch
import Glibc

/// Ctrl-C while a script runs: the first cancels it, a second ends the program.
///
/// Ending at once is safe because every effect is written down before it is sent.
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
