extension APIError {
    /// The refusal that an answer to an operation is, or nil when the operation was carried out.
    ///
    /// The HTTP status decides, except for paying for a transfer: the bank may say 200 or 201 and `REJECTED` in the body (Wise
    /// API reference, Fund a transfer), and nothing has moved then.
    public init?(refusing route: Route, _ response: APIResponse) {
        guard response.isSuccess else {
            self.init(response)
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
