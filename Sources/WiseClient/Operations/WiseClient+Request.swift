import Money
public import WiseAPI

extension WiseClient {
    /// Sends any request with the client's credentials: what the typed operations do not cover.
    ///
    /// Reading is sent directly. Anything else must be an operation of the route table, and passes the gate: an unknown
    /// change could not be journaled as what it is.
    public func request(
        _ method: APIRequest.Method, path: String, query: [QueryItem] = [], body: JSONValue? = nil
    ) async throws(ClientError) -> JSONValue {
        guard !path.contains("?") else {
            throw ClientError(
                .invalidRequest, code: "query_in_path", message: "the path \(path) holds a question mark",
                hint: "Give names and values as query = { name = value }")
        }
        if method == .get || method == .head {
            let request = APIRequest(method, path, query: query, headers: ["accept": "application/json"])
            switch await sender.send(request, safety: .reads) {
            case .failed(let error, _): throw error
            case .answered(let response): return try Self.json(response)
            }
        }
        guard case .route(let route, _) = Route.match(method, path: path) else {
            throw ClientError(
                .invalidRequest, code: "unknown_operation",
                message: "\(method.rawValue) \(path) is no operation that Florin knows",
                hint: "Only known operations may change something: see help(\"wise\")")
        }
        if !route.isEffect { return try await read(route, path, query: query, body: body) { $0 } }
        guard query.isEmpty else {
            throw ClientError(
                .invalidRequest, code: "query_not_allowed",
                message: "\(method.rawValue) \(path) takes no query, so it was not sent",
                hint: "Say in the body what it should do")
        }
        return try await effect(route, path, body: body, { $0 }) { Self.difference($0, from: body, of: route) }
    }

    /// Speaks to the simulator behind the transport about the simulation itself, on its control routes.
    ///
    /// No gate: what these routes change is not at a bank. At a real bank they do not exist.
    public func control(_ method: APIRequest.Method, _ name: String, body: JSONValue? = nil) async throws(ClientError)
        -> JSONValue
    {
        if method != .get { try await gate.checkSimulation(name) }
        var request = APIRequest(method, "/_simulator/\(name)", body: body?.bytes ?? [])
        request.headers["content-type"] = body == nil ? nil : "application/json"
        switch await sender.send(request, safety: method == .get ? .reads : .unprotected) {
        case .failed(let error, _): throw error
        case .answered(let response): return try Self.json(response)
        }
    }

    /// What of a raw answer is not what its request asked for: the members that a typed operation compares as well.
    private static func difference(_ answer: JSONValue, from body: JSONValue?, of route: Route) -> String? {
        switch route {
        case .moveBetweenBalances:
            guard let movement = try? BalanceMovement(json: answer) else { return "it is no movement" }
            guard movement.state == .completed else { return "movement \(movement.id) is \(movement.state)" }
            if let value = body?["amount"]?["value"]?.decimalValue, movement.sourceAmount.amount != value {
                return "\(movement.sourceAmount) left, not \(value)"
            }
            let asked = [body?["sourceBalanceId"]?.integerValue, body?["targetBalanceId"]?.integerValue].compactMap(\.self)
            let named = movement.balancesAfter.compactMap(\.id)
            return asked.isEmpty || Set(asked) == Set(named) ? nil : "it is about the balances \(named)"
        case .openBalance:
            return ["currency", "type"].first { body?[$0] != answer[$0] }.map { "its \($0) is another" }
        default: return nil
        }
    }

    private static func json(_ response: APIResponse) throws(ClientError) -> JSONValue {
        guard response.isSuccess else { throw ClientError(APIError(response)) }
        guard !response.body.isEmpty else { return .null }
        do {
            return try JSONValue(parsing: response.body)
        } catch {
            throw ClientError(
                .unexpectedAnswer, code: "unexpected_answer", message: "the answer is not JSON: \(error)",
                hint: "Ask for a JSON resource", status: response.status)
        }
    }
}
