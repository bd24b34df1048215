/// The lines of the table.
enum Report {
    static func printHeader() {
        line("figure", "florin", "against", "ratio", "aim")
        line(String(repeating: "-", count: 44), "------------", "------------------------------", "------", "---------")
    }

    /// A figure beside another; the ratio is ours to theirs.
    static func print(_ figure: String, _ ours: Double, _ unit: String, against name: String, _ theirs: Double, aim: String) {
        line(figure, "\(number(ours)) \(unit)", "\(number(theirs)) \(unit) \(name)", number(ours / theirs), aim)
    }

    /// A figure with nothing beside it.
    static func print(_ figure: String, _ ours: Double, _ unit: String, aim: String = "") {
        line(figure, "\(number(ours)) \(unit)", "", "", aim)
    }

    private static func line(_ figure: String, _ ours: String, _ theirs: String, _ ratio: String, _ aim: String) {
        let cells = [(figure, 44), (ours, 14), (theirs, 34), (ratio, 7), (aim, 0)]
        Swift.print(
            cells.map { text, width in text + String(repeating: " ", count: max(0, width - text.count)) }.joined(separator: " "))
    }

    private static func number(_ value: Double) -> String {
        if value >= 1000 { return String(Int(value.rounded())) }
        let scaled = (value * 100).rounded() / 100
        return String(scaled)
    }
}
