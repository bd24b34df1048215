import LuaRuntime
import Money
import WiseAPI

extension LuaValue {
    /// - Parameter profile: The profile through which it was reached, for the methods of the object.
    init(_ recipient: Recipient, profile: Int) {
        self = Self.object(
            "recipient", recipient,
            [
                "id": .integer(Int64(recipient.id)), "profile": .integer(Int64(recipient.profile ?? profile)),
                "name": .string(recipient.accountHolderName), "currency": .string(recipient.currency.code),
                "country": Self.optional(recipient.country), "type": .string(recipient.type),
                "legal_type": Self.optional(recipient.legalType), "active": .boolean(recipient.active),
                "owned": Self.optional(recipient.ownedByCustomer),
                "summary": Self.optional(recipient.longAccountSummary ?? recipient.accountSummary),
            ])
    }

    init(_ form: RequirementForm) {
        let inputs = form.inputs.map { input -> LuaValue in
            let choices = input.values.map { LuaValue.table(["key": .string($0.key), "name": .string($0.name)]) }
            return .table([
                "key": .string(input.key), "name": .string(input.name), "type": .string(input.type),
                "required": .boolean(input.required), "refreshes": .boolean(input.refreshesForm),
                "example": Self.optional(input.example), "pattern": Self.optional(input.pattern),
                "min_length": Self.optional(input.minLength), "max_length": Self.optional(input.maxLength),
                "values": Self.list(choices),
            ])
        }
        self = Self.object(
            "requirements", form,
            [
                "type": .string(form.type), "title": Self.optional(form.title), "usage": Self.optional(form.usage),
                "inputs": Self.list(inputs),
            ])
    }

    /// - Parameter profile: The profile that sends it, for the methods of the object.
    init(_ transfer: Transfer, profile: Int) {
        self = Self.object(
            "transfer", transfer,
            [
                "id": .integer(Int64(transfer.id)), "profile": .integer(Int64(profile)),
                "recipient": .integer(Int64(transfer.targetAccount)), "quote": Self.optional(transfer.quote),
                "status": .string(transfer.status.rawValue), "reference": Self.optional(transfer.reference),
                "rate": transfer.rate.map { .decimal($0) } ?? .none, "created": .string(transfer.created.description),
                "source_amount": .money(transfer.sourceAmount), "target_amount": .money(transfer.targetAmount),
                "has_active_issues": .boolean(transfer.hasActiveIssues),
                "transaction_key": Self.optional(transfer.customerTransactionID),
            ])
    }

    init(_ result: FundingResult) {
        self = Self.object(
            "funding", result,
            [
                "type": Self.optional(result.type), "status": .string(result.status.rawValue),
                "movement": Self.optional(result.balanceTransaction),
            ])
    }

    init(_ payment: TransferPayment) {
        self = Self.object(
            "payment", payment,
            [
                "id": .integer(Int64(payment.id)), "method": .string(payment.method), "amount": .money(payment.amount),
                "time_created": Self.optional(payment.timeCreated), "time_updated": Self.optional(payment.timeUpdated),
            ])
    }

    init(_ estimate: DeliveryEstimate) {
        self = Self.object(
            "delivery", estimate, ["time": .string(estimate.time.description), "text": Self.optional(estimate.text)])
    }

    init(_ activity: Activity) {
        self = Self.object(
            "activity", activity,
            [
                "id": .string(activity.id), "type": .string(activity.type.rawValue), "title": .string(activity.plainTitle),
                "resource_type": Self.optional(activity.resourceType?.rawValue), "resource": Self.optional(activity.resourceID),
                "primary_amount": Self.optional(activity.primaryAmount.map(Activity.plain)),
                "secondary_amount": Self.optional(activity.secondaryAmount.map(Activity.plain)),
                "status": .string(activity.status.rawValue), "created_on": .string(activity.createdOn.description),
                "updated_on": Self.optional(activity.updatedOn),
            ])
    }
}
