import Money
import WiseAPI

extension World {
    /// A quote as the API sends it: its own level has only the amount that was asked for.
    func json(of quote: QuoteRecord) -> JSONValue {
        var object: JSONObject = [
            "id": .string(quote.id), "sourceCurrency": .string(quote.source.currency.code),
            "targetCurrency": .string(quote.target.currency.code),
        ]
        if quote.providedAmount == .source {
            object["sourceAmount"] = .decimal(quote.source.amount)
        } else {
            object["targetAmount"] = .decimal(quote.target.amount)
        }
        object["payOut"] = .string(quote.payOut)
        if let account = quote.targetAccount { object["targetAccount"] = .integer(account) }
        if let preferred = quote.preferredPayIn { object["preferredPayIn"] = .string(preferred) }
        object["rate"] = .decimal(quote.rate)
        object["rateTimestamp"] = .string(quote.createdAt.adding(seconds: -60).text(.seconds))
        object["createdTime"] = .string(quote.createdAt.text(.seconds))
        object["user"] = .integer(settings.user)
        object["profile"] = .integer(quote.profile)
        object["rateType"] = .string("FIXED")
        let holdsLonger = settings[.rateLifetime] == "2h"
        let rateEnd = holdsLonger ? max(quote.expiresAt, quote.createdAt.adding(seconds: 7200)) : quote.expiresAt
        object["rateExpirationTime"] = .string(rateEnd.text(.seconds))
        object["guaranteedTargetAmountAllowed"] = .bool(false)
        object["targetAmountAllowed"] = .bool(true)
        object["guaranteedTargetAmount"] = .bool(false)
        object["providedAmountType"] = .string(quote.providedAmount.rawValue)
        // What the caller would rather pay with comes first.
        let options = [balanceOption(of: quote), transferOption(of: quote)].compactMap { $0 }
        object["paymentOptions"] = .array(quote.preferredPayIn == "BANK_TRANSFER" ? options.reversed() : options)
        object["status"] = .string(status(of: quote).rawValue)
        object["expirationTime"] = .string(quote.expiresAt.text(.seconds))
        object["notices"] = .array([])
        object["funding"] = .string("POST")
        object["type"] = .string("REGULAR")
        return .object(object)
    }

    private func balanceOption(of quote: QuoteRecord) -> JSONValue {
        let price = QuotePrice(source: quote.source, target: quote.target, fee: quote.fee)
        let hasSource = standardBalance(quote.profile, quote.source.currency) != nil
        let hasTarget = quote.payOut != "BALANCE" || standardBalance(quote.profile, quote.target.currency) != nil
        var option = option(quote, price, payIn: "BALANCE", payInFee: .zero, seconds: 0)
        guard !(hasSource && hasTarget) else { return .object(option) }
        option["disabled"] = .bool(true)
        option["disabledReason"] = .object([
            "code": .string("error.payInmethod.disabled"),
            "message": .string("Open a multi-currency account and add funds to instantly pay for your transfers."),
            "arguments": .array([]),
        ])
        return .object(option)
    }

    /// Paying in by bank transfer costs one thousandth more. Invented, as the rest of the schedule is.
    ///
    /// - Returns: Nil when that would eat up the amount.
    private func transferOption(of quote: QuoteRecord) -> JSONValue? {
        let digits = quote.source.currency.providerDigits
        guard let share = try? ExactDecimal(coefficient: 1, scale: 3),
            let payInFee = (try? quote.source.amount.multiplied(by: share, scale: digits, .halfUp))?.atScale(digits),
            let fee = try? quote.fee.adding(payInFee)
        else { return nil }
        let price: QuotePrice?
        if quote.providedAmount == .source {
            price = try? QuotePrice.with(quote.source, fee: fee, target: quote.target.currency, rate: quote.rate)
        } else {
            price = try? QuotePrice.with(quote.target, fee: fee, source: quote.source.currency, rate: quote.rate)
        }
        return price.map { .object(option(quote, $0, payIn: "BANK_TRANSFER", payInFee: payInFee, seconds: 14_400)) }
    }

    private func option(
        _ quote: QuoteRecord, _ price: QuotePrice, payIn: String, payInFee: ExactDecimal, seconds: Int
    ) -> JSONObject {
        let currency = price.source.currency
        let own = (try? price.fee.subtracting(payInFee)) ?? price.fee
        func value(_ amount: ExactDecimal) -> JSONValue {
            let label = amount.isZero ? "0" : amount.normalized.integer.map(String.init) ?? amount.text(minimumScale: 0)
            return .object([
                "amount": .decimal(amount), "currency": .string(currency.code), "label": .string("\(label) \(currency.code)"),
            ])
        }
        func item(_ type: String, _ label: String, _ amount: ExactDecimal) -> JSONValue {
            .object(["type": .string(type), "label": .string(label), "value": value(amount)])
        }
        let fee: JSONObject = [
            "transferwise": .decimal(own), "payIn": .decimal(payInFee), "discount": .integer(0), "partner": .integer(0),
            "total": .decimal(price.fee),
        ]
        let total: JSONObject = [
            "type": .string("TOTAL"), "label": .string("Total fees"), "value": value(price.fee),
        ]
        let items = [item("PAYIN", "fee", payInFee), item("TRANSFERWISE", "Our fee", own)]
        return [
            "disabled": .bool(false),
            "estimatedDelivery": .string(quote.createdAt.adding(seconds: seconds).text(.seconds)),
            "formattedEstimatedDelivery": .string(seconds == 0 ? "in seconds" : "in \(seconds / 3600) hours"),
            "estimatedDeliveryDelays": .array([]), "fee": .object(fee),
            "price": .object(["priceSetId": .integer(1), "total": .object(total), "items": .array(items)]),
            "sourceAmount": .decimal(price.source.amount), "targetAmount": .decimal(price.target.amount),
            "sourceCurrency": .string(currency.code), "targetCurrency": .string(price.target.currency.code),
            "payIn": .string(payIn), "payOut": .string(quote.payOut),
            "allowedProfileTypes": .array([.string("PERSONAL"), .string("BUSINESS")]),
            "payInProduct": .string(payIn == "BALANCE" ? "BALANCE" : "CHEAP"),
            "feePercentage": .decimal(price.feePercentage),
        ]
    }
}
