import LuaRuntime
import Scripting
import WiseAPI

/// How a failure is shown: place and message, then what to do next.
enum FailureReport {
    /// The lines for people, each with its end.
    static func text(for failure: LuaFailure, on environment: EnvironmentDescription?) -> String {
        var lines = lines(message(of: failure), hint: hint(of: failure), on: environment)
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
        lines(failure.message, hint: failure.hint, on: failure.environment).joined(separator: "\n") + "\n"
    }

    /// The envelope for programs.
    static func json(for failure: CleanFailure) -> JSONValue {
        var error: JSONObject = [
            "kind": .string(failure.exitCode == ProgramExit.usage ? "usage" : "host"), "message": .string(failure.message),
        ]
        error["hint"] = failure.hint.map { .string($0) }
        error["exit_code"] = .integer(Int(failure.exitCode))
        return envelope(error, on: failure.environment)
    }

    /// The envelope for programs.
    static func json(for failure: LuaFailure, on environment: EnvironmentDescription) -> JSONValue {
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
        return envelope(error, on: environment)
    }

    private static func lines(_ message: String, hint: String?, on environment: EnvironmentDescription?) -> [String] {
        let word = environment?.isLive == true ? "LIVE error" : "error"
        let label = Terminal.usesColor(2) ? "\u{1B}[31m\(word)\u{1B}[0m" : word
        return ["\(label): \(message.withVisibleControls)"] + (hint.map { ["  hint: \($0.withVisibleControls)"] } ?? [])
    }

    private static func envelope(_ error: JSONObject, on environment: EnvironmentDescription?) -> JSONValue {
        Envelope.json("error", .object(error), on: environment)
    }

    private static func hint(of failure: LuaFailure) -> String? {
        failure.kind == .memory ? "A script may hold 256 MiB at once: let go of what it no longer needs" : failure.raised?.hint
    }

    private static func message(of failure: LuaFailure) -> String {
        if failure.kind == .cancelled { return failure.raised.map { "interrupted: \($0.message)" } ?? "interrupted" }
        let text = failure.raised?.message ?? failure.message
        guard let chunk = failure.chunkName else { return text }
        let place = failure.line.map { "\(chunk):\($0): " } ?? "\(chunk): "
        return text.hasPrefix("\(chunk):") ? text : place + text
    }
}
