import WiseAPI

extension World {
    /// The operations around money that comes from and goes to others: recipients, transfers, bank details, activities.
    ///
    /// - Returns: Nil when the route is none of these.
    mutating func performSending(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        switch route {
        case .createRecipient: try createRecipient(request)
        case .listRecipients: try listRecipients(request)
        case .listRecipientsFirstVersion: try listRecipientsFirstVersion(request)
        case .getRecipient, .getRecipientFirstVersion: try getRecipient(parameters[0], request)
        case .deactivateRecipient, .deactivateRecipientFirstVersion: try deactivateRecipient(parameters[0], request)
        case .createTransfer: try createTransfer(request)
        case .listTransfers: try listTransfers(request)
        case .getTransfer: try getTransfer(parameters[0])
        case .cancelTransfer: try cancelTransfer(parameters[0])
        case .fundTransfer: try fundTransfer(try profile(parameters[0]), parameters[1], request)
        case .listTransferPayments: try listTransferPayments(parameters[0])
        case .getTransferRequirements: try transferRequirements(request)
        case .getDeliveryEstimate: try deliveryEstimate(parameters[0], request)
        case .listActivities: try listActivities(try profile(parameters[0]), request)
        default: try performSimulation(route, parameters, request)
        }
    }

    /// What the sandbox does to a transfer or an account and no bank would.
    private mutating func performSimulation(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        switch route {
        case .simulateTransferState: try simulateTransferState(parameters[0], parameters[1])
        case .simulatePayoutFailure: try simulatePayoutFailure(parameters[0], request)
        case .simulateVerification: try simulateVerification(try profile(parameters[0]))
        case .simulateProfileVerification: try simulateProfileVerification(request)
        case .importBankTransaction: try importBankTransaction(try profile(parameters[0]), request)
        case .simulateSwiftPayment: try simulateSwiftPayment(try profile(parameters[0]), request)
        default: try performAccount(route, parameters, request)
        }
    }

    /// The multi-currency account and its bank details.
    private mutating func performAccount(
        _ route: Route, _ parameters: [String], _ request: APIRequest
    ) throws(Refusal) -> Answer? {
        switch route {
        case .getMultiCurrencyAccount: try multiCurrencyAccount(try profile(parameters[0]))
        case .getAccountEligibility: try accountEligibility(request)
        case .listAvailableCurrencies: try availableCurrencies(try profile(parameters[0]))
        case .listPayInCurrencies: try payInCurrencies(try profile(parameters[0]))
        case .listBankDetails: listBankDetails(try profile(parameters[0]))
        case .orderBankDetails: try orderBankDetails(try profile(parameters[0]), request)
        case .listBankDetailsOrders: try listBankDetailsOrders(try profile(parameters[0]), request)
        case .listBankDetailsOrdersFirstVersion: listBankDetailsOrdersFirstVersion(try profile(parameters[0]))
        case .createBankDetails: try createBankDetails(try profile(parameters[0]), request)
        case .returnBankDetailsPayment: try returnPayment(try profile(parameters[0]), parameters[1], request)
        default: nil
        }
    }
}

extension APIRequest {
    /// Whether the request came on a path of the older generation: `/v1/...`, and not `/2026Q3/...`.
    var isOnOlderPath: Bool { path.drop { $0 == "/" }.first == "v" }

    /// Whether the request came on the first version of its operation.
    var isOnFirstVersion: Bool { path.drop { $0 == "/" }.prefix { $0 != "/" } == "v1" }
}
