extension APIError {
    /// The refusal that an answer to an operation is, or nil when the operation was carried out.
    ///
    /// The HTTP status decides, except for paying for a transfer: the bank may say 200 or 201 and `REJECTED` in the body (Wise
    /// API reference, Fund a transfer), and nothing has moved then.
    public init?(refusing route: Route, _ response: APIResponse) {
        guard response.isSuccess else {
            let error = APIError(response)
            // Paying for a transfer is refused so where strong customer authentication is wanted and cannot be given by a
            // one-time token (Wise API reference, Fund a transfer).
            let wantsApproval = route == .fundTransfer && error.kind == .forbidden && error.code == "unauthorized"
            self.init(
                kind: wantsApproval ? .authenticationRequired : error.kind, status: error.status, items: error.items,
                traceID: error.traceID, retryAfter: error.retryAfter, limitedBy: error.limitedBy, challenge: error.challenge)
            return
        }
        guard route == .fundTransfer, let json = try? JSONValue(parsing: response.body),
            let result = try? FundingResult(json: json), result.status == .rejected
        else { return nil }
        let code = result.errorCode ?? "REJECTED"
        self.init(
            kind: .refused, status: response.status,
            items: [Item(code: code, message: result.errorMessage ?? code, path: nil)],
            traceID: response.headers["x-trace-id"])
    }
}
