import Glibc

/// How a server that a test starts is told to keep its exchanges, for the check against the description of the API.
enum Recording {
    /// The words for `florin simulator serve`; none when nobody wants a record (see `scripts/test`).
    static var words: [String] {
        guard let folder = getenv("FLORIN_RECORD") else { return [] }
        return ["--record", "\(String(cString: folder))/acceptance.jsonl"]
    }
}
