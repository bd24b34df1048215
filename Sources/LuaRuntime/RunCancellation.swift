import Synchronization

/// Knows which run is under way, so that the end of a task cancels its own run and no other.
final class RunCancellation: Sendable {
    /// Stands for one run.
    typealias Ticket = Int

    private struct State: Sendable {
        var nextTicket: Ticket = 0
        var current: Ticket?
        /// Runs that were cancelled before their turn.
        var withdrawn: Set<Ticket> = []
        var isCurrentWithdrawn = false
        /// Set by a cancel that is for all runs, until it is reset.
        var isStopped = false
    }

    private let state = Mutex(State())

    func issue() -> Ticket {
        state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
    }

    /// Whether the run may begin.
    func begin(_ ticket: Ticket) -> Bool {
        state.withLock { state in
            state.current = ticket
            state.isCurrentWithdrawn = false
            return state.withdrawn.remove(ticket) == nil
        }
    }

    /// The run is over. `reset` is called when its cancelling concerns no other run.
    func end(_ ticket: Ticket, reset: () -> Void) {
        state.withLock { state in
            state.current = nil
            if state.isCurrentWithdrawn, !state.isStopped { reset() }
        }
    }

    /// Cancels one run: at once with `cancel` when it is under way, otherwise when its turn comes.
    func withdraw(_ ticket: Ticket, cancel: () -> Void) {
        state.withLock { state in
            if state.current == ticket {
                state.isCurrentWithdrawn = true
                cancel()
            } else {
                state.withdrawn.insert(ticket)
            }
        }
    }

    func stop(cancel: () -> Void) {
        state.withLock { state in
            state.isStopped = true
            cancel()
        }
    }

    func restart(reset: () -> Void) {
        state.withLock { state in
            state.isStopped = false
            reset()
        }
    }
}
