extension Surface {
    /// The classes of what goes to others and comes from them, and of the account as a whole.
    static let sendingClasses: [ClassDescription] = [
        ClassDescription(
            "recipient", "somebody whom money can be sent to; words as in the form that the bank answered",
            [
                "id": "integer", "profile": "integer", "name": "string", "currency": "string", "country": "string or nil",
                "type": "string, such as sort_code or SortCode", "legal_type": "string, such as PRIVATE or PERSON, or nil",
                "active": "boolean", "owned": "boolean, whether it is the user's own, or nil", "summary": "string or nil",
            ]),
        ClassDescription(
            "requirements", "the fields that a recipient or a transfer of one kind needs",
            [
                "type": "string, the kind", "title": "string or nil", "usage": "string or nil",
                "inputs": "list of { key, name, type, required, refreshes, example, pattern, min_length, max_length, values }",
            ]),
        ClassDescription(
            "transfer", "money that is sent to a recipient",
            [
                "id": "integer", "profile": "integer", "recipient": "integer", "quote": "string or nil", "status": "string",
                "reference": "string or nil", "rate": "decimal or nil", "created": "string",
                "source_amount": "money, what is converted: without the fee", "target_amount": "money, what arrives",
                "has_active_issues": "boolean", "transaction_key": "string, the key of the order, or nil",
            ]),
        ClassDescription(
            "funding", "how paying for a transfer ended",
            ["type": "string or nil", "status": "COMPLETED or CREATED", "movement": "integer or nil"]),
        ClassDescription(
            "payment", "a payment that came in for a transfer",
            [
                "id": "integer", "method": "string", "amount": "money", "time_created": "string or nil",
                "time_updated": "string or nil",
            ]),
        ClassDescription("delivery", "when a transfer is expected to arrive", ["time": "string", "text": "string or nil"]),
        ClassDescription(
            "activity", "something that happened on a profile",
            [
                "id": "string", "type": "string", "title": "string, without the bank's tags",
                "resource_type": "string or nil", "resource": "string, the identifier of what it is about, or nil",
                "primary_amount": "string, such as 150 JPY, or nil", "secondary_amount": "string or nil", "status": "string",
                "created_on": "string", "updated_on": "string or nil",
            ]),
        ClassDescription(
            "user", "whom the token belongs to",
            ["id": "integer", "name": "string or nil", "email": "string or nil", "active": "boolean or nil"]),
        ClassDescription(
            "account", "the account that holds the balances of a profile",
            [
                "id": "integer", "profile": "integer", "recipient": "integer, for transfers into the account",
                "active": "boolean", "eligible": "boolean", "creation_time": "string", "modification_time": "string",
            ]),
        ClassDescription(
            "eligibility", "whether a profile or a country may have an account",
            [
                "eligible": "boolean", "code": "string", "account_type": "FULL, RECEIVE_ONLY or INELIGIBLE",
                "reason": "string or nil",
            ]),
        ClassDescription(
            "bank_details", "where others pay into, in one currency",
            [
                "id": "integer or nil", "currency": "string", "title": "string or nil", "subtitle": "string or nil",
                "status": "AVAILABLE or ACTIVE", "issued": "boolean", "deprecated": "boolean",
                "lines": "list of { receive, type, title, body }", "features": "list of { key, supported }",
            ]),
        ClassDescription(
            "bank_details_order", "an order of bank details",
            ["status": "string", "currency": "string", "requirements": "list of { type, status }"]),
        ClassDescription(
            "one_time_token", "what an authentication still needs",
            [
                "token": "string", "challenges": "list of { type, required, passed, alternatives }",
                "validity": "integer, seconds, or nil", "action_type": "string or nil",
            ]),
    ]
}
