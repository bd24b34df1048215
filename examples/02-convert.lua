-- Quote and convert: turns money of one currency into another, if the price is acceptable.
--
-- Why: a conversion has two steps. A quote promises a price for 30 minutes and moves nothing; using it moves the money.
-- Between the two, this script looks at the fee and stops when it is too high.
-- What it may move: the amount, from its balance into the balance of the other currency.

script {
  name = "convert", version = 1,
  summary = "Converts an amount into another currency, unless the fee is too high.",
  params = {
    amount = { "money", default = "250.00 EUR", help = "what leaves, fee included" },
    to = { "currency", default = "GBP", help = "the currency that arrives" },
    max_fee = { "decimal", default = "0.01", help = "the highest fee, as a share of the amount" },
  },
}

local me = wise.profile()
local source = me:balance(args.amount.currency)
check(source:operable(), "the %s balance is invested, so nothing can leave it", source:label())
check(source.amount >= args.amount, "only %s is available", source.amount)

local quote = me:quote { source = args.amount, target = args.to }
check(not quote.disabled, "the quote cannot be paid from a balance: %s", quote.disabled_reason)

out.print("rate", quote.rate, "until", quote.expires_at)
out.print("fee", quote.fee, "of", quote.source_amount)

local highest = (args.amount * args.max_fee):round("down")
check(quote.fee <= highest, "the fee %s is above the limit of %s", quote.fee, highest)

local movement = me:convert(quote)
out.print("movement", movement.id, movement.source_amount, "->", movement.target_amount)

out.table({ me:balance(args.amount.currency), me:balance(args.to) }, { title = "afterwards", columns = { "currency", "amount" } })

return movement
