-- Month end: reads the statement of every balance and proves that it adds up.
--
-- Why: a statement is right when its opening balance and its lines give its closing balance, to the last unit. The script
-- checks that for each balance and jar, and shows what came in, what went out and what the fees were.
-- What it may move: nothing.

script {
  name = "month-end", version = 1,
  summary = "Reads the statement of every balance and checks that opening + lines = closing.",
  params = {
    from = { "date", default = "2026-10-01", help = "the first day, UTC" },
    to = { "date", default = "2026-10-31", help = "the last day, UTC" },
  },
}

local me = wise.profile()
local rows = {}

for _, balance in ipairs(me:balances()) do
  local statement = me:statement { balance = balance, from = args.from, to = args.to, type = "FLAT" }
  local came, went = money.zero(balance.currency), money.zero(balance.currency)

  for _, line in ipairs(statement.lines) do
    if line.amount:is_negative() then
      went = went + line.amount
    else
      came = came + line.amount
    end
  end

  check(statement.opening + came + went == statement.closing, "the statement of %s does not add up", balance:label())
  rows[#rows + 1] = {
    balance = balance:label(), opening = statement.opening, ["in"] = came, out = went,
    closing = statement.closing, lines = #statement.lines,
  }
end

out.table(rows, {
  title = me.name .. ", " .. args.from .. " to " .. args.to,
  columns = { "balance", "opening", "in", "out", "closing", "lines" },
})
out.print("every statement adds up")

return rows
