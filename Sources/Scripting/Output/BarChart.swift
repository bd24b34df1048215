import LuaRuntime
import Money

/// Amounts as horizontal bars. The bars are pictures: their length is the only thing here that is rounded.
struct BarChart: Sendable {
    private struct Bar {
        let label: String
        let shown: String
        let value: ExactDecimal
    }

    private let title: String?
    private let bars: [Bar]

    /// A chart of rows that have a label and a value, or nil when one has not.
    init?(rows: [LuaValue], title: String?) {
        self.title = title
        var bars: [Bar] = []
        for row in rows {
            guard case .string(let label) = row[field: "label"] else { return nil }
            let value: ExactDecimal
            switch row[field: "value"] {
            case .money(let money): value = money.amount
            case .decimal(let decimal): value = decimal
            case .integer(let integer): value = ExactDecimal(Int(integer))
            default: return nil
            }
            bars.append(Bar(label: label, shown: row[field: "value"].shown, value: value))
        }
        self.bars = bars
    }

    /// The chart as lines, as wide as told.
    func text(width: Int) -> String {
        let labelWidth = bars.map(\.label.count).max() ?? 0
        let valueWidth = bars.map(\.shown.count).max() ?? 0
        let room = max(8, width - labelWidth - valueWidth - 4)
        let largest = bars.map(\.value.magnitude).max() ?? .zero
        var output = title.map { $0 + "\n" } ?? ""
        for bar in bars {
            let label = bar.label + String(repeating: " ", count: labelWidth - bar.label.count)
            let shown = String(repeating: " ", count: valueWidth - bar.shown.count) + bar.shown
            output += "\(label)  \(shown)  \(Self.bar(bar.value, of: largest, room: room))\n"
        }
        return output
    }

    /// Blocks, with eighths of a block at the end; negative values are hollow.
    private static func bar(_ value: ExactDecimal, of largest: ExactDecimal, room: Int) -> String {
        guard largest.isPositive, let scaled = try? value.magnitude.multiplied(by: ExactDecimal(room * 8)),
            let eighths = try? scaled.divided(by: largest, scale: 0, .halfUp).integer
        else { return "" }
        if value.isNegative { return String(repeating: "░", count: eighths / 8) }
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + rest
    }
}
