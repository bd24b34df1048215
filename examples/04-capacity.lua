-- Capacity before a top-up: how much may still be sent in.
--
-- Why: some countries limit what an account may hold (Singapore is one). Money above the limit is moved out at the end of
-- the day, so it is better not to send it. The script answers how much may come today and leaves a little room for money
-- that is already on its way. On the simulator it then sends that much, and sees that the capacity shrinks by it.
-- What it may move: nothing at a bank; on the simulator, test money into the personal profile.

script {
  name = "capacity", version = 1,
  summary = "Checks the regulatory hold limit before money is sent in.",
  params = {
    want = { "money", default = "12000.00 SGD", help = "how much should come in" },
    headroom = { "decimal", default = "0.05", help = "the share of the capacity that stays free" },
  },
}

check(args.headroom < 1, "the headroom is a share below 1, not %s", args.headroom)

local me = wise.profile { type = "personal" }
local currency = args.want.currency
local capacity = me:capacity(currency)

local now = args.want
if capacity.has_limit then
  local room = (capacity.limit * (decimal "1" - args.headroom)):round("down")
  now = money.min(args.want, room)
end
local later = args.want - now

out.print("profile", me.name)
out.print("capacity", capacity.limit or "without limit")
out.print("may be sent today", now)
out.print("hold back", later)

if now:is_positive() then
  local before = me:balance(currency).amount
  local after = me:top_up { balance = currency, amount = now, channel = "TRANSFER" }
  check(after == before + now, "%s arrived, not %s", after - before, now)
  if capacity.has_limit then
    check(me:capacity(currency).limit == capacity.limit - now, "the capacity did not shrink by what came in")
  end
  out.print("balance", before, "->", after)
end

return { send_now = now, send_later = later }
