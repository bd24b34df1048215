-- Sweep to jars, both ways: keeps a floor in each balance.
--
-- Why: money above the floor belongs in a jar, and a balance that fell below it is refilled from that jar. Small
-- differences stay where they are. Running it twice moves nothing the second time.
-- What it may move: money between a balance and the jar of the same currency, never more than the difference to the floor.

script {
  name = "sweep", version = 1,
  summary = "Keeps a floor in each balance: the rest goes to a jar, a shortfall comes back.",
  params = {
    keep = { "list<money>", default = { "5000.00 EUR", "2000.00 GBP", "300000 JPY" }, help = "the floors, one for each currency" },
    jar = { "string", default = "Reserve", help = "the name of the jar in each currency; opened when there is none" },
    min = { "decimal", default = "50", help = "differences below so many units of a currency stay" },
  },
}

local me = wise.profile()
local rows = {}

for _, floor in ipairs(args.keep) do
  local balance = me:balance(floor.currency)
  local jar = me:jar { name = args.jar, currency = floor.currency, create = true }

  if balance:operable() and jar:operable() then
    local spare = balance.amount - floor
    local least = money(args.min, floor.currency)
    local movement

    if spare >= least then
      movement = me:move { from = balance, to = jar, amount = spare }
    elseif -spare >= least then
      local back = money.min(-spare, jar.amount)
      if back:is_positive() then
        movement = me:move { from = jar, to = balance, amount = back }
      end
      if back < -spare then
        log.warn("the jar does not hold enough:", jar:label(), "leaves", -spare - back, "missing")
      end
    end

    rows[#rows + 1] = {
      currency = floor.currency, floor = floor, before = balance.amount,
      after = me:balance(floor.currency).amount, jar = me:balance(jar.id).amount,
      movement = movement and movement.id or nil,
    }
  else
    log.warn("left alone, because it is invested:", balance:label(), jar:label())
  end
end

out.table(rows, { title = "sweep", columns = { "currency", "floor", "before", "after", "jar", "movement" } })

return rows
