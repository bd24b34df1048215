import Scripting
import WiseAPI

/// What programs read: the version of the form, where it was, and the result or the error.
enum Envelope {
    /// The object for one member.
    ///
    /// Where money is real, `live` says so, whatever name the environment has.
    static func json(_ name: String, _ value: JSONValue, on environment: EnvironmentDescription?) -> JSONValue {
        var object: JSONObject = ["schema": .string("florin/1")]
        object["environment"] = environment.map { .string($0.name) }
        if environment?.isLive == true { object["live"] = .bool(true) }
        object[name] = value
        return .object(object)
    }
}
