-- Builds the surface of the scripts from the host's functions and their descriptions.
local host = ...

-- What the surface uses is held here, so that a script cannot change it from outside.
local error, ipairs, pairs, pcall, print = error, ipairs, pairs, pcall, print
local rawset, select, setmetatable, tostring, type = rawset, select, setmetatable, tostring, type
local find, format, match = string.find, string.format, string.match
local concat, unpack, math_type = table.concat, table.unpack, math.type

local error_class = host.class("error")

local function raise(fields)
  error(setmetatable(fields, error_class), 0)
end

local described = {}                      -- function -> its key, for help

-- Classes: tables whose methods and `raw` come from a metatable.
local classes = {}

local function class(name)
  local methods = {}
  classes[name] = methods
  host.class(name, {
    __name = name,
    __index = function(object, key)
      if key == "raw" then
        local text = host.raw(object)
        return text and host["json.decode"](text) or nil
      end
      return methods[key]
    end,
    __tostring = function(object)
      return name .. " " .. host["show.fields"](object)
    end,
    __metatable = false,
  })
  return methods
end

for _, name in ipairs(host["surface.classes"]()) do class(name) end

local Profile, Balance = classes.profile, classes.balance

function Balance.operable(self)
  return self.visible and self.investment_state == "NOT_INVESTED"
end

function Balance.label(self)
  if self.name then return self.currency .. " " .. self.name end
  return self.currency
end

-- Goes through a list page by page: a page is asked for when the one before it is used up.
local function iterator(page_after, count)
  return function(...)
    local arguments = { ... }
    if arguments[count] == nil then arguments[count] = {} end
    local items, index, is_last, seen = {}, 0, false, {}
    return function()
      while index >= #items do
        if is_last then return nil end
        local page = page_after(unpack(arguments, 1, count + 1))
        local cursor = page.cursor
        if cursor ~= nil and seen[cursor] then
          raise { kind = "unexpected_answer", code = "pages_repeat",
                  message = "the bank's pages lead back to one that was read already" }
        end
        items, index, is_last, arguments[count + 1] = page.items, 0, cursor == nil, cursor
        if cursor ~= nil then seen[cursor] = true end
      end
      index = index + 1
      return items[index]
    end
  end
end

-- One approval for all reads in a function; the window closes however the function ends.
local closing = setmetatable({}, { __close = function() host["sca.close"]() end, __metatable = false })

local function sca_window(body, ...)
  if type(body) ~= "function" then
    raise { kind = "usage", code = "wrong_type", message = "sca_window takes a function, not a " .. type(body),
            hint = "help(\"profile.sca_window\")" }
  end
  host["sca.open"]()
  local window <close> = closing
  return body(...)
end

-- Functions of profiles that are written in Lua, each also for the profile in use.
local written = {
  sca_window = { function(_, ...) return sca_window(...) end, sca_window },
}

-- Modules from the descriptions.
local modules = { wise = {}, money = {}, sim = {}, out = {}, log = {} }
local amount_methods, number_methods = host.methods("money"), host.methods("decimal")

for _, entry in ipairs(host["surface.list"]()) do
  local module, name, key = entry.module, entry.name, entry.key
  local call = host[key]
  if module == "profile" then
    local on_profile_in_use = host["wise." .. name]
    if entry.iterates then call, on_profile_in_use = iterator(call, 2), iterator(on_profile_in_use, 1) end
    if written[name] then call, on_profile_in_use = unpack(written[name]) end
    Profile[name], modules.wise[name] = call, on_profile_in_use
    described[call], described[on_profile_in_use] = key, key
  elseif classes[module] then
    -- The methods that are written in Lua stand above.
    classes[module][name] = classes[module][name] or call
    described[classes[module][name]] = key
  elseif module == "amount" then
    amount_methods[name] = call
    described[call] = key
  elseif module == "number" then
    number_methods[name] = call
    described[call] = key
  elseif module == "" then
    if call then
      rawset(_G, name, call)
      described[call] = key
    end
  else
    modules[module][name] = call
    described[call] = key
  end
end

-- A module is seen through an empty table, so that nothing in it can be replaced. An unknown member is a slip: say so,
-- and what was meant.
local faces = {}

for name, members in pairs(modules) do
  local face = setmetatable({}, {
    __index = function(_, key)
      local member = members[key]
      if member ~= nil then return member end
      raise { kind = "usage", code = "unknown_function", message = name .. " has no '" .. tostring(key) .. "'",
              hint = host["surface.suggest"](name, tostring(key)) }
    end,
    __newindex = function()
      raise { kind = "usage", code = "read_only", message = "the module " .. name .. " cannot be changed",
              hint = "Keep your own values in local variables" }
    end,
    __pairs = function() return pairs(members) end,
    __call = name == "money" and function(_, ...) return host["money.of"](...) end or nil,
    __metatable = false,
  })
  faces[name] = face
  rawset(_G, name, face)
end

-- The same for methods: me:balanecs() names the slip instead of calling nil.
for name, methods in pairs(classes) do
  setmetatable(methods, {
    __index = function(_, key)
      if type(key) == "string" and not host["surface.is_field"](name, key) then
        raise { kind = "usage", code = "unknown_member", message = "a " .. name .. " has no '" .. key .. "'",
                hint = host["surface.suggest"](name, key) }
      end
      return nil
    end,
  })
end

function check(condition, message, ...)
  if condition then return condition end
  local text, hint = "the check failed", nil
  if message ~= nil then
    local values = {}
    for index = 1, select("#", ...) do values[index] = tostring((select(index, ...))) end
    local is_format, result = pcall(format, tostring(message), unpack(values))
    text = is_format and result or tostring(message)
    if not is_format then hint = "The message is shown as it stands: use %s for each value, and %% for a percent sign" end
  end
  raise { kind = "check", code = "check_failed", message = text, hint = hint }
end
described[check] = "check"

-- The host reads the head before the run and expects to meet it once, or not at all.
local heads_left = host["script.heads"]()

function script(head)
  if type(head) ~= "table" then
    raise { kind = "usage", code = "no_head", message = "script takes a table", hint = "help(\"script\")" }
  end
  if heads_left == 0 then
    raise { kind = "usage", code = "late_head", message = "script{ ... } stands once, before anything else happens",
            hint = "Move it to the top of the file: what comes before it would run without its parameters" }
  end
  heads_left = heads_left - 1
end
described[script] = "script"

function help(topic)
  local key = described[topic]
  if topic == nil then
    print(host["surface.overview"]())
    return
  elseif not key and type(topic) == "string" then
    key = topic
  elseif not key then
    for name, face in pairs(faces) do
      if face == topic then key = name end
    end
    key = key or host.kind(topic)
  end
  if key then
    print(host["surface.help"](key))
  else
    print("Nothing is known about this " .. type(topic) .. ". help() lists what there is.")
  end
end
described[help] = "help"

-- A slip in the name of an argument is an error, never a silent nil.
local arguments = host["script.arguments"]()
local argument_names = {}
for name in pairs(arguments) do argument_names[#argument_names + 1] = name end

rawset(_G, "args", setmetatable(arguments, {
  __index = function(_, key)
    raise { kind = "usage", code = "unknown_argument", message = "args has no '" .. tostring(key) .. "'",
            hint = host["suggest"](tostring(key), argument_names) }
  end,
  __newindex = function()
    raise { kind = "usage", code = "read_only", message = "args cannot be changed",
            hint = "Keep your own values in local variables" }
  end,
  __metatable = false,
}))

-- EUR "12.30": a constructor for each currency, made when its name is first used.
setmetatable(_G, {
  __index = function(_, name)
    if type(name) == "string" and match(name, "^%u%u%u$") then
      host["currency.check"](name)
      local function constructor(amount) return host["money.of"](amount, name) end
      rawset(_G, name, constructor)
      described[constructor] = "money.of"
      return constructor
    end
    return nil
  end,
})

-- What the prompt prints.
local shown_depth = 4

local function display(value, depth, indentation)
  local kind = type(value)
  if kind == "string" then return depth == 0 and value or format("%q", value) end
  if kind ~= "table" then return tostring(value) end
  if depth >= shown_depth then return "{ ... }" end
  local inner = indentation .. "  "
  local parts = {}
  local length = #value
  for index = 1, length do
    parts[#parts + 1] = inner .. display(value[index], depth + 1, inner)
  end
  -- Pairs goes in order: numbers, then texts, then the rest.
  for key, member in pairs(value) do
    local is_listed = math_type(key) == "integer" and key >= 1 and key <= length
    if not is_listed then
      local name = type(key) == "string" and key or "[" .. tostring(key) .. "]"
      parts[#parts + 1] = inner .. name .. " = " .. display(member, depth + 1, inner)
    end
  end
  if #parts == 0 then return "{}" end
  if #parts <= 4 then
    local flat = {}
    for index, part in ipairs(parts) do flat[index] = match(part, "^%s*(.*)$") end
    local line = "{ " .. concat(flat, ", ") .. " }"
    if #line <= 100 and not find(line, "\n", 1, true) then return line end
  end
  return "{\n" .. concat(parts, ",\n") .. "\n" .. indentation .. "}"
end

host.display = function(value)
  local kind = type(value)
  if kind == "table" and host.kind(value) == "error" then return tostring(value) end
  return display(value, 0, "")
end
