-- First look: every open balance and jar, with an indicative worth in one currency.
--
-- Why: this is what one wants to see first. The worth uses mid-market rates, at which nobody trades, so it is a
-- picture and not a price; the bank's own total stands under it for comparison.
-- What it may move: nothing.

script {
  name = "first-look", version = 1,
  summary = "Shows every open balance with an indicative worth in one currency.",
  params = {
    base = { "currency", default = "EUR", help = "the currency in which worth is shown" },
  },
}

local me = wise.profile()

-- One rate is asked for each currency, once.
local rates = {}

local function worth(amount)
  if amount.currency == args.base then return amount end
  if not rates[amount.currency] then
    rates[amount.currency] = wise.rates { source = amount.currency, target = args.base }[1]
  end
  return rates[amount.currency]:convert(amount, "half_even")
end

local rows, bars = {}, {}
local total = money.zero(args.base)

for _, balance in ipairs(me:balances()) do
  local indicative = worth(balance.total_worth)
  total = total + indicative
  rows[#rows + 1] = {
    balance = balance:label(), available = balance.amount, reserved = balance.reserved_amount,
    worth = indicative, operable = balance:operable(),
  }
  bars[#bars + 1] = { label = balance:label(), value = indicative }
end

out.table(rows, { title = me.name, columns = { "balance", "available", "reserved", "worth", "operable" } })
out.print("")
out.chart(bars, { title = "worth in " .. args.base .. ", indicative" })
out.print("")
out.print("total, indicative:", total)
out.print("total, the bank's own:", me:total_funds(args.base).total_worth)

return { total = total, balances = rows }
