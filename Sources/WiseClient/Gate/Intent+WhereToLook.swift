import WiseAPI

extension Intent {
    /// Where to look for what became of the intent, as a sentence without its end.
    var whereToLook: String {
        switch route {
        case .createTransfer: "Look for the transfer with customerTransactionId \(key) in profile:transfers{}"
        case .fundTransfer:
            "Look at transfer:payments() (the bank pays once: it answers a second payment with payment.exists)"
        case .cancelTransfer, .simulateTransferState, .simulatePayoutFailure: "Look at the status of the transfer"
        case .createRecipient, .deactivateRecipient, .deactivateRecipientFirstVersion: "Look at profile:recipients{}"
        case .orderBankDetails, .createBankDetails: "Look at profile:bank_details{}"
        default: "Look at the balances and the statement"
        }
    }
}
