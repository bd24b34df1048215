-- Rebalance to target weights: brings the shares of the currencies back to where they should be.
--
-- Why: what is held in each currency drifts. The script values all balances at mid-market rates, shares the total by the
-- weights, and converts from those that hold too much into those that hold too little. It needs at most one conversion
-- less than there are currencies. Fees and quoted prices differ a little from mid-market, so it aims at a band, not a point.
-- What it may move: money between the balances that are named in the weights.

script {
  name = "rebalance", version = 1,
  summary = "Brings currency shares back to their weights with few conversions.",
  params = {
    weights = { "list<string>", default = { "EUR=50", "USD=30", "GBP=20" }, help = "currency=weight, with commas between" },
    band = { "decimal", default = "0.02", help = "a share may differ from its weight by so much of the total" },
    base = { "currency", default = "EUR", help = "the currency in which shares are compared" },
  },
}

local me = wise.profile()

-- The worth of an amount in another currency, at mid-market: good for comparing, not a price.
local function worth(amount, currency, mode)
  if amount.currency == currency then return amount end
  return wise.rates { source = amount.currency, target = currency }[1]:convert(amount, mode)
end

local order, weights = {}, {}
for _, text in ipairs(args.weights) do
  local currency, weight = text:match("^(%u%u%u)=([%d.]+)$")
  check(currency, "'%s' should look like EUR=50", text)
  order[#order + 1] = currency
  weights[currency] = decimal(weight)
end

local held, total = {}, money.zero(args.base)
for _, currency in ipairs(order) do
  held[currency] = worth(me:balance(currency).amount, args.base, "half_even")
  total = total + held[currency]
end

-- The goals add up to the total exactly: allocation loses no unit.
local goal = total:allocate(weights)
local least = (total * args.band):round("half_even")

local over, under = {}, {}
for _, currency in ipairs(order) do
  local gap = held[currency] - goal[currency]
  if gap:abs() >= least then
    local side = gap:is_positive() and over or under
    side[#side + 1] = { currency = currency, gap = gap:abs() }
  end
end

local function largest_first(one, other) return other.gap < one.gap end
table.sort(over, largest_first)
table.sort(under, largest_first)

local function show(title)
  local rows, bars = {}, {}
  for _, currency in ipairs(order) do
    local amount = me:balance(currency).amount
    rows[#rows + 1] = { currency = currency, weight = weights[currency], amount = amount, worth = worth(amount, args.base, "half_even") }
    bars[#bars + 1] = { label = currency, value = worth(amount, args.base, "half_even") }
  end
  out.table(rows, { title = title, columns = { "currency", "weight", "amount", "worth" } })
  out.chart(bars)
  out.print("")
end

show("before")

local movements = {}
local i, j = 1, 1
while over[i] and under[j] do
  local part = money.min(over[i].gap, under[j].gap)
  local quote = me:quote { source = worth(part, over[i].currency, "down"), target = under[j].currency }
  movements[#movements + 1] = me:convert(quote)
  over[i].gap = over[i].gap - part
  under[j].gap = under[j].gap - part
  if over[i].gap:is_zero() then i = i + 1 end
  if under[j].gap:is_zero() then j = j + 1 end
end

if #movements == 0 then
  out.print("every share is within its band: nothing to convert")
else
  out.table(movements, { title = "conversions", columns = { "id", "source_amount", "target_amount", "fee", "rate" } })
  out.print("")
  show("after")
end

return movements
