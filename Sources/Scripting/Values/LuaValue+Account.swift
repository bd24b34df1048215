import LuaRuntime
import Money
import WiseAPI

extension LuaValue {
    init(_ user: User) {
        self = Self.object(
            "user", user,
            [
                "id": .integer(Int64(user.id)), "name": Self.optional(user.name), "email": Self.optional(user.email),
                "active": Self.optional(user.active),
            ])
    }

    init(_ account: MultiCurrencyAccount) {
        self = Self.object(
            "account", account,
            [
                "id": .integer(Int64(account.id)), "profile": .integer(Int64(account.profile)),
                "recipient": .integer(Int64(account.recipient)), "active": .boolean(account.active),
                "eligible": .boolean(account.eligible), "creation_time": .string(account.creationTime.description),
                "modification_time": .string(account.modificationTime.description),
            ])
    }

    init(_ eligibility: AccountEligibility) {
        self = Self.object(
            "eligibility", eligibility,
            [
                "eligible": .boolean(eligibility.eligible), "code": .string(eligibility.code.rawValue),
                "account_type": .string(eligibility.accountType.rawValue), "reason": Self.optional(eligibility.reason),
            ])
    }

    init(_ details: BankDetails) {
        let lines = details.receiveOptions.flatMap { option in
            option.lines.filter { !$0.hidden }.map { line -> LuaValue in
                .table([
                    "receive": .string(option.type), "type": .string(line.type), "title": .string(line.title),
                    "body": .string(line.body),
                ])
            }
        }
        let features = details.features.map { feature -> LuaValue in
            .table(["key": .string(feature.key), "supported": .boolean(feature.supported)])
        }
        self = Self.object(
            "bank_details", details,
            [
                "id": Self.optional(details.id), "currency": .string(details.currency.code),
                "title": Self.optional(details.title), "subtitle": Self.optional(details.subtitle),
                "status": .string(details.status.rawValue), "issued": .boolean(details.isIssued),
                "deprecated": .boolean(details.deprecated), "lines": Self.list(lines), "features": Self.list(features),
            ])
    }

    init(_ order: BankDetailsOrder) {
        let requirements = order.requirements.map { requirement -> LuaValue in
            .table(["type": .string(requirement.type), "status": .string(requirement.status.rawValue)])
        }
        self = Self.object(
            "bank_details_order", order,
            [
                "status": .string(order.status.rawValue), "currency": .string(order.currency.code),
                "requirements": Self.list(requirements),
            ])
    }

    init(_ status: OneTimeTokenStatus) {
        let challenges = status.challenges.map { challenge -> LuaValue in
            .table([
                "type": .string(challenge.type.rawValue), "required": .boolean(challenge.required),
                "passed": .boolean(challenge.passed),
                "alternatives": Self.list(challenge.alternatives.map { .string($0.rawValue) }),
            ])
        }
        self = Self.object(
            "one_time_token", status,
            [
                "token": .string(status.token), "challenges": Self.list(challenges), "validity": Self.optional(status.validity),
                "action_type": Self.optional(status.actionType),
            ])
    }
}
