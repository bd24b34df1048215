import ExchangeRecording
import Money
import Simulator
import Testing
import WiseAPI

/// Sends requests to a bank as a client would, with a good token, and reads the answers.
struct BankClient {
    static let token = "Bearer 8f7a1c1e-0d6b-4d5c-9a3e-2b1f00c0ffee"

    let bank: SimulatedBank

    func send(
        _ method: APIRequest.Method, _ target: String, _ body: String = "", key: String? = nil
    ) async throws -> APIResponse {
        var headers: HeaderFields = ["Authorization": Self.token, "Content-Type": "application/json"]
        if let key { headers["X-idempotence-uuid"] = key }
        let request = try #require(
            APIRequest(method: method.rawValue, target: target, headers: headers, body: Array(body.utf8)))
        let answer = await bank.respond(to: request)
        ExchangeRecorder.record(request, answer)
        return answer
    }

    /// The JSON of an answer that has to be a success.
    func json(_ method: APIRequest.Method, _ target: String, _ body: String = "", key: String? = nil) async throws -> JSONValue {
        let answer = try await send(method, target, body, key: key)
        try #require(answer.isSuccess, "\(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        return try JSONValue(parsing: answer.body)
    }

    func clock() async throws -> Timestamp {
        try #require(try await json(.get, "/_simulator/world")["clock"]?.stringValue.flatMap { Timestamp($0) })
    }

    /// The business profile of the default world.
    func business() async throws -> Int {
        let profiles = try #require(try await json(.get, "/v2/profiles").arrayValue)
        let business = profiles.first { $0["type"]?.stringValue?.uppercased() == "BUSINESS" }
        return try #require(business?["id"]?.integerValue)
    }

    /// A standard balance of the business profile.
    func balance(_ currency: String) async throws -> Balance {
        let profile = try await business()
        let balances = try Balance.list(json: try await json(.get, "/v4/profiles/\(profile)/balances?types=STANDARD"))
        return try #require(balances.first { $0.amount.currency.code == currency })
    }

    func deposit(_ value: String, _ currency: String) async throws -> APIResponse {
        let balance = try await balance(currency)
        let body = #"{"balanceId": \#(balance.id), "amount": {"value": \#(value), "currency": "\#(currency)"}}"#
        return try await send(.post, "/_simulator/deposit", body)
    }
}
