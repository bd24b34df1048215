public import WiseAPI

/// The shared client core: typed operations of the multi-currency account over whatever answers.
///
/// Everything that changes something passes the gate; everything that reads is sent directly and repeated when that can
/// help. The core does not know whether the bank or a simulator is behind the transport.
public struct WiseClient: Sendable {
    let sender: Sender
    let gate: EffectGate
    let generation: PathGeneration
    let language: String?

    /// A client.
    ///
    /// - Parameters:
    ///   - transport: What carries requests to the bank or the simulator.
    ///   - authorization: The bearer token.
    ///   - gate: Lets effects through.
    ///   - generation: Which paths the environment uses.
    ///   - language: ISO 639-1 code for the texts that the API translates; English without one.
    public init(
        transport: any Transport, authorization: Secret?, gate: EffectGate, generation: PathGeneration = .legacy,
        retry: RetryPolicy = RetryPolicy(), language: String? = nil
    ) {
        self.init(
            transport: transport, credentials: FixedCredentials(authorization), gate: gate, generation: generation, retry: retry,
            language: language)
    }

    /// A client with everything that a bank may demand.
    ///
    /// - Parameters:
    ///   - transport: What carries requests to the bank or the simulator.
    ///   - credentials: Where bearer tokens come from.
    ///   - gate: Lets effects through.
    ///   - generation: Which paths the environment uses.
    ///   - language: ISO 639-1 code for the texts that the API translates; English without one.
    ///   - limiter: Holds requests back; shared by all clients of one host. Without one nothing is held back.
    ///   - signer: Answers challenges of strong customer authentication.
    ///   - observer: Sees every exchange.
    public init(
        transport: any Transport, credentials: any Credentials, gate: EffectGate, generation: PathGeneration = .legacy,
        retry: RetryPolicy = RetryPolicy(), language: String? = nil, limiter: RateLimiter? = nil,
        signer: (any ChallengeSigner)? = nil, observer: (any ExchangeObserver)? = nil, clock: ClientClock = ClientClock()
    ) {
        let carrier = Carrier(
            transport: transport, credentials: credentials, limiter: limiter, signer: signer, approvals: ApprovalBook(),
            observer: observer, clock: clock)
        self.init(sender: Sender(carrier: carrier, retry: retry), gate: gate, generation: generation, language: language)
    }

    /// The same client whose effects pass another gate. Approvals and limits are shared.
    public func passing(_ gate: EffectGate) -> WiseClient {
        WiseClient(sender: sender, gate: gate, generation: generation, language: language)
    }

    private init(sender: Sender, gate: EffectGate, generation: PathGeneration, language: String?) {
        self.sender = sender
        self.gate = gate
        self.generation = generation
        self.language = language
    }

    /// Sends a request that only reads.
    func read<Value: Sendable>(
        _ route: Route, _ path: String, query: [QueryItem] = [], headers: HeaderFields = [:], body: JSONValue? = nil,
        _ decode: (JSONValue) throws(UnexpectedAnswer) -> Value
    ) async throws(ClientError) -> Value {
        try await read(route, path, query: query, headers: headers, bytes: body?.bytes ?? [], decode)
    }

    /// Sends a request that only reads, with a body that need not be JSON.
    func read<Value: Sendable>(
        _ route: Route, _ path: String, query: [QueryItem] = [], headers: HeaderFields = [:], bytes: [UInt8],
        _ decode: (JSONValue) throws(UnexpectedAnswer) -> Value
    ) async throws(ClientError) -> Value {
        var request = makeRequest(route, path, query: query, body: bytes)
        for field in headers { request.headers[field.name] = field.value }
        switch await sender.send(request, safety: route.repeatSafety) {
        case .failed(let error, _): throw error
        case .answered(let response):
            guard response.isSuccess else { throw ClientError(APIError(response)) }
            return try Self.decode(response, decode)
        }
    }

    /// Sends a request that changes something, through the gate.
    ///
    /// - Parameter compare: Throws when the answer is not what was asked for: the API matches keys, not bodies, so a key
    ///   that was used before would bring an old answer.
    func effect<Value: Sendable>(
        _ route: Route, _ path: String, body: JSONValue?, _ decode: @Sendable (JSONValue) throws(UnexpectedAnswer) -> Value,
        compare: @Sendable (Value) -> String?
    ) async throws(ClientError) -> Value {
        let key = try Self.chosenKey(in: body, of: route)
        return try await effect(route, path, key: key) {
            Self.bytes(of: body, to: route, key: $0)
        } decode: {
            (json) throws(UnexpectedAnswer) in
            try decode(json)
        } compare: { value, _ in
            compare(value)
        }
    }

    /// Sends a request that changes something, through the gate, whose body or whose comparison needs the key.
    ///
    /// - Parameter key: The key that the caller chose, nil to let the gate make one.
    func effect<Value: Sendable>(
        _ route: Route, _ path: String, key: String?, bytes: @Sendable (_ key: String) -> [UInt8],
        decode: @Sendable (JSONValue) throws(UnexpectedAnswer) -> Value, compare: @Sendable (Value, Intent) -> String?
    ) async throws(ClientError) -> Value {
        try await gate.pass(route, path: path, key: key, body: bytes) { intent in
            var request = makeRequest(intent.route, intent.path, query: [], body: intent.body)
            // It ties the bank's records of the request to the journal's.
            request.headers["x-external-correlation-id"] = intent.key
            if intent.route.repeatSafety == .keyed { request.headers["x-idempotence-uuid"] = intent.key }
            return await sender.send(request, safety: intent.route.repeatSafety)
        } read: { (response, intent) throws(ClientError) in
            let value: Value
            do throws(ClientError) {
                value = try Self.decode(response, decode)
            } catch {
                throw ClientError(
                    error.kind, code: error.code, message: error.message,
                    hint: "The bank said yes, but its answer cannot be read: look at the account", status: error.status,
                    isAmbiguous: true, traceID: error.traceID)
            }
            if let difference = compare(value, intent) {
                throw ClientError(
                    .answerMismatch, code: "answer_mismatch", message: "the answer is not what was asked for: \(difference)",
                    hint: "\(intent.whereToLook); nothing more was sent", status: response.status,
                    isAmbiguous: true, traceID: response.headers["x-trace-id"])
            }
            return value
        }
    }

    private func makeRequest(_ route: Route, _ path: String, query: [QueryItem], body: [UInt8]) -> APIRequest {
        var request = APIRequest(route.method, path, query: query, body: body)
        request.headers["accept"] = "application/json"
        if !body.isEmpty { request.headers["content-type"] = route.contentType }
        if let language { request.headers["accept-language"] = language }
        return request
    }

    private static func decode<Value>(
        _ response: APIResponse, _ decode: (JSONValue) throws(UnexpectedAnswer) -> Value
    ) throws(ClientError) -> Value {
        do {
            return try decode(response.body.isEmpty ? .null : try JSONValue(parsing: response.body))
        } catch {
            throw ClientError(
                .unexpectedAnswer, code: "unexpected_answer", message: "the answer cannot be read: \(error)",
                hint: "The bank may have changed its answer: see the raw one with wise.request", status: response.status,
                traceID: response.headers["x-trace-id"])
        }
    }
}
