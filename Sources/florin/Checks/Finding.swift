import WiseAPI

/// One line of `florin doctor`.
struct Finding: Sendable {
    enum Level: String, Sendable {
        case ok
        /// It works, but not as it should, or something that is rarely needed is missing.
        case warning = "warn"
        /// It does not work.
        case failure = "fail"
    }

    let level: Level
    /// What was looked at.
    let subject: String
    /// What was found.
    let text: String
    /// What to do, unless all is well.
    let remedy: String?

    static func ok(_ subject: String, _ text: String) -> Finding {
        Finding(level: .ok, subject: subject, text: text, remedy: nil)
    }

    static func warning(_ subject: String, _ text: String, remedy: String) -> Finding {
        Finding(level: .warning, subject: subject, text: text, remedy: remedy)
    }

    static func failure(_ subject: String, _ text: String, remedy: String) -> Finding {
        Finding(level: .failure, subject: subject, text: text, remedy: remedy)
    }

    /// For programs.
    var json: JSONValue {
        var object: JSONObject = ["level": .string(level.rawValue), "subject": .string(subject), "text": .string(text)]
        object["remedy"] = remedy.map { .string($0) }
        return .object(object)
    }
}
