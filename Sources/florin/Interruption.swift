import Glibc
import Synchronization

/// Ctrl-C while a script runs: the first cancels it, a second ends the program.
///
/// The first waits until an effect that is under way is answered or given up; the second does not, so what it did is
/// then to be looked up in the account.
///
/// The handler only writes a byte: a thread that waits for it does the rest, since cancelling is not allowed in a handler.
/// Dispatch would do the same with three threads more, which a start would pay for.
final class Interruption: Sendable {
    private static let ends = Mutex<(read: Int32, write: Int32)?>(nil)
    private nonisolated(unsafe) static var writeEnd: Int32 = -1
    private let isOver = Atomic(false)

    init(_ cancel: @escaping @Sendable () -> Void) {
        guard let ends = Self.openPipe() else { return }
        Self.writeEnd = ends.write
        let waiter = Unmanaged.passRetained(Waiter(readEnd: ends.read, interruption: self, cancel: cancel))
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { waiter in
                guard let waiter else { return nil }
                Unmanaged<Waiter>.fromOpaque(waiter).takeRetainedValue().wait()
                return nil
            }, waiter.toOpaque())
        guard started == 0 else {
            waiter.release()
            return
        }
        pthread_detach(thread)
        signal(SIGINT) { _ in
            let code = errno
            var byte: UInt8 = 0
            _ = write(Interruption.writeEnd, &byte, 1)
            errno = code
        }
    }

    /// Leaves Ctrl-C to the system again.
    func end() {
        isOver.store(true, ordering: .relaxed)
        signal(SIGINT, SIG_DFL)
    }

    private static func openPipe() -> (read: Int32, write: Int32)? {
        ends.withLock { ends in
            if let ends { return ends }
            var made: [Int32] = [-1, -1]
            guard pipe(&made) == 0 else { return nil }
            for end in made { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            ends = (made[0], made[1])
            return ends
        }
    }

    private final class Waiter: Sendable {
        private let readEnd: Int32
        private let interruption: Interruption
        private let cancel: @Sendable () -> Void

        init(readEnd: Int32, interruption: Interruption, cancel: @escaping @Sendable () -> Void) {
            (self.readEnd, self.interruption, self.cancel) = (readEnd, interruption, cancel)
        }

        func wait() {
            var count = 0
            var byte: UInt8 = 0
            while !interruption.isOver.load(ordering: .relaxed) {
                let length = read(readEnd, &byte, 1)
                guard length > 0 || errno == EINTR else { return }
                guard length > 0 else { continue }
                count += 1
                if count > 1 { _exit(ProgramExit.interrupted) }
                cancel()
            }
        }
    }
}
