import Money
import WiseAPI

/// Answers of the bank in the form of its documents, and requests that they fit.
enum GateTestAnswers {
    static func money(_ text: String, _ currency: Currency = .eur) throws -> Money {
        Money(try ExactDecimal(parsing: text), currency)
    }

    static func movement(
        source: String = "25.00", sourceCurrency: String = "EUR", target: String = "25.00", targetCurrency: String = "EUR",
        balances: [Int] = [2, 1]
    ) -> String {
        let after = balances.map { #"{"id":\#($0),"value":75.00,"currency":"EUR"}"# }.joined(separator: ",")
        return """
            {"id":31,"type":"CONVERSION","state":"COMPLETED","balancesAfter":[\(after)],"creationTime":"2026-08-21T14:57:38.123Z",\
            "sourceAmount":{"value":\(source),"currency":"\(sourceCurrency)"},\
            "targetAmount":{"value":\(target),"currency":"\(targetCurrency)"},"rate":1,"feeAmounts":[]}
            """
    }

    static func balance(_ id: Int = 42, currency: String = "EUR", type: String = "STANDARD", name: String? = nil) -> String {
        let zero = #"{"value":0,"currency":"\#(currency)"}"#
        return """
            {"id":\(id),"currency":"\(currency)","type":"\(type)","name":\(name.map { "\"\($0)\"" } ?? "null"),\
            "investmentState":"NOT_INVESTED","amount":\(zero),"reservedAmount":\(zero),"cashAmount":\(zero),\
            "totalWorth":\(zero),"creationTime":"2026-06-04T10:52:39.498241Z",\
            "modificationTime":"2026-06-04T10:52:39.773710Z","visible":true}
            """
    }

    /// 200.00 EUR become 170.26 GBP.
    static let quote = """
        {"id":"3f1f7a8e-52c1-4b0e-9d55-0d2f6d2f9a11","profile":7,"sourceCurrency":"EUR","targetCurrency":"GBP",\
        "payOut":"BALANCE","rate":0.85611,"status":"PENDING","paymentOptions":[{"disabled":false,"payIn":"BALANCE",\
        "payOut":"BALANCE","sourceAmount":200.00,"targetAmount":170.26,"sourceCurrency":"EUR","targetCurrency":"GBP",\
        "fee":{"total":1.12}}]}
        """

    static let topUp = #"{"transactionId":91,"state":"COMPLETED","balancesAfter":[{"id":42,"value":250.00,"currency":"EUR"}]}"#

    static let insufficientFunds = #"{"errors":[{"code":"balance.insufficient-funds","message":"Not enough","path":"amount"}]}"#
}
