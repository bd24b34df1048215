import Money
import WiseAPI

/// Operations that the bank has replaced and that old clients still call (Wise API reference, 3.2 and 8).
extension World {
    /// The request under today's path, where only the version differs: `/v3/profiles/{p}/balances...` became `/v4`.
    static func withCurrentPath(_ request: APIRequest) -> APIRequest {
        let start = request.path.utf8.drop { $0 == UInt8(ascii: "/") }
        guard start.starts(with: "v3/".utf8) else { return request }
        let segments = request.path.split(separator: "/")
        guard segments.count >= 4, segments[1] == "profiles", segments[3] == "balances" else { return request }
        var current = request
        current.path = "/v4/" + segments.dropFirst().joined(separator: "/")
        return current
    }

    /// The answer of an operation that has no route of today.
    ///
    /// - Returns: Nil when there is no such operation either.
    mutating func answerLegacy(
        _ request: APIRequest, _ caller: Caller, _ mishap: inout Mishap?
    ) throws(Refusal) -> Answer? {
        let segments = request.path.split(separator: "/")
        guard segments.first == "v1" else { return nil }
        switch (request.method, segments.count) {
        case (.get, 2) where segments[1] == "borderless-accounts", (.head, 2) where segments[1] == "borderless-accounts":
            return borderlessAccounts(try profile(try request.required("profileId")))
        case (.get, 2) where segments[1] == "currency-pairs", (.head, 2) where segments[1] == "currency-pairs":
            return Answer(currencyPairs)
        case (.post, 4) where segments[1] == "borderless-accounts" && segments[3] == "conversions":
            guard caller != .reader else { throw .readOnlyToken }
            var current = request
            current.path = Route.moveBetweenBalances.path(String(segments[2]))
            let answer = try answer(to: current, .moveBetweenBalances, [String(segments[2])], &mishap)
            return Self.withoutBalanceNumbers(answer)
        default: return nil
        }
    }

    /// One account for each profile, under the profile's number.
    private func borderlessAccounts(_ profile: ProfileRecord) -> Answer {
        let open = openBalances(profile.id).filter { $0.type == .standard }
        let balances = open.map { balance -> JSONValue in
            let digits = balance.currency.providerDigits
            return .object([
                "id": .integer(balance.id), "balanceType": .string("AVAILABLE"), "currency": .string(balance.currency.code),
                "amount": .money(Money(balance.available.atScale(digits), balance.currency)),
                "reservedAmount": .money(Money(balance.reserved.atScale(digits), balance.currency)), "bankDetails": .null,
            ])
        }
        guard !open.isEmpty else { return Answer(.array([])) }
        return Answer(
            .array([
                .object([
                    "id": .integer(profile.id), "profileId": .integer(profile.id),
                    "recipientId": .integer(ownAccount(of: profile.id)?.id ?? profile.id),
                    "creationTime": .string(profile.createdAt.text(.milliseconds)),
                    "modificationTime": .string((open.map(\.modifiedAt).max() ?? profile.createdAt).text(.milliseconds)),
                    "active": .bool(true), "eligible": .bool(true), "balances": .array(balances),
                ])
            ]))
    }

    /// The older answer to a conversion: 200, and balances afterwards without their numbers.
    private static func withoutBalanceNumbers(_ answer: Answer) -> Answer {
        guard var object = (try? JSONValue(parsing: answer.body))?.objectValue else { return answer }
        let balances = object["balancesAfter"]?.arrayValue ?? []
        object["balancesAfter"] = .array(
            balances.map { balance in
                var members = balance.objectValue ?? JSONObject()
                members["id"] = nil
                return .object(members)
            })
        var older = Answer(status: 200, .object(object))
        older.headers = answer.headers
        return older
    }

    /// Every pair of currencies that are offered, with the bounds of 2021.
    private var currencyPairs: JSONValue {
        let offered = offeredCurrencies
        let sources = offered.map { source -> JSONValue in
            let targets = offered.filter { $0 != source }.map { target -> JSONValue in
                .object([
                    "currencyCode": .string(target.code), "minInvoiceAmount": .integer(1),
                    "fixedTargetPaymentAllowed": .bool(true),
                ])
            }
            return .object([
                "currencyCode": .string(source.code), "maxInvoiceAmount": .integer(1_000_000),
                "targetCurrencies": .array(targets), "totalTargetCurrencies": .integer(targets.count),
            ])
        }
        return .object(["sourceCurrencies": .array(sources), "total": .integer(sources.count)])
    }
}
