-- Builds the surface of the scripts from the host's functions and their descriptions.
local host = ...

-- What the surface uses is held here, so that a script cannot change it from outside.
local error, getmetatable, ipairs, next, pairs, pcall, print = error, getmetatable, ipairs, next, pairs, pcall, print
local rawget, rawset, select, setmetatable, tostring, type = rawget, rawset, select, setmetatable, tostring, type
local find, format, match = string.find, string.format, string.match
local concat, sort, unpack = table.concat, table.sort, table.unpack

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

local Profile, Balance, Rate = classes.profile, classes.balance, classes.rate

function Balance.operable(self)
  return self.visible and self.investment_state == "NOT_INVESTED"
end

function Balance.label(self)
  if self.name then return self.currency .. " " .. self.name end
  return self.currency
end

-- Modules from the descriptions.
local modules = { wise = {}, money = {}, sim = {}, out = {}, log = {} }
local amount_methods = host.methods("money")

for _, entry in ipairs(host["surface.list"]()) do
  local module, name, key = entry.module, entry.name, entry.key
  local call = host[key]
  if module == "profile" then
    Profile[name] = function(self, ...)
      local id = type(self) == "table" and rawget(self, "id") or nil
      if not id then
        raise { kind = "usage", code = "no_profile", message = "profile:" .. name .. " needs a profile before the colon",
                hint = "Write me:" .. name .. "... with me = wise.profile()" }
      end
      return call(id, ...)
    end
    modules.wise[name] = function(...) return call(nil, ...) end
    described[Profile[name]] = key
    described[modules.wise[name]] = key
  elseif module == "rate" then
    Rate[name] = call
    described[call] = key
  elseif module == "balance" then
    described[Balance[name]] = key
  elseif module == "amount" then
    amount_methods[name] = call
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

-- An unknown member of a module is a slip: say so, and what was meant.
for name, module in pairs(modules) do
  setmetatable(module, {
    __index = function(_, key)
      raise { kind = "usage", code = "unknown_function", message = name .. " has no '" .. tostring(key) .. "'",
              hint = host["surface.suggest"](name, tostring(key)) }
    end,
    __newindex = function()
      raise { kind = "usage", code = "read_only", message = "the module " .. name .. " cannot be changed",
              hint = "Keep your own values in local variables" }
    end,
    __call = name == "money" and function(_, ...) return host["money.of"](...) end or nil,
    __metatable = false,
  })
  rawset(_G, name, module)
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

function script(head)
  if type(head) ~= "table" then
    raise { kind = "usage", code = "no_head", message = "script takes a table", hint = "help(\"script\")" }
  end
end
described[script] = "script"

function help(topic)
  local text
  if topic == nil then
    text = host["surface.overview"]()
  elseif described[topic] then
    text = host["surface.help"](described[topic])
  elseif type(topic) == "string" then
    text = host["surface.help"](topic)
  else
    local name
    for module, members in pairs(modules) do
      if members == topic then name = module end
    end
    local meta_name = host.kind(topic)
    text = host["surface.help"](name or meta_name)
  end
  print(text)
end
described[help] = "help"

rawset(_G, "args", host["script.arguments"]())

-- EUR "12.30": a constructor for each currency, made when its name is first used.
setmetatable(_G, {
  __index = function(_, name)
    if type(name) == "string" and match(name, "^%u%u%u$") and host["currency.is_known"](name) then
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
  if next(value) == nil then return "{}" end
  if depth >= shown_depth then return "{ ... }" end
  local inner = indentation .. "  "
  local parts = {}
  local length = #value
  for index = 1, length do
    parts[#parts + 1] = inner .. display(value[index], depth + 1, inner)
  end
  local keys = {}
  for key in pairs(value) do
    if type(key) == "string" then keys[#keys + 1] = key end
  end
  sort(keys)
  for _, key in ipairs(keys) do
    parts[#parts + 1] = inner .. key .. " = " .. display(value[key], depth + 1, inner)
  end
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
