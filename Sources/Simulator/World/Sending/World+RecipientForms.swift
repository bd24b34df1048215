import Money
import WiseAPI

extension World {
    /// `GET /v1/account-requirements?source=&target=&sourceAmount=`
    func recipientRequirements(_ request: APIRequest) throws(Refusal) -> Answer {
        let source = try RequestBody.currency(code: try request.required("source"), path: "query.source")
        let target = try RequestBody.currency(code: try request.required("target"), path: "query.target")
        guard isOffered(source), isOffered(target) else {
            throw .unprocessable("error.route.not.supported", "This route is not supported", path: nil)
        }
        if let amount = request.query("sourceAmount") ?? request.query("targetAmount") {
            guard let value = try? ExactDecimal(parsing: amount), value.isPositive else {
                let message = "Please type in a number that's larger than 0."
                throw .invalid("error.greaterThanZero", message, path: "query.sourceAmount")
            }
        }
        return Answer(.array(RecipientForm.all(for: target).map(\.json)))
    }

    /// `GET` and `POST /v1/quotes/{id}/account-requirements`. No field here depends on another, so that what is given
    /// changes nothing.
    func quoteRecipientRequirements(_ id: String, given: RequestBody? = nil) throws(Refusal) -> Answer {
        guard let owner = quotes[id.lowercased()].flatMap({ profiles[$0.profile] }) else {
            throw .notFound("quote.not-found", "There is no quote \(id). Take a new one.", path: "quoteId")
        }
        let quote = try quote(id, of: owner, path: "quoteId")
        return Answer(.array(RecipientForm.all(for: quote.target.currency).map(\.json)))
    }
}
