import Money
import Signing
import WiseAPI

/// Something that happened on a profile, as the feed shows it. None is stored: each follows from the ledger, a transfer or bank
/// details.
struct ActivityItem {
    /// Where it stands in the feed.
    let place: Place
    let type: ActivityType
    let resource: ActivityResourceType
    /// The number of what it is about.
    let number: Int
    let title: String
    var description = ""
    var primaryAmount = ""
    var secondaryAmount = ""
    let status: Activity.Status
    let updatedAt: Timestamp

    /// The order of the feed: by time, then what is from the ledger before what is not, then by number.
    struct Place: Comparable {
        let time: Timestamp
        let rank: Int
        let number: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.time, left.rank, left.number) < (right.time, right.rank, right.number)
        }

        /// Opaque to clients: Base64 of a JSON list, as the bank's is.
        var cursor: String {
            let list: [JSONValue] = [
                .string(Self.mark), .integer(Int(time.microseconds)), .integer(rank), .integer(number),
            ]
            return Base64.text(JSONValue.array(list).bytes)
        }

        init(_ time: Timestamp, rank: Int, _ number: Int) { (self.time, self.rank, self.number) = (time, rank, number) }

        /// The place that a cursor names, or nil.
        init?(cursor: String) {
            guard let bytes = Base64.bytes(cursor), let list = (try? JSONValue(parsing: bytes))?.arrayValue, list.count == 4,
                list[0].stringValue == Self.mark, let time = list[1].integerValue, let rank = list[2].integerValue,
                let number = list[3].integerValue
            else { return nil }
            self.init(Timestamp(microseconds: Int64(time)), rank: rank, number)
        }

        private static let mark = "PRIORITY"
    }

    /// As the API sends it.
    func json(profile: Int) -> JSONValue {
        let id = "MONETARY_ACTIVITY::\(profile)::\(resource.rawValue)::\(number)"
        return .object([
            "id": .string(Base64.text(Array(id.utf8))), "type": .string(type.rawValue),
            "resource": .object(["type": .string(resource.rawValue), "id": .string(String(number))]), "title": .string(title),
            "description": .string(description), "primaryAmount": .string(primaryAmount),
            "secondaryAmount": .string(secondaryAmount), "status": .string(status.rawValue),
            "createdOn": .string(place.time.text(.milliseconds)), "updatedOn": .string(updatedAt.text(.milliseconds)),
        ])
    }

    /// Words that the reader should look at.
    static func strong(_ text: String) -> String { "<strong>\(text)</strong>" }
    /// Money that came in.
    static func positive(_ amount: Money) -> String { "<positive>+ \(amount)</positive>" }
    /// What did not come about.
    static func struckThrough(_ text: String) -> String { "<strikethrough>\(text)</strikethrough>" }
}
