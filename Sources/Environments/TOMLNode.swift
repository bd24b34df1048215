import TOMLKit

/// A TOML document as plain values, apart from the library that reads it.
enum TOMLNode: Equatable {
    case table([String: TOMLNode])
    case array([TOMLNode])
    case text(String)
    case integer(Int)
    case truth(Bool)
    /// A value of a type that no setting has; its name.
    case other(String)

    /// Reads a document.
    init(document bytes: [UInt8], path: String) throws(ConfigurationError) {
        // The library takes a C string: what follows a NUL would not be seen.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw ConfigurationError("\(path) is not UTF-8 text", hint: "convert it, for example with iconv -t UTF-8")
        }
        do {
            let root = try TOMLTable(string: text)
            self = withExtendedLifetime(root) { TOMLNode(table: root) }
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                // The reader's own words repeat the text, which may be a secret in the wrong place.
                "\(path):\(error.source.begin.line):\(error.source.begin.column): this is not TOML",
                hint: "correct the file; docs/configuration.md shows a whole one")
        } catch {
            throw ConfigurationError("\(path) cannot be read", hint: "correct the file")
        }
    }

    private init(table: TOMLTable) {
        var members: [String: TOMLNode] = [:]
        for key in table.keys {
            guard let value = table[key]?.tomlValue else { continue }
            members[key] = TOMLNode(value)
        }
        self = .table(members)
    }

    private init(_ value: TOMLValue) {
        switch value.type {
        case .table: self = value.table.map { TOMLNode(table: $0) } ?? .other("table")
        case .array:
            let array = value.array
            self = .array((0..<(array?.count ?? 0)).compactMap { index in array.map { TOMLNode($0[index].tomlValue) } })
        case .string: self = value.string.map { .text($0) } ?? .other("string")
        case .int: self = value.int.map { .integer($0) } ?? .other("integer")
        case .bool: self = value.bool.map { .truth($0) } ?? .other("boolean")
        case .double, .date, .time, .dateTime: self = .other(value.type.description)
        }
    }

    /// What it is, for messages.
    var kind: String {
        switch self {
        case .table: "a table"
        case .array: "a list"
        case .text: "a text"
        case .integer: "an integer"
        case .truth: "true or false"
        case .other(let name): "a \(name)"
        }
    }
}
