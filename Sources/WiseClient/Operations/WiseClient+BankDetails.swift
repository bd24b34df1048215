public import Money
public import WiseAPI

extension WiseClient {
    /// Where others can pay into the balances of a profile; details that are not issued are examples.
    public func bankDetails(of profile: Int) async throws(ClientError) -> [BankDetails] {
        try await read(.listBankDetails, Route.listBankDetails.path("\(profile)", generation: generation), BankDetails.list)
    }

    /// Orders bank details in a currency. An effect without a key.
    public func orderBankDetails(in currency: Currency, for profile: Int) async throws(ClientError) -> BankDetailsOrder {
        let path = Route.orderBankDetails.path("\(profile)", generation: generation)
        let body: JSONValue = .object(["currency": .string(currency.code)])
        return try await effect(.orderBankDetails, path, body: body, BankDetailsOrder.init(json:)) { order in
            order.currency == currency ? nil : "it is an order of bank details in \(order.currency)"
        }
    }

    /// The orders of bank details in a currency.
    public func bankDetailsOrders(of profile: Int, in currency: Currency) async throws(ClientError) -> [BankDetailsOrder] {
        let path = Route.listBankDetailsOrders.path("\(profile)", generation: generation)
        return try await read(
            .listBankDetailsOrders, path, query: [QueryItem("currency", currency.code)], BankDetailsOrder.list)
    }

    /// The orders of bank details in all currencies, in the older form.
    public func bankDetailsOrdersFirstVersion(of profile: Int) async throws(ClientError) -> [BankDetailsOrder] {
        let path = Route.listBankDetailsOrdersFirstVersion.path("\(profile)", generation: generation)
        return try await read(.listBankDetailsOrdersFirstVersion, path, BankDetailsOrder.list)
    }

    /// Makes bank details for one balance; the bank lets only some of its partners do that. An effect without a key.
    public func createBankDetails(forBalance balance: Int, of profile: Int) async throws(ClientError) -> BalanceBankDetails {
        let path = Route.createBankDetails.path("\(profile)", generation: generation)
        let body: JSONValue = .object(["targetAccountId": .integer(balance)])
        // The answer names neither the balance nor the profile, so there is nothing to compare.
        return try await effect(.createBankDetails, path, body: body, BalanceBankDetails.init(json:)) { _ in nil }
    }

    /// Sends a payment that came in through bank details back to its sender. An effect without a key.
    public func returnPayment(
        _ payment: String, of profile: Int, reason: String? = nil
    ) async throws(ClientError) -> PaymentReturn {
        try Self.checkPresent(payment, "the payment")
        let path = Route.returnBankDetailsPayment.path("\(profile)", payment, generation: generation)
        let body: JSONObject = reason.map { ["reason": .string($0)] } ?? [:]
        return try await effect(.returnBankDetailsPayment, path, body: .object(body), PaymentReturn.init(json:)) { _ in nil }
    }
}
