import Money
import WiseAPI

/// The body that answers a movement, written straight to bytes: the busiest answer of a world.
///
/// The bytes are those of a ``WiseAPI/BalanceMovement`` with the same parts; a test holds the two together.
struct MovementAnswer {
    let id: Int
    let step: Int
    let source: Int
    let target: Int
    let sourceAfter: Money
    let targetAfter: Money
    let sourceAmount: Money
    let targetAmount: Money
    let rate: ExactDecimal
    let fee: Money
    let time: Timestamp

    var bytes: [UInt8] {
        var text = JSONText()
        text.put(#"{"id":"#)
        text.put(id)
        text.put(#","type":"CONVERSION","state":"COMPLETED","balancesAfter":[{"id":"#)
        text.put(target)
        text.put(",", targetAfter)
        text.put(#"},{"id":"#)
        text.put(source)
        text.put(",", sourceAfter)
        text.put(#"}],"creationTime":""#)
        text.put(time.text(.milliseconds))
        text.put(#"","steps":[{"id":"#)
        text.put(step)
        text.put(#","type":"CONVERSION","creationTime":""#)
        text.put(time.adding(microseconds: 1000).text(.milliseconds))
        text.put(#"","balancesAfter":[{"#, sourceAfter)
        text.put("},{", targetAfter)
        text.put(#"}],"channelName":null,"channelReferenceId":null,"tracingReferenceCode":null,"sourceAmount":{"#, sourceAmount)
        text.put(#"},"targetAmount":{"#, targetAmount)
        text.put(#"},"fee":{"#, fee)
        text.put(#"},"rate":"#)
        text.put(rate.description)
        text.put(#"}],"sourceAmount":{"#, sourceAmount)
        text.put(#"},"targetAmount":{"#, targetAmount)
        text.put(#"},"rate":"#)
        text.put(rate.description)
        text.put(#","feeAmounts":[{"#, fee)
        text.put("}]}")
        return text.bytes
    }
}

/// JSON that is put together from its parts, none of which needs escaping.
private struct JSONText {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1100) }

    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func put(_ number: Int) { put(String(number)) }

    /// The two members of an amount, after what leads to them.
    mutating func put(_ lead: StaticString, _ money: Money) {
        put(lead)
        put(#""value":"#)
        put(money.amount.description)
        put(#","currency":""#)
        put(money.currency.code)
        put(#"""#)
    }
}
