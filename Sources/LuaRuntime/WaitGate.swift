/// Where a thread waits for one value that a task delivers. The first value counts.
final class WaitGate<Value: Sendable>: @unchecked Sendable {
    private let signal = ThreadSignal()
    private var value: Value?

    /// Delivers the value; without effect when there is one already.
    func open(with value: Value) {
        signal.withLock { if self.value == nil { self.value = value } }
        signal.wakeOne()
    }

    /// Blocks the thread until there is a value.
    func wait() -> Value {
        while true {
            if let value = signal.wait(until: { value != nil }, then: { value }) { return value }
        }
    }
}
