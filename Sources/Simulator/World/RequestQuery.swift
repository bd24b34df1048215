import Money
import WiseAPI

extension APIRequest {
    /// A query item that must be there and not be empty.
    func required(_ name: String) throws(Refusal) -> String {
        guard let value = query(name), !value.isEmpty else { throw .missing("query.\(name)") }
        return value
    }

    /// A currency of the query; nil when it is not asked for.
    func currency(_ name: String) throws(Refusal) -> Currency? {
        guard let code = query(name), !code.isEmpty else { return nil }
        return try RequestBody.currency(code: code, path: "query.\(name)")
    }

    /// An instant in UTC, written with `Z` or an offset of zero.
    ///
    /// Another offset is a mistake of its own at the bank: 422 `wrong.date.format`.
    func instant(_ name: String) throws(Refusal) -> Timestamp {
        let text = try required(name)
        let hasTime = text.utf8.contains(UInt8(ascii: "T"))
        guard hasTime, let instant = Timestamp(text), let zone = Self.zone(of: text) else {
            let message = "'\(name)' should be an instant in UTC, such as 2026-10-31T23:59:59.999Z"
            throw .invalid("wrong.date.format", message, path: "query.\(name)")
        }
        guard ["Z", "+00:00", "-00:00", "+0000", "-0000", "+00"].contains(zone) else {
            throw .unprocessable("wrong.date.format", "'\(name)' should be in UTC, with a Z at its end", path: "query.\(name)")
        }
        return instant
    }

    /// What stands after the time of the day; nil when there is no zone.
    private static func zone(of text: String) -> Substring? {
        guard let start = text.firstIndex(of: "T") else { return nil }
        let clock = text[start...].dropFirst()
        guard let zone = clock.firstIndex(where: { "Z+-".contains($0) }) else { return nil }
        return clock[zone...]
    }
}
