import Money
import WiseAPI

/// The routes by which a simulator is steered. No bank has them.
enum ControlRoute {
    static func isControl(_ path: String) -> Bool { path == "/_simulator" || path.hasPrefix("/_simulator/") }
}

extension World {
    mutating func control(_ request: APIRequest) throws(Refusal) -> Answer {
        let segments = request.path.split(separator: "/").dropFirst().joined(separator: "/")
        switch (request.method, segments) {
        case (.get, "world"), (.head, "world"): return Answer(summary)
        case (.get, "ledger"): return try ledgerLines(request)
        case (.post, "deposit"): return try controlDeposit(RequestBody(request), request)
        case (.post, "withdraw"): return try controlWithdrawal(RequestBody(request))
        case (.post, "rate"): return try setRate(RequestBody(request))
        case (.post, "clock"): return try advanceClock(RequestBody(request))
        case (.post, "fault"): return try addFault(RequestBody(request))
        case (.get, "fault"), (.head, "fault"): return listFaults()
        case (.delete, "fault"): return clearFaults()
        case (.delete, let path) where path.hasPrefix("fault/"): return try clearFault(path.dropFirst(6))
        case (.get, "settings"), (.head, "settings"): return listSettings()
        case (.post, "settings"): return try changeSettings(RequestBody(request))
        case (.get, "keys"), (.head, "keys"): return listKeys()
        case (.post, "keys"): return try registerKey(RequestBody(request))
        case (.delete, let path) where path.hasPrefix("keys/"): return try removeKey(path.dropFirst(5))
        case (.get, "tokens"), (.head, "tokens"): return listTokens()
        case (.post, "tokens"): return try registerToken(RequestBody(request))
        case (_, "world"), (_, "ledger"), (_, "deposit"), (_, "withdraw"), (_, "rate"), (_, "clock"), (_, "fault"),
            (_, "settings"), (_, "keys"), (_, "tokens"):
            throw .wrongMethod(request.method)
        default: throw .unknownRoute
        }
    }

    /// `GET world`
    private var summary: JSONValue {
        let check = ledgerCheck()
        let ledger: JSONObject = [
            "isBalanced": .bool(check.isBalanced), "entries": .integer(check.entryCount),
            "sums": .array(check.sums.map { .money($0) }), "wrongBalances": .array(check.wrongBalances.map { .integer($0) }),
        ]
        return .object([
            "clock": .string(clock.description), "seed": .string(String(settings.seed)), "profiles": .integer(profiles.count),
            "ledger": .object(ledger),
        ])
    }

    /// `GET ledger?balance=`: all entries, or those of one balance, oldest first.
    private func ledgerLines(_ request: APIRequest) throws(Refusal) -> Answer {
        guard let text = request.query("balance") else { return Answer(.array(ledger.entries.map(Self.json))) }
        guard let id = Int(text) else {
            throw .invalid("bad.request", "'balance' should be a valid 'Long'", path: "query.balance")
        }
        guard balances[id] != nil else {
            throw .notFound("balance.account-not-found", "There is no balance \(id).", path: "query.balance")
        }
        return Answer(.array(ledger.lines(of: id).map { Self.json(of: ledger[$0.sequence]) }))
    }

    private static func json(of entry: LedgerEntry) -> JSONValue {
        let postings = entry.postings.map { posting -> JSONValue in
            .object([
                "account": .string(posting.account.text), "value": .decimal(posting.amount.amount),
                "currency": .string(posting.amount.currency.code),
            ])
        }
        return .object([
            "sequence": .integer(entry.sequence), "time": .string(entry.time.text(.microseconds)),
            "kind": .string(entry.kind.rawValue), "reference": .string(entry.reference), "postings": .array(postings),
        ])
    }

    /// `POST deposit`: `{"balanceId": 1, "amount": {"value": 10, "currency": "EUR"}, "reference": "rent", "sender": "A"}`
    private mutating func controlDeposit(_ body: RequestBody, _ request: APIRequest) throws(Refusal) -> Answer {
        let (balance, amount, _) = try controlled(body)
        let details = EntryDetails(
            party: try body.optionalString("sender") ?? "Simulated payer", partyAccount: "Unknown bank account",
            paymentReference: try body.optionalString("reference") ?? "")
        try deposit(amount, into: balance, kind: .deposit, details: details)
        return changed(balance)
    }

    /// `POST withdraw`: as a deposit, with `recipient` for `sender`.
    private mutating func controlWithdrawal(_ body: RequestBody) throws(Refusal) -> Answer {
        let (balance, amount, profile) = try controlled(body)
        guard canLeave(amount, from: balance, of: profile) else {
            throw .insufficientFunds(balance, amount, path: "amount")
        }
        let details = EntryDetails(
            party: try body.optionalString("recipient") ?? "Simulated payee", partyAccount: "Unknown bank account",
            paymentReference: try body.optionalString("reference") ?? "")
        try withdraw(amount, from: balance, details: details)
        return changed(balance)
    }

    private func controlled(_ body: RequestBody) throws(Refusal) -> (BalanceRecord, Money, ProfileRecord) {
        let id = try body.integer("balanceId")
        guard let owner = balances[id]?.profile, let profile = profiles[owner] else {
            throw .notFound("balance.account-not-found", "There is no open balance \(id).", path: "balanceId")
        }
        let balance = try operableBalance(id, of: profile, path: "balanceId")
        let amount = try body.money("amount")
        guard amount.currency == balance.currency else {
            let message = "The amount is in \(amount.currency.code), the balance in \(balance.currency.code)."
            throw .invalid("NOT_VALID", message, path: "amount.currency")
        }
        return (balance, amount, profile)
    }

    private func changed(_ balance: BalanceRecord) -> Answer { Answer(json(of: balances[balance.id] ?? balance)) }
}
