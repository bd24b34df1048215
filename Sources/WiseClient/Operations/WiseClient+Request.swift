import Money
public import WiseAPI

extension WiseClient {
    /// Sends any request with the client's credentials: what the typed operations do not cover.
    ///
    /// Reading is sent directly. Anything else must be an operation of the route table, and passes the gate: an unknown
    /// change could not be journaled as what it is. The sandbox changes a transfer by GET; that passes the gate as well.
    public func request(
        _ method: APIRequest.Method, path: String, query: [QueryItem] = [], body: JSONValue? = nil
    ) async throws(ClientError) -> JSONValue {
        guard !path.contains("?") else {
            throw ClientError(
                .invalidRequest, code: "query_in_path", message: "the path \(path) holds a question mark",
                hint: "Give names and values as query = { name = value }")
        }
        guard APIRequest.isPlainPath(path) else {
            throw ClientError(
                .invalidRequest, code: "path_not_plain", message: "the path \(path) can be read in more than one way",
                hint: "Write letters and digits as they are, and no . or .. between slashes")
        }
        // A server answers HEAD by what it does for GET.
        let match = Route.match(method == .head ? .get : method, path: path)
        if method == .get || method == .head, !match.isEffect {
            guard body == nil else {
                throw ClientError(
                    .invalidRequest, code: "body_not_allowed", message: "\(method.rawValue) \(path) takes no body",
                    hint: "Say in the query what to look for")
            }
            let request = APIRequest(method, path, query: query, headers: ["accept": "application/json"])
            switch await sender.send(request, safety: .reads) {
            case .failed(let error, _): throw error
            case .answered(let response): return try Self.json(response)
            }
        }
        guard case .route(let route, _) = match else {
            throw ClientError(
                .invalidRequest, code: "unknown_operation",
                message: "\(method.rawValue) \(path) is no operation that Florin knows",
                hint: "Only known operations may change something: see help(\"wise\")")
        }
        guard route != .createToken else {
            throw ClientError(
                .invalidRequest, code: "token_not_shown",
                message: "an access token is a secret, so it is not asked for like this",
                hint: "Name client_id and client_secret in the configuration: tokens are got and renewed by themselves")
        }
        if !route.isEffect { return try await read(route, path, query: query, body: body) { $0 } }
        guard query.isEmpty else {
            throw ClientError(
                .invalidRequest, code: "query_not_allowed",
                message: "\(method.rawValue) \(path) takes no query, so it was not sent",
                hint: "Say in the body what it should do")
        }
        if route == .createPIN { try Self.checkEncrypted(body?.text ?? "") }
        let key = try Self.chosenKey(in: body, of: route)
        return try await effect(route, path, key: key) {
            Self.bytes(of: body, to: route, key: $0)
        } decode: {
            $0
        } compare: { answer, intent in
            Self.difference(answer, from: try? JSONValue(parsing: intent.body), of: route)
        }
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
            return asked.isEmpty || named.isEmpty || Set(asked) == Set(named) ? nil : "it is about the balances \(named)"
        case .openBalance:
            return ["currency", "type"].first { body?[$0] != answer[$0] }.map { "its \($0) is another" }
        case .createTransfer:
            guard let transfer = try? Transfer(json: answer) else { return "it is no transfer" }
            return difference(
                transfer, recipient: body?["targetAccount"]?.integerValue, quote: body?["quoteUuid"]?.stringValue,
                key: body?["customerTransactionId"]?.stringValue)
        case .fundTransfer:
            guard let funding = try? FundingResult(json: answer) else { return "it is no payment" }
            return difference(funding)
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

extension Route.Match {
    /// Whether it is an operation that changes something.
    fileprivate var isEffect: Bool {
        if case .route(let route, _) = self { route.isEffect } else { false }
    }
}
