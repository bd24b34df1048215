import Glibc
public import Simulator
public import WiseAPI

/// Keeps what tests ask of a simulator and what it answers, for the check against the description of the API.
///
/// It writes to a file of its own in the folder that the environment variable `FLORIN_RECORD` names; without that it does
/// nothing. `scripts/test` sets it and reads the files afterwards.
public enum ExchangeRecorder {
    /// Where the exchanges of this process go; nil when nobody wants them.
    public static let log: ExchangeLog? = {
        guard let folder else { return nil }
        return try? ExchangeLog(path: "\(folder)/tests-\(getpid()).jsonl") { print("FAILED: \($0)") }
    }()

    /// The folder for records; nil when nobody wants them.
    public static let folder: String? = getenv("FLORIN_RECORD").map { String(cString: $0) }

    /// Keeps an exchange.
    public static func record(_ request: APIRequest, _ answer: APIResponse) {
        log?.record(request.method.rawValue, request.target, request.headers, request.body, answer)
    }
}
