-- The tour: touches the operations of the account once each, and shows it before and after.
--
-- Why: to see in one go what there is: profiles, balances, rates, a quote, a conversion, a jar, deposit capacity, total
-- funds, a transfer, activities, a statement, and the proof that the ledger agrees. It cleans up what it opened, except
-- for what it moved.
-- What it may move: 250 EUR into GBP, 1000 EUR into a jar and 40 back, 100 EUR into a pound jar, 20 GBP to a recipient,
-- which is called off and comes back; test money into the personal profile.

script {
  name = "tour", version = 1,
  summary = "Touches the operations of the account once each and shows it before and after.",
}

local me = wise.profile { type = "business" }

local function show(title)
  out.table(me:balances(), { title = title, columns = { "id", "currency", "name", "amount", "investment_state" } })
  out.print("")
end

for _, profile in ipairs(wise.profiles()) do out.print("profile", profile.id, profile.type, profile.name) end
out.print("currencies", #wise.currencies())
out.print("EUR/GBP, mid-market", wise.rates { source = "EUR", target = "GBP" }[1].value)
out.print("")
show("before")

-- Who asks, what anybody would pay, and what a recipient in pounds would have to tell.
out.print("user", wise.user().name)
out.print("estimate", wise.estimate { source = EUR "250.00", target = "GBP" }.target_amount)
for _, form in ipairs(me:recipient_requirements { source = EUR "250.00", target = "GBP" }) do
  out.print("a recipient by", form.type, "needs", #form.inputs, "details")
end
local draft = me:quote { source = EUR "250.00", target = "GBP", pay_out = "BANK_TRANSFER" }
draft = me:update_quote { quote = draft, pay_out = "BALANCE" }
out.print("the quote pays out by", me:read_quote(draft).pay_out)

-- A quote promises a price; using it converts.
local quote = me:quote { source = EUR "250.00", target = "GBP" }
out.print("quote", quote.source_amount, "->", quote.target_amount, "fee", quote.fee, "until", quote.expires_at)
local conversion = me:convert(quote)
out.print("converted by movement", conversion.id)

-- Into a jar and back, within a currency.
local jar = me:jar { name = "Summer", currency = "EUR", create = true }
me:move { from = "EUR", to = jar, amount = EUR "1000.00" }
me:move { from = jar, to = "EUR", amount = EUR "40.00" }
out.print("jar", jar:label(), me:balance(jar.id).amount)

-- Into a jar of another currency, by a quote.
local pounds = me:jar { name = "Fair", currency = "GBP", create = true }
me:move { from = "EUR", to = pounds, quote = me:quote { source = EUR "100.00", target = "GBP" } }
out.print("jar", pounds:label(), me:balance(pounds.id).amount)

-- A balance that holds nothing is opened and closed.
local francs = me:find_balance "CHF" or me:open_balance { currency = "CHF" }
if francs.amount:is_zero() then me:close_balance(francs) end
out.print("a franc balance was opened and closed:", me:find_balance "CHF" == nil)

-- Deposit capacity of the personal profile, before and after test money comes in.
local personal = wise.profile { type = "personal" }
out.print("capacity", personal:capacity("SGD").limit)
personal:excess_account { recipient = 148393305 }
personal:top_up { balance = "SGD", amount = SGD "500.00" }
out.print("capacity after 500.00 SGD", personal:capacity("SGD").limit)
out.print("")

-- Sending: a recipient is written down, a transfer is ordered and paid for, then called off, so that the money returns.
local payee = me:create_recipient {
  currency = "GBP", type = "sort_code", name = "Tour Example Ltd",
  details = { legalType = "BUSINESS", sortCode = "231470", accountNumber = "28821822" },
}
local price = me:quote { source = GBP "20.00", target = "GBP", recipient = payee }
local transfer = me:transfer { recipient = payee, quote = price, reference = "tour" }
out.print("transfer", transfer.id, transfer.status, "paid", transfer:fund().status, #transfer:payments(), "payment")
transfer:cancel()
out.print("called off:", transfer:refresh().status, "of", #me:transfers {}, "transfers")
payee:deactivate()
out.print("recipients in use", #me:recipients {}, "activities", #me:activities { limit = 30 })

-- Where others pay into, and what the account may hold.
out.print("bank details", #me:bank_details {}, "orders", #me:bank_details_orders {})
out.print("may hold", #me:available_currencies(), "currencies, paid into in", #me:pay_in_currencies())
out.print("account", me:account().id, wise.eligibility().code)
out.print("")

-- What the account is worth, and whether the statement of the last days adds up.
local funds = me:total_funds "EUR"
out.print("worth", funds.total_worth, "available", funds.total_available)
local statement = me:statement { balance = "EUR", from = "2026-10-01", to = "2026-11-30" }
local sum = statement.opening
for _, line in ipairs(statement.lines) do sum = sum + line.amount end
check(sum == statement.closing, "opening and lines give %s, not %s", sum, statement.closing)
out.print("statement", statement.opening, "+", #statement.lines, "lines =", statement.closing)
out.print("")

show("after")

local ledger = sim.check()
check(ledger.balanced, "the ledger does not balance")
out.print("the ledger agrees:", ledger.entries, "entries")

return { worth = funds.total_worth, entries = ledger.entries }
