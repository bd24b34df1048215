import Glibc

/// One thread with a queue of jobs, done one after the other.
///
/// The stack is 8 MiB because Lua nests C calls; the default of a thread may be less. The thread ends
/// after ``finish()`` and the jobs before it.
final class LuaThread: Sendable {
    private let queue = JobQueue()

    /// - Throws: A failure of kind `.host` when the system gives no thread.
    init() throws(LuaFailure) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, 8 << 20)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(queue)
        let code = pthread_create(&thread, &attributes, runJobs, argument.toOpaque())
        guard code == 0 else {
            argument.release()
            throw LuaFailure(kind: .host, message: "the system gives no thread for Lua (error \(code)): close other programs")
        }
    }

    /// Adds a job.
    func enqueue(_ job: @escaping @Sendable () -> Void) { queue.append(job) }

    /// Ends the thread after the jobs that it has.
    func finish() { queue.close() }

    /// Does a job on the thread and blocks until it is done.
    func performAndWait<Value: Sendable>(
        _ job: @escaping @Sendable () -> Result<Value, LuaFailure>
    ) -> Result<Value, LuaFailure> {
        let gate = WaitGate<Result<Value, LuaFailure>>()
        enqueue { gate.open(with: job()) }
        return gate.wait()
    }
}

private func runJobs(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let queue = Unmanaged<JobQueue>.fromOpaque(argument).takeRetainedValue()
    while let job = queue.next() { job() }
    return nil
}

/// What a thread still has to do. The lock and the signal are the system's, since `Mutex` cannot be waited on.
private final class JobQueue: @unchecked Sendable {
    private let signal = ThreadSignal()
    private var jobs: [@Sendable () -> Void] = []
    private var isClosed = false

    func append(_ job: @escaping @Sendable () -> Void) {
        signal.withLock { jobs.append(job) }
        signal.wakeOne()
    }

    func close() {
        signal.withLock { isClosed = true }
        signal.wakeOne()
    }

    /// Blocks until there is a job; `nil` when there will be none.
    func next() -> (@Sendable () -> Void)? {
        signal.wait(until: { !jobs.isEmpty || isClosed }, then: { jobs.isEmpty ? nil : jobs.removeFirst() })
    }
}
