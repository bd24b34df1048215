import Money
public import WiseAPI

/// What an operation has to say, before the header fields are added.
struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
    var headers: [(String, String)] = []

    init(status: Int = 200, _ json: JSONValue) {
        self.status = status
        body = json.bytes
    }

    init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

extension World {
    /// The most bytes that a request's body may have.
    public static let greatestBodySize = 1 << 20

    /// Answers one request of the API, or of the control routes under `/_simulator`.
    ///
    /// - Returns: The answer. Status 0 stands for one that does not arrive; ``reply(to:access:)`` says why not.
    public mutating func respond(to request: APIRequest, access: AccessPolicy) -> APIResponse {
        reply(to: request, access: access).arriving
    }

    /// Answers one request and says what befalls the answer on its way.
    public mutating func reply(to request: APIRequest, access: AccessPolicy) -> Reply {
        let trace = makeTraceIdentifier()
        var response: APIResponse
        var mishap: Mishap?
        do throws(Refusal) {
            let answer = try answer(to: request, access, &mishap)
            response = APIResponse(status: answer.status, body: answer.body)
            for (name, value) in answer.headers { response.headers.append(name, value) }
        } catch {
            response = APIResponse(status: error.status)
            for (name, value) in error.headers { response.headers.append(name, value) }
            if error.status > 0 { response.body = error.body(at: clock, path: request.path) }
        }
        guard response.status > 0 else { return Reply(response, mishap: mishap) }
        response.headers.append("x-trace-id", trace)
        if !response.body.isEmpty, response.headers["content-type"] == nil {
            response.headers.append("content-type", "application/json")
        }
        return Reply(response.echoing(request).answering(request.method), mishap: mishap)
    }

    /// The 401 that this request gets, or nil when its token is good. For hosts that answer routes of their own.
    public mutating func accessRefusal(of request: APIRequest, access: AccessPolicy) -> APIResponse? {
        do throws(Refusal) {
            let caller = try caller(of: request, access)
            guard caller != .reader || request.method.onlyReads else { throw .readOnlyToken }
            return nil
        } catch {
            var response = APIResponse(status: error.status, json: error.json(at: clock, path: request.path))
            response.headers.append("x-trace-id", makeTraceIdentifier())
            return response
        }
    }

    private mutating func answer(
        to request: APIRequest, _ access: AccessPolicy, _ mishap: inout Mishap?
    ) throws(Refusal) -> Answer {
        let request = Self.withCurrentPath(request)
        let match = Route.match(request.method, path: request.path)
        let caller = try caller(of: request, for: match, access)
        guard request.body.count <= Self.greatestBodySize else { throw .bodyTooLarge }
        if ControlRoute.isControl(request.path) {
            guard caller != .reader || request.method.onlyReads else { throw .readOnlyToken }
            return try control(request)
        }
        switch match {
        case .unknown:
            guard let answer = try answerLegacy(request, caller, &mishap) else { throw .unknownRoute }
            return answer
        case .methodNotAllowed: throw .wrongMethod(request.method)
        case .route(let route, let parameters):
            guard caller != .reader || !route.isEffect else { throw .readOnlyToken }
            return try answer(to: request, route, parameters, &mishap)
        }
    }

    mutating func answer(
        to request: APIRequest, _ route: Route, _ parameters: [String], _ mishap: inout Mishap?
    ) throws(Refusal) -> Answer {
        let fault = strikingFault(route)
        mishap = fault?.mishap
        if let refusal = fault?.refusal { throw refusal }
        if fault?.kind == .quoteExpired { expireQuote(namedBy: request, parameters) }
        let approved = try approve(route, parameters, request, isDemanded: fault?.kind == .approvalDemanded)
        var answer = try perform(route, parameters, request)
        if fault?.kind == .quoteExpired { answer = expireQuote(madeBy: answer) ?? answer }
        if fault?.kind == .malformedBody { answer.body.removeLast((answer.body.count + 1) / 2) }
        if let approved {
            answer.headers += [("x-2fa-approval", approved), ("x-2fa-approval-result", "APPROVED")]
        }
        return answer
    }

    /// Who asks. A token for `/oauth/token` is what the caller is after, and a quote without a profile is for anybody.
    private func caller(of request: APIRequest, for match: Route.Match, _ access: AccessPolicy) throws(Refusal) -> Caller {
        switch match {
        case .route(.createToken, _):
            try Self.checkClient(request, access)
            return .nobody
        case .route(.createUnauthenticatedQuote, _) where request.headers["authorization"] == nil: return .nobody
        default: return try caller(of: request, access)
        }
    }

    private mutating func perform(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer {
        switch route {
        case .listProfilesFirstVersion: return listProfilesFirstVersion()
        case .listProfiles: return listProfiles()
        case .listRates: return try listRates(request)
        case .listCurrencies: return listCurrencies(request)
        case .topUpBalance: return try topUpBalance(request)
        default: break
        }
        if let answer = try performSending(route, parameters, request) { return answer }
        if let answer = try performProof(route, parameters, request) { return answer }
        guard let first = parameters.first else { throw .unknownRoute }
        let profile = try profile(first)
        switch route {
        case .getProfile: return Answer(json(of: profile))
        case .openBalance: return try openBalance(profile, request)
        case .listBalances: return try listBalances(profile, request)
        case .getBalance: return try getBalance(profile, parameters[1])
        case .closeBalance: return try closeBalance(profile, parameters[1], request)
        case .moveBetweenBalances: return try moveBetweenBalances(profile, request)
        case .getDepositCapacity: return try depositCapacity(profile, request)
        case .setExcessMoneyAccount: return try setExcessMoneyAccount(profile, request)
        case .getTotalFunds: return try totalFunds(profile, parameters[1])
        case .createQuote: return try createQuote(profile, request)
        case .getQuote: return try getQuote(profile, parameters[1])
        case .getStatement: return try statement(profile, parameters[1], request)
        default: throw .unknownRoute
        }
    }

    /// The profile of a path. All profiles of the world are the user's; any other number is somebody else's.
    func profile(_ text: String) throws(Refusal) -> ProfileRecord {
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'profileId' should be a valid 'Long'", path: "profileId")
        }
        guard let profile = profiles[id] else { throw .foreignProfile }
        return profile
    }
}

extension APIResponse {
    /// With the client's own mark, if it has at most the documented length.
    func echoing(_ request: APIRequest) -> APIResponse {
        let name = "X-External-Correlation-Id"
        guard let mark = request.headers[name], mark.utf8.count <= 36 else { return self }
        var response = self
        response.headers.append(name, mark)
        return response
    }

    /// As it goes out: HEAD gets the header fields of GET, the length of its body among them, and no body.
    func answering(_ method: APIRequest.Method) -> APIResponse {
        guard method == .head, !body.isEmpty else { return self }
        var response = self
        response.headers.append("content-length", String(body.count))
        response.body = []
        return response
    }
}
