import LuaRuntime
import Scripting
import Testing

@Suite("The description of the surface")
struct SurfaceTests {
    static let functions = Surface.functions.map(\.key)

    @Test("has an example for each function that runs on the default world", arguments: functions)
    func example(key: String) async throws {
        let function = try #require(Surface.function(key))
        let workshop = try Workshop()
        try await workshop.run(function.example)
        let mention = function.module.isEmpty || function.module == "money" ? function.name : "\(function.name)"
        let isConstructor = key == "money.of"
        #expect(isConstructor || function.example.contains(mention), "the example calls the function")
    }

    @Test("says what each function does and takes, in its help", arguments: functions)
    func help(key: String) async throws {
        let function = try #require(Surface.function(key))
        let workshop = try Workshop()
        try await workshop.run("help(\"\(key)\")")
        let text = workshop.results()
        #expect(text.contains(function.summary))
        #expect(text.contains(function.example))
        #expect(text.contains("effect: \(function.effect.rawValue)"))
        // The value before the colon is no parameter for a reader.
        let written = function.hasReceiver ? function.parameters.dropFirst() : function.parameters[...]
        for parameter in written {
            #expect(text.contains("    \(parameter.name)  (\(parameter.type)"))
            #expect(text.contains(parameter.summary))
        }
    }

    @Test("names each function once")
    func unique() { #expect(Set(Self.functions).count == Self.functions.count) }

    @Test("names what is in the modules, nothing less and nothing more", arguments: ["wise", "money", "sim", "out", "log"])
    func modules(module: String) async throws {
        let live = try await keys(of: module)
        var described = Surface.functions.filter { $0.module == module }.map(\.name)
        // Each method of a profile is also there for the profile in use.
        if module == "wise" { described += Surface.functions.filter { $0.module == "profile" }.map(\.name) }
        #expect(live == described.sorted())
    }

    @Test("names what is global, besides Lua's own and the modules")
    func globals() async throws {
        let lua: Set = [
            "_G", "_VERSION", "assert", "collectgarbage", "coroutine", "debug", "error", "getmetatable", "ipairs", "load", "math",
            "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "select", "setmetatable",
            "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall",
        ]
        let live = try await keys(of: "_G").filter { !lua.contains($0) }
        let modules = ["wise", "money", "sim", "out", "log", "args"]
        #expect(live == (Surface.functions.filter { $0.module.isEmpty }.map(\.name) + modules).sorted())
    }

    @Test("names methods that are there", arguments: ["profile", "balance", "rate", "amount", "recipient", "transfer"])
    func methods(module: String) async throws {
        let objects = [
            "profile": "wise.profile()", "balance": "wise.balance(\"EUR\")", "amount": "EUR \"1\"",
            "rate": "wise.rates{ source = \"EUR\", target = \"USD\" }[1]", "recipient": "wise.recipients{}[1]",
            "transfer": "wise.transfers{}[1]",
        ]
        let object = try #require(objects[module])
        let workshop = try Workshop()
        for function in Surface.functions where function.module == module {
            let kind = try await workshop.run("return type((\(object)).\(function.name))")
            #expect(kind == "function", "\(function.key)")
        }
    }

    @Test("names the fields of each object, nothing less and nothing more")
    func fields() async throws {
        let workshop = try Workshop()
        let result = try await workshop.run(Self.everyObject)
        guard case .table(let classes) = result else {
            Issue.record("no table")
            return
        }
        #expect(classes.fields.map(\.key) == Surface.classes.map(\.name).sorted())
        for description in Surface.classes {
            guard case .table(let seen) = classes[description.name] else { continue }
            let always = Set(Self.names(seen["always"]))
            for field in description.fields where !field.type.hasSuffix("or nil") {
                #expect(always.contains(field.name), "\(description.name).\(field.name): present in every object")
            }
            #expect(
                Self.names(seen["ever"]) == description.fields.map(\.name).sorted(), "\(description.name): present in some object"
            )
        }
    }

    /// Objects of every class, with and without what is optional, reduced to the names of their fields.
    private static let everyObject = """
        local me = wise.profile()
        local personal = wise.profile { type = "personal" }
        local quote = me:quote { source = EUR "100", target = "GBP" }
        local disabled = me:quote { source = EUR "100", target = "CHF" }
        local conversion = me:convert(quote)
        local move = me:move { from = "EUR", to = me:jar { name = "Reserve", currency = "EUR" }, amount = EUR "1" }
        local statement = me:statement { balance = "EUR", from = "2026-10-01", to = "2026-11-30" }
        local payee = me:recipients { currency = "GBP" }[1]
        local paying = me:update_quote {
          quote = me:quote { source = EUR "50", target = "GBP", pay_out = "BANK_TRANSFER" }, recipient = payee,
        }
        local needs = me:transfer_requirements { recipient = payee, quote = paying }[1]
        local transfer = me:transfer { recipient = payee, quote = paying, reference = "INV-7" }
        local objects = {
          profile = wise.profiles(), balance = me:balances(), quote = { quote, disabled, paying },
          movement = { conversion, move },
          capacity = { me:capacity("EUR"), personal:capacity("SGD") },
          excess_account = { personal:excess_account { recipient = 1 } }, total_funds = { me:total_funds("EUR") },
          statement = { statement }, statement_line = statement.lines,
          rate = wise.rates { source = "EUR" }, currency = wise.currencies(),
          recipient = me:recipients {},
          requirements = {
            me:recipient_requirements { source = EUR "10", target = "GBP" }[1],
            me:recipient_requirements { source = EUR "10", target = "GBP" }[3],
            needs,
          },
          transfer = me:transfers {}, funding = { transfer:fund() }, payment = transfer:payments(),
          delivery = { transfer:delivery() },
          activity = me:activities {}, user = { wise.user() }, account = { me:account() },
          eligibility = { wise.eligibility { country = "US", state = "CA" }, wise.eligibility { country = "KP" } }, bank_details = me:bank_details {},
          bank_details_order = me:bank_details_orders {}, one_time_token = { me:authorise_session() },
        }
        local seen = {}
        for class, list in pairs(objects) do
          local count = {}
          for _, object in ipairs(list) do
            for name in pairs(object) do count[name] = (count[name] or 0) + 1 end
          end
          local always, ever = {}, {}
          for name, times in pairs(count) do
            ever[#ever + 1] = name
            if times == #list then always[#always + 1] = name end
          end
          seen[class] = { always = always, ever = ever }
        end
        return seen
        """

    private static func names(_ value: LuaValue) -> [String] {
        guard case .table(let table) = value else { return [] }
        return table.array.compactMap { if case .string(let name) = $0 { name } else { nil } }.sorted()
    }

    private func keys(of table: String) async throws -> [String] {
        Self.names(
            try await Workshop().run(
                "local names = {} for name in pairs(\(table)) do names[#names + 1] = name end return names"))
    }

    @Test("is shown for a function, a module, an object and a topic as text")
    func helpTopics() async throws {
        let workshop = try Workshop()
        for (call, says) in [
            ("help()", "profile:quote{ source=, target=, recipient=, pay_out= }"),
            ("help(wise.quote)", "it holds for 30 minutes"),
            ("help(wise.profile().quote)", "it holds for 30 minutes"), ("help(\"profile:quote\")", "it holds for 30 minutes"),
            ("help(\"quote\")", "a price that holds for 30 minutes"), ("help(EUR)", "never from a float"),
            ("help(sim)", "sim.deposit(balance, amount, [reference])"), ("help(wise.balance(\"EUR\"))", "reserved_amount"),
            ("help(\"qoute\")", "There is no 'qoute'"), ("help(check)", "check(condition, [message])"),
            ("help(money)", "money.zero(currency)"),
        ] {
            try await workshop.run(call)
            #expect(workshop.results().contains(says), "\(call)")
        }
    }

    @Test("keeps the API's own words under raw")
    func raw() async throws {
        let workshop = try Workshop()
        #expect(try await workshop.run("return wise.balance(\"EUR\").raw.investmentState") == "NOT_INVESTED")
        #expect(try await workshop.run("return wise.balance(\"EUR\").raw.amount.currency") == "EUR")
    }
}
