import Money
import WiseAPI

/// A request that is turned down, in the shape in which the bank's services word it.
struct Refusal: Error, Sendable {
    /// One reason in a list of `errors`.
    struct Item: Sendable {
        var code: String
        var message: String
        var path: String?
        var arguments: [String] = []
    }

    enum Shape: Sendable {
        /// `{"errors":[{"code","message","path","arguments"}]}`
        case items([Item])
        /// `{"error","error_description"}`
        case authorization(error: String, description: String)
        /// `{"timestamp","status","error","message","path"}`; some services send a path of null.
        case framework(error: String, message: String, namesPath: Bool = true)
        /// As ``items(_:)``, with a `timestamp` beside them, as the service of recipients words it.
        case timedItems([Item])
        /// `{"code","message"}`
        case coded(code: String, message: String)
        /// `{"type":"BALANCE","status":"REJECTED","errorCode","errorMessage"}`
        case rejectedPayment(code: String, message: String)
        /// The bare code, as plain text.
        case text(code: String)
        /// Only a status: throttling and outages.
        case bare(message: String)
        /// No body at all.
        case empty
    }

    var status: Int
    var shape: Shape
    var headers: [(String, String)] = []

    /// A value of the request that is not allowed.
    static func invalid(_ code: String, _ message: String, path: String) -> Refusal {
        Refusal(status: 400, shape: .items([Item(code: code, message: message, path: path)]))
    }

    /// A member of the request that is missing.
    static func missing(_ path: String) -> Refusal { invalid("NotNull", "\(path) must not be null", path: path) }

    /// A business rule says no.
    static func unprocessable(_ code: String, _ message: String, path: String?) -> Refusal {
        Refusal(status: 422, shape: .items([Item(code: code, message: message, path: path)]))
    }

    static func conflict(_ code: String, _ message: String, path: String?) -> Refusal {
        Refusal(status: 409, shape: .items([Item(code: code, message: message, path: path)]))
    }

    static func notFound(_ code: String, _ message: String, path: String?) -> Refusal {
        Refusal(status: 404, shape: .items([Item(code: code, message: message, path: path)]))
    }

    /// One refusal with the items of several; nil when one of them has no items or there are none.
    static func together(_ refusals: [Refusal]) -> Refusal? {
        var items: [Item] = []
        for refusal in refusals {
            guard case .items(let more) = refusal.shape else { return nil }
            items += more
        }
        return refusals.first.map { Refusal(status: $0.status, shape: .items(items)) }
    }

    /// Something has to be valued in a currency that has no rate now.
    static func withoutRate(_ currency: Currency, path: String?) -> Refusal {
        unprocessable("balance.currency-unsupported", "There is no rate for \(currency.code).", path: path)
    }

    /// The balance has less to give than what was asked of it.
    static func insufficientFunds(_ balance: BalanceRecord, _ amount: Money, path: String?) -> Refusal {
        let held = Money(balance.amount, balance.currency)
        let reserved = balance.reserved.isZero ? "" : " with \(Money(balance.reserved, balance.currency)) of it reserved"
        let message = "Balance \(balance.id) holds \(held)\(reserved), less than \(amount)."
        return unprocessable("balance.insufficient-funds", message, path: path)
    }

    static func badRequest(_ message: String) -> Refusal {
        Refusal(status: 400, shape: .framework(error: "Bad Request", message: message))
    }

    static let foreignProfile = Refusal(status: 403, shape: .framework(error: "unauthorized", message: "Unauthorized"))
    static let unknownRoute = Refusal(status: 404, shape: .framework(error: "Not Found", message: "No message available"))
    static let bodyTooLarge = Refusal(
        status: 413, shape: .framework(error: "Payload Too Large", message: "The body has more than 1048576 bytes"))
    static let insideError = Refusal(
        status: 500, shape: .framework(error: "Internal Server Error", message: "The ledger refused the entry; nothing changed"))

    static func wrongMethod(_ method: APIRequest.Method) -> Refusal {
        let message = "Request method '\(method.rawValue)' is not supported"
        return Refusal(status: 405, shape: .framework(error: "Method Not Allowed", message: message))
    }
}

extension Refusal {
    /// The body, with the time and the address where the shape has them.
    func json(at time: Timestamp, path: String) -> JSONValue {
        switch shape {
        case .items(let items): .object(["errors": .array(items.map(\.json))])
        case .timedItems(let items):
            .object(["timestamp": .string(time.text(.milliseconds)), "errors": .array(items.map(\.json))])
        case .coded(let code, let message): .object(["code": .string(code), "message": .string(message)])
        case .rejectedPayment(let code, let message):
            .object([
                "type": .string("BALANCE"), "status": .string("REJECTED"), "errorCode": .string(code),
                "errorMessage": .string(message),
            ])
        case .text(let code): .string(code)
        case .authorization(let error, let description):
            .object(["error": .string(error), "error_description": .string(description)])
        case .framework(let error, let message, let namesPath):
            .object([
                "timestamp": .string(time.text(.milliseconds)), "status": .integer(status), "error": .string(error),
                "message": .string(message), "path": namesPath ? .string(path) : .null,
            ])
        case .bare(let message): .object(["message": .string(message)])
        case .empty: .null
        }
    }

    /// The bytes of the body.
    func body(at time: Timestamp, path: String) -> [UInt8] {
        switch shape {
        case .empty: return []
        case .text(let code): return Array(code.utf8)
        default: break
        }
        return json(at: time, path: path).bytes
    }
}

extension Refusal.Item {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["code": .string(code), "message": .string(message)]
        if let path { object["path"] = .string(path) }
        object["arguments"] = .array(arguments.map { .string($0) })
        return .object(object)
    }
}
