import Money
import WiseAPI

extension World {
    /// The most recipients of a page.
    private static let largestRecipientPage = 20

    /// `GET /v2/accounts`: a page of recipients. A page starts behind the number that `seekPosition` names; 0 is the beginning,
    /// and as the next position it says that there is no more.
    func listRecipients(_ request: APIRequest) throws(Refusal) -> Answer {
        let profile = try profileOrPersonal(try request.profileNumber())
        let size = try request.wholeNumber("size") ?? Self.largestRecipientPage
        guard (1...Self.largestRecipientPage).contains(size) else {
            let message = "A page has 1 to \(Self.largestRecipientPage) recipients."
            throw .invalid("NOT_VALID", message, path: "query.size")
        }
        let position = try request.wholeNumber("seekPosition") ?? 0
        let sort = request.query("sort").flatMap { $0.isEmpty ? nil : $0 }
        guard [nil, "id,asc", "id,desc"].contains(sort) else {
            throw .invalid("NOT_VALID", "Recipients are sorted by id,asc or id,desc.", path: "query.sort")
        }
        let isDescending = sort == "id,desc"
        var matching = try matchingRecipients(of: profile, request)
        if isDescending { matching.reverse() }
        if position != 0 { matching = matching.filter { isDescending ? $0.id < position : $0.id > position } }
        let page = matching.prefix(size)
        let next = matching.count > size ? page.last?.id ?? 0 : 0
        return Answer(
            .object([
                "content": .array(page.map(secondForm)), "seekPositionForNext": .integer(next),
                "seekPositionForCurrent": .integer(position),
                "sort": .object([
                    "empty": .bool(sort == nil), "sorted": .bool(sort != nil), "unsorted": .bool(sort == nil),
                ]),
                "size": .integer(size),
            ]))
    }

    /// `GET /v1/accounts`: all recipients that can be used, without pages.
    func listRecipientsFirstVersion(_ request: APIRequest) throws(Refusal) -> Answer {
        let profile = try profileOrPersonal(try request.profileNumber())
        return Answer(.array(try matchingRecipients(of: profile, request).map(firstForm)))
    }

    /// The recipients that a query asks for, in the order of their numbers. Those that were deactivated are shown on demand
    /// only, and the one that stands for the profile's own balances is in no list.
    private func matchingRecipients(of profile: ProfileRecord, _ request: APIRequest) throws(Refusal) -> [RecipientRecord] {
        let currency = try request.currency("currency")
        let isActive = try request.flag("active") ?? true
        let isOwn = try request.flag("ownedByCustomer")
        let creator = try request.wholeNumber("creatorId")
        let types = request.query("type").flatMap { $0.isEmpty ? nil : $0.lowercased().split(separator: ",").map(String.init) }
        return recipients.values.filter { recipient in
            recipient.profile == profile.id && !recipient.isOwnAccount && recipient.isActive == isActive
                && (currency == nil || recipient.currency == currency)
                && (isOwn == nil || recipient.ownedByCustomer == isOwn) && (creator == nil || creator == settings.user)
                && (types?.contains { $0 == recipient.type || $0 == recipient.typeOfSecondForm.lowercased() } ?? true)
        }.sorted { $0.id < $1.id }
    }
}

extension APIRequest {
    /// A whole number of the query; nil when it is not given.
    func wholeNumber(_ name: String) throws(Refusal) -> Int? {
        guard let text = query(name), !text.isEmpty else { return nil }
        guard let number = Int(text) else {
            throw .invalid("bad.request", "'\(name)' should be a valid 'Long'", path: "query.\(name)")
        }
        return number
    }

    /// The profile that a list is asked for, under either name; nil when it is not given.
    func profileNumber() throws(Refusal) -> Int? {
        if let number = try wholeNumber("profileId") { return number }
        return try wholeNumber("profile")
    }

    /// A truth value of the query; nil when it is not given.
    func flag(_ name: String) throws(Refusal) -> Bool? {
        guard let text = query(name), !text.isEmpty else { return nil }
        guard let flag = Bool(text) else {
            throw .invalid("bad.request", "'\(name)' should be true or false", path: "query.\(name)")
        }
        return flag
    }
}
