-- Pay a supplier: sends money from a balance to somebody's bank account, and follows it.
--
-- Why: sending has four steps. A recipient is written down once, a quote for that recipient promises a price, a transfer
-- orders the payment, and funding it takes the money from the balance. Until the last step nothing has left, so that is
-- where this script looks at the fee.
-- What it may move: the amount, from the balance in its currency, to the supplier. On the simulator it also lets the
-- payment arrive.

script {
  name = "pay-a-supplier", version = 1,
  summary = "Pays a supplier in pounds from a balance of any currency, unless the fee is too high.",
  params = {
    amount = { "money", default = "320.00 EUR", help = "what leaves, fee included" },
    supplier = { "string", default = "Harbour Print Ltd", help = "who is paid; written down when not known yet" },
    sort_code = { "string", default = "231470", help = "the supplier's bank, six digits" },
    account = { "string", default = "28821822", help = "the supplier's account, eight digits" },
    reference = { "string", default = "INV-2041", help = "what the supplier reads" },
    max_fee = { "money", default = "5.00 EUR", help = "the highest fee" },
  },
}

local me = wise.profile { type = "business" }

-- A supplier is written down once: the same name and account is not entered a second time.
local function find_supplier()
  for recipient in me:each_recipient { currency = "GBP" } do
    local is_account = recipient.raw.details and recipient.raw.details.accountNumber == args.account
    if recipient.name == args.supplier and is_account then return recipient end
  end
end

local supplier = find_supplier() or me:create_recipient {
  currency = "GBP", type = "sort_code", name = args.supplier,
  details = { legalType = "BUSINESS", sortCode = args.sort_code, accountNumber = args.account },
}
out.print("supplier", supplier.id, supplier.name)

local quote = me:quote { source = args.amount, target = "GBP", pay_out = "BANK_TRANSFER", recipient = supplier }
out.print("quote", quote.source_amount, "->", quote.target_amount, "fee", quote.fee)
check(quote.fee <= args.max_fee, "the fee %s is above the limit of %s", quote.fee, args.max_fee)

local transfer = me:transfer { recipient = supplier, quote = quote, reference = args.reference }
out.print("transfer", transfer.id, transfer.status)

local funding = transfer:fund()
out.print("paid from the balance:", funding.status)

-- A real payment takes its time; here it is told to arrive.
if wise.environment().simulator then
  for _, state in ipairs { "processing", "funds_converted", "outgoing_payment_sent" } do
    sim.transfer_state(transfer, state)
  end
end
transfer = transfer:refresh()
out.print("transfer", transfer.id, transfer.status)

-- What the statement says of it.
local statement = me:statement { balance = args.amount.currency, from = "2026-11-01", to = "2026-11-30" }
for _, line in ipairs(statement.lines) do
  if line.reference == "TRANSFER-" .. transfer.id then out.print("statement", line.reference, line.amount, "fee", line.total_fees) end
end

return { transfer = transfer.id, status = transfer.status, fee = quote.fee }
