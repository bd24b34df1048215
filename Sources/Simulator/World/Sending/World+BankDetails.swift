import Money
import WiseAPI

extension World {
    /// The currencies in which there are bank details, of those that are offered now.
    var payableCurrencies: [Currency] { offeredCurrencies.filter { BankDetailsLines.currencies.contains($0.code) } }

    /// `GET /v1/profiles/{p}/account-details`: what is issued, and for the other currencies an example without a number.
    func listBankDetails(_ profile: ProfileRecord) -> Answer {
        let issued = issuedBankDetails(profile.id)
        var list = issued.map { BankDetailsLines($0.currency, number: $0.id, holder: profile.fullName).json(id: $0.id) }
        for currency in payableCurrencies where !issued.contains(where: { $0.currency == currency }) {
            list.append(BankDetailsLines(currency, number: 0, holder: profile.fullName).json(id: nil))
        }
        return Answer(.array(list))
    }

    /// The bank details of a profile that take money, in the order in which they were issued.
    func issuedBankDetails(_ profile: Int) -> [BankDetailsRecord] {
        bankDetails.values.filter { $0.profile == profile && $0.isActive }.sorted { $0.id < $1.id }
    }

    /// `POST /v1/profiles/{p}/account-details-orders`. Profiles of the world are verified and no fee is asked for, so that an
    /// order is done at once. A currency that has details already keeps them.
    mutating func orderBankDetails(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let currency = try RequestBody(request).currency("currency")
        if !issuedBankDetails(profile.id).contains(where: { $0.currency == currency }) {
            let balance = standardBalance(profile.id, currency)
            try checkPayable(currency, path: "currency")
            guard let balance else {
                let message = "There is no \(currency.code) balance. Open one first."
                throw .unprocessable("balance.no-balance-for-currency", message, path: "currency")
            }
            _ = try issueBankDetails(for: balance)
        }
        return Answer(Self.order(currency))
    }

    private func checkPayable(_ currency: Currency, path: String) throws(Refusal) {
        guard payableCurrencies.contains(currency) else {
            let message = "There are no bank details in \(currency.code)."
            throw .unprocessable("balance.currency-unsupported", message, path: path)
        }
    }

    mutating func issueBankDetails(for balance: BalanceRecord) throws(Refusal) -> BankDetailsRecord {
        let details = BankDetailsRecord(
            id: settings.counters.bankDetails, profile: balance.profile, balance: balance.id, currency: balance.currency,
            createdAt: clock)
        guard bankDetails[details.id] == nil else { throw .insideError }
        settings.counters.bankDetails += 1
        keep(details)
        return details
    }

    /// Closing a balance ends its bank details for good.
    mutating func endBankDetails(ofBalance id: Int) {
        for var details in bankDetails.values where details.balance == id && details.isActive {
            details.isActive = false
            keep(details)
        }
    }

    private static func order(_ currency: Currency) -> JSONValue {
        .object([
            "status": .string("DONE"), "currency": .string(currency.code),
            "requirements": .array([.object(["type": .string("VERIFICATION"), "status": .string("DONE")])]),
        ])
    }

    /// `GET /v3/profiles/{p}/account-details-orders?currency=`
    func listBankDetailsOrders(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let currency = try RequestBody.currency(code: try request.required("currency"), path: "query.currency")
        return Answer(.array(orders(of: profile).filter { $0 == currency }.map(Self.order)))
    }

    func listBankDetailsOrdersFirstVersion(_ profile: ProfileRecord) -> Answer {
        Answer(.array(orders(of: profile).map(Self.order)))
    }

    /// The currencies of all orders, newest first: each led to bank details, some of which ended since.
    private func orders(of profile: ProfileRecord) -> [Currency] {
        bankDetails.values.filter { $0.profile == profile.id }.sorted { $0.id > $1.id }.map(\.currency)
    }

    /// `POST /v3/profiles/{p}/bank-details`: further details for one balance. The bank lets only some partners do that; here
    /// everybody may.
    mutating func createBankDetails(_ profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> Answer {
        let id = try RequestBody(request).integer("targetAccountId")
        let balance = try operableBalance(id, of: profile, path: "targetAccountId")
        guard balance.type == .standard else {
            throw .unprocessable("invalid.request", "A jar has no bank details.", path: "targetAccountId")
        }
        try checkPayable(balance.currency, path: "targetAccountId")
        let details = try issueBankDetails(for: balance)
        return Answer(BankDetailsLines(details.currency, number: details.id, holder: profile.fullName).partnerForm(details))
    }
}
