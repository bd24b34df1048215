import LuaRuntime
import Scripting
import WiseAPI

/// How a failure is shown: place and message, then what to do next.
enum FailureReport {
    /// The lines for people, each with its end.
    static func text(for failure: LuaFailure) -> String {
        var lines = lines(message(of: failure), hint: hint(of: failure))
        if failure.raised?.ambiguous == true {
            lines.append("  note: it is not known whether the account changed; look before you repeat it")
        }
        if case .table(let details) = LuaValue.table(failure.raised?.details ?? LuaTable()),
            case .string(let trace) = details["trace_id"]
        {
            lines.append("  trace: \(trace)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The lines for people, each with its end.
    static func text(for failure: CleanFailure) -> String {
        lines(failure.message, hint: failure.hint).joined(separator: "\n") + "\n"
    }

    /// The envelope for programs.
    static func json(for failure: CleanFailure) -> JSONValue {
        var error: JSONObject = [
            "kind": .string(failure.exitCode == ProgramExit.usage ? "usage" : "host"), "message": .string(failure.message),
        ]
        error["hint"] = failure.hint.map { .string($0) }
        error["exit_code"] = .integer(Int(failure.exitCode))
        return envelope(error)
    }

    /// The envelope for programs.
    static func json(for failure: LuaFailure) -> JSONValue {
        var error: JSONObject = [
            "kind": .string(failure.raised?.kind ?? "\(failure.kind)".prefix { $0 != "(" }.description),
            "message": .string(message(of: failure)),
        ]
        error["hint"] = hint(of: failure).map { .string($0) }
        if let raised = failure.raised {
            error["code"] = raised.code.map { .string($0) }
            error["http_status"] = raised.httpStatus.map { .integer($0) }
            error["retryable"] = .bool(raised.retryable)
            error["ambiguous"] = .bool(raised.ambiguous)
        }
        if let line = failure.line { error["line"] = .integer(line) }
        error["exit_code"] = .integer(Int(ProgramExit.code(for: failure)))
        return envelope(error)
    }

    private static func lines(_ message: String, hint: String?) -> [String] {
        let label = Terminal.usesColor(2) ? "\u{1B}[31merror\u{1B}[0m" : "error"
        return ["\(label): \(message.withVisibleControls)"] + (hint.map { ["  hint: \($0.withVisibleControls)"] } ?? [])
    }

    private static func envelope(_ error: JSONObject) -> JSONValue {
        .object(["schema": .string("florin/1"), "error": .object(error)])
    }

    private static func hint(of failure: LuaFailure) -> String? {
        failure.kind == .memory ? "A script may hold 256 MiB at once: let go of what it no longer needs" : failure.raised?.hint
    }

    private static func message(of failure: LuaFailure) -> String {
        if failure.kind == .cancelled { return "interrupted" }
        let text = failure.raised?.message ?? failure.message
        guard let chunk = failure.chunkName else { return text }
        let place = failure.line.map { "\(chunk):\($0): " } ?? "\(chunk): "
        return text.hasPrefix("\(chunk):") ? text : place + text
    }
}
