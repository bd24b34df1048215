/// Which activities are asked for.
public struct ActivityQuery: Sendable, Hashable {
    /// Only those about this kind of thing.
    public var resourceType: ActivityResourceType?
    /// Only those in this state.
    public var status: Activity.Status?
    /// Only those that happened then or later.
    public var since: Timestamp?
    /// Only those that happened then or earlier.
    public var until: Timestamp?

    /// A question for activities.
    public init(
        resourceType: ActivityResourceType? = nil, status: Activity.Status? = nil, since: Timestamp? = nil,
        until: Timestamp? = nil
    ) {
        (self.resourceType, self.status, self.since, self.until) = (resourceType, status, since, until)
    }

    /// The items of the query.
    public var items: [QueryItem] {
        var items: [QueryItem] = []
        if let resourceType { items.append(QueryItem("monetaryResourceType", resourceType.rawValue)) }
        if let status { items.append(QueryItem("status", status.rawValue)) }
        if let since { items.append(QueryItem("since", since.text(.milliseconds))) }
        if let until { items.append(QueryItem("until", until.text(.milliseconds))) }
        return items
    }
}
