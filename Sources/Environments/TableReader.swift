/// Reads the members of one table: each must be known and of its type.
struct TableReader {
    let path: String
    /// The dotted name of the table, for messages; empty at the top.
    let name: String
    private let members: [String: TOMLNode]

    init(_ node: TOMLNode, name: String, path: String, known: [String]) throws(ConfigurationError) {
        (self.name, self.path) = (name, path)
        guard case .table(let members) = node else {
            throw ConfigurationError("\(path): \(name) is \(node.kind), not a table", hint: "write [\(name)] and its keys below")
        }
        self.members = members
        if let unknown = members.keys.sorted().first(where: { !known.contains($0) }) {
            throw ConfigurationError(
                "\(path): \(name.isEmpty ? "there is" : "\(name) has") no key '\(unknown)'", word: unknown, known: known)
        }
    }

    var isEmpty: Bool { members.isEmpty }

    func node(_ key: String) -> TOMLNode? { members[key] }

    func text(_ key: String) throws(ConfigurationError) -> String? {
        guard let node = members[key] else { return nil }
        guard case .text(let text) = node, !text.isEmpty else { throw wrong(key, node, "a text in quotation marks") }
        return text
    }

    func truth(_ key: String) throws(ConfigurationError) -> Bool? {
        guard let node = members[key] else { return nil }
        guard case .truth(let truth) = node else { throw wrong(key, node, "true or false") }
        return truth
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let node = members[key] else { return nil }
        guard case .integer(let number) = node, range.contains(number) else {
            throw wrong(key, node, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A text or a whole number, as a profile may be given.
    func textOrNumber(_ key: String) throws(ConfigurationError) -> String? {
        if case .integer(let number)? = members[key] { return String(number) }
        return try text(key)
    }

    func qualified(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }

    func wrong(_ key: String, _ node: TOMLNode, _ wanted: String) -> ConfigurationError {
        ConfigurationError("\(path): \(qualified(key)) is \(node.kind)", hint: "give it \(wanted)")
    }
}
