import CLuaHost

/// What C calls: the functions of the host and its output. Lives as long as the interpreter.
final class HostContext: @unchecked Sendable {
    private let bodies: [HostFunction.Body]
    private let output: @Sendable (String) -> Void
    /// Used again for each call, so that a call does not allocate. Behind a pointer, because the check for
    /// exclusive access that Swift makes of a class's property costs more than the rest of a call.
    private let arguments = UnsafeMutablePointer<[LuaValue]>.allocate(capacity: 1)
    /// The call that the thread waits for.
    let waiting = WaitingCall()

    init(_ configuration: LuaInterpreter.Configuration) {
        bodies = configuration.functions.map(\.body)
        output = configuration.output
        arguments.initialize(to: [])
    }

    deinit {
        arguments.deinitialize(count: 1)
        arguments.deallocate()
    }

    /// The functions for C. The context is not retained.
    var table: florin_host {
        florin_host(
            context: Unmanaged.passUnretained(self).toOpaque(),
            dispatch: { context, function, arguments, count, reply in
                Unmanaged<HostContext>.fromOpaque(context)._withUnsafeGuaranteedRef {
                    $0.dispatch(Int(function), arguments, count, Reply(pointer: reply))
                }
            },
            wait: { context, reply in HostContext.at(context).wait(Reply(pointer: reply)) },
            arithmetic: { _, operation, left, right, result, reply in
                MoneyArithmetic.calculate(operation, left, right, into: result, reply: Reply(pointer: reply))
            },
            output: { context, bytes, length, reply in
                HostContext.at(context).write(florin_text(bytes: bytes, length: length), Reply(pointer: reply))
            })
    }

    private static func at(_ pointer: UnsafeMutableRawPointer) -> HostContext {
        Unmanaged<HostContext>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func dispatch(_ function: Int, _ values: UnsafePointer<florin_value>?, _ count: Int, _ reply: Reply) -> florin_status
    {
        do {
            switch bodies[function] {
            case .direct(let body):
                try reply.append(try body(LuaArguments(values, entries: count)))
                return florin_status(FLORIN_OK)
            case .immediate(let body):
                try read(values, count)
                // Moved, not copied: that saves counting references.
                let taken = arguments.move()
                defer { keep(taken) }
                let results = try body(taken)
                for index in results.indices { try reply.append(results[index]) }
                return florin_status(FLORIN_OK)
            case .waiting(let body): return try begin(body, values, count, isSettling: false)
            case .settling(let body): return try begin(body, values, count, isSettling: true)
            }
        } catch {
            reply.fail(with: LuaRaisedError(describing: error))
            return florin_status(FLORIN_ERROR)
        }
    }

    private func begin(
        _ body: @escaping @Sendable ([LuaValue]) async throws -> [LuaValue], _ values: UnsafePointer<florin_value>?,
        _ count: Int, isSettling: Bool
    ) throws(LuaRaisedError) -> florin_status {
        try read(values, count)
        waiting.start(body, arguments.pointee, isSettling: isSettling)
        arguments.pointee = []
        return florin_status(FLORIN_PENDING)
    }

    /// What a cancelled run has to tell of the effect that was under way; nil when there was none, or it surely did not happen.
    func interruptedEffect() -> LuaRaisedError? {
        switch waiting.takeSettled() {
        case .success:
            LuaRaisedError(
                kind: "cancelled", code: "effect_completed", message: "the effect that was under way was carried out first",
                hint: "Look at the account: what the script meant to do after it was not done")
        case .failure(let error):
            { $0.ambiguous ? $0 : nil }(LuaRaisedError(describing: error))
        case nil: nil
        }
    }

    /// Numbers are read here, since they are what is passed most; everything else by a reader.
    private func read(_ values: UnsafePointer<florin_value>?, _ count: Int) throws(LuaRaisedError) {
        guard let values else { return }
        for index in 0..<count {
            let value = values + index
            switch value.pointee.kind {
            case florin_kind(FLORIN_INTEGER): arguments.pointee.append(.integer(value.pointee.integer))
            case florin_kind(FLORIN_BOOLEAN): arguments.pointee.append(.boolean(value.pointee.boolean))
            default:
                var reader = ValueReader(values, count: count, position: index, subject: "argument")
                do {
                    return try reader.readAll(into: &arguments.pointee)
                } catch {
                    arguments.pointee = []
                    throw error
                }
            }
        }
    }

    /// Keeps the empty array for the next call. A function may have kept it too, and a large one is not worth it.
    private func keep(_ taken: consuming [LuaValue]) {
        if taken.count > 8 {
            taken = []
        } else {
            while taken.popLast() != nil {}
        }
        arguments.initialize(to: taken)
    }

    private func wait(_ reply: Reply) -> florin_status {
        guard let result = waiting.result() else { return florin_status(FLORIN_CANCELLED) }
        do {
            for value in try result.get() { try reply.append(value) }
            return florin_status(FLORIN_OK)
        } catch {
            reply.fail(with: LuaRaisedError(describing: error))
            return florin_status(FLORIN_ERROR)
        }
    }

    private func write(_ text: florin_text, _ reply: Reply) -> florin_status {
        guard let text = String(text) else {
            reply.fail(
                with: LuaRaisedError(
                    kind: "argument", code: "invalid_utf8", message: "print: this is not valid UTF-8 text",
                    hint: "print text only"))
            return florin_status(FLORIN_ERROR)
        }
        output(text)
        return florin_status(FLORIN_OK)
    }
}
