import Foundation
import Testing

/// What the program tells other programs with `--json`.
struct Envelope {
    /// The result, nil when there is an error instead.
    let result: Any?
    /// The members of the error.
    let error: [String: Any]?

    init(_ outcome: Outcome) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "florin/1")
        result = object["result"]
        error = object["error"] as? [String: Any]
        #expect((result == nil) != (error == nil))
    }

    /// A member of the result by its path, such as `source_amount.value`; numbers stand for places in lists.
    func value(_ path: String) -> Any? {
        path.split(separator: ".").reduce(result) { value, key in
            if let index = Int(key) { return (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil } }
            return (value as? [String: Any])?[String(key)]
        }
    }

    func text(_ path: String) -> String? { value(path) as? String }
    func number(_ path: String) -> Int? { value(path) as? Int }
    func list(_ path: String = "") -> [Any]? { value(path) as? [Any] }
}
