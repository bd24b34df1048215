import ArgumentParser

extension FlorinCommand {
    /// What is wrong with words that the parser refused.
    ///
    /// - Parameter message: The parser's own words for it.
    static func wrongWords(_ message: String) -> CleanFailure {
        let words = Array(CommandLine.arguments.dropFirst())
        let isUnexpected = message.hasPrefix("Unexpected argument") || message.contains(" unexpected arguments")
        if isUnexpected, let order = orderedWords(words) {
            return .usage("options come after the subcommand", hint: "write \(order)")
        }
        if let script = words.first, script.hasSuffix(".lua") {
            return .usage("'\(script)' is no subcommand", hint: "write florin run \(words.joined(separator: " "))")
        }
        let lines = message.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
        // Of two explanations the second is that of a short option whose value is missing.
        let text = lines.first { $0.hasPrefix("or: ") }.map { String($0.dropFirst(4)) } ?? lines.joined(separator: " ")
        let parts = (text.prefix(1).lowercased() + text.dropFirst()).split(separator: ". ", maxSplits: 1)
        let suggestion = parts.count == 2 && parts[1].hasPrefix("Did you mean") ? parts : []
        if let message = suggestion.first, let hint = suggestion.last { return .usage(String(message), hint: String(hint)) }
        return .usage(text.prefix(1).lowercased() + text.dropFirst(), hint: "see \(commandPath(of: words)) --help")
    }

    /// The command line with the options behind the subcommand that they stand before; nil when none follows them.
    private static func orderedWords(_ words: [String]) -> String? {
        let names = configuration.subcommands.map { $0._commandName }
        guard words.first?.hasPrefix("-") == true, !words.contains("-e"), let place = words.firstIndex(where: names.contains)
        else { return nil }
        return (["florin"] + words[place...] + words[..<place]).joined(separator: " ")
    }

    /// The command that the first words name, such as `florin simulator serve`.
    private static func commandPath(of words: [String]) -> String {
        var path = ["florin"]
        var command: any ParsableCommand.Type = Self.self
        for word in words {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
            path.append(word)
            command = next
        }
        return path.joined(separator: " ")
    }
}
