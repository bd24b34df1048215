import LuaRuntime
import Money
import Scripting
import Testing

@Suite("The head of a script")
struct ScriptHeadTests {
    private static func head(_ source: String) async throws -> ScriptHead? {
        let session = try Workshop(for: .script(arguments: LuaTable(), moduleFolders: [])).session
        return try await session.head(of: Array(source.utf8), chunkName: "test").map { try ScriptHead($0) }
    }

    /// A script with one parameter `a` of this declaration.
    private static func head(declaring declaration: String) async throws -> ScriptHead {
        try #require(try await head("script { name = 'x', params = { a = \(declaration) } }"))
    }

    private static func euro(_ text: String) throws -> LuaValue { .money(try Money(parsing: text + " EUR")) }

    @Test("is read without running what follows")
    func nothingRuns() async throws {
        let head = try #require(
            try await Self.head("script { name = 'sweep', summary = 'Sweeps.', version = 3 } wise.open_balance{} error('ran')"))
        #expect(head.name == "sweep")
        #expect(head.summary == "Sweeps.")
        #expect(head.version == 3)
        #expect(head.parameters.isEmpty)
    }

    @Test("is missing where something else happens first", arguments: ["", "print('x')", "wise.profiles()", "return 1"])
    func missing(source: String) async throws { #expect(try await Self.head(source) == nil) }

    @Test("declares every type, which reads the command line exactly")
    func types() async throws {
        let rows: [(type: String, text: String, value: LuaValue)] = [
            ("money", "12.30 EUR", try Self.euro("12.30")), ("money", "EUR 12.3", try Self.euro("12.30")),
            ("currency", "GBP", "GBP"), ("integer", "-3", -3),
            ("decimal", "0.050", .decimal(try ExactDecimal(parsing: "0.050"))), ("boolean", "true", true),
            ("boolean", "no", false),
            ("string", "a=b c", "a=b c"), ("date", "2026-10-31", "2026-10-31"),
            ("list<string>", "a, b,c", .table(LuaTable(array: ["a", "b", "c"]))),
            ("list<money>", "1 EUR,2.5 EUR", .table(LuaTable(array: [try Self.euro("1"), try Self.euro("2.5")]))),
            ("list<integer>", "1,2", .table(LuaTable(array: [1, 2]))),
        ]
        for row in rows {
            let head = try await Self.head(declaring: "{ '\(row.type)' }")
            #expect(try head.arguments(["--a", row.text])["a"] == row.value, "\(row.type) \(row.text)")
            #expect(try head.arguments(["--a=\(row.text)"])["a"] == row.value, "\(row.type) \(row.text)")
            #expect(head.helpText(file: "x.lua").contains("--a <\(row.type)>"))
            #expect(head.helpText(file: "x.lua").contains("must be given"))
        }
    }

    @Test("declares defaults as Lua values or as texts")
    func defaults() async throws {
        let rows: [(declaration: String, value: LuaValue)] = [
            ("{ 'money', default = EUR '5' }", try Self.euro("5")), ("{ 'money', default = '5.00 EUR' }", try Self.euro("5")),
            ("{ 'integer', default = 7 }", 7), ("{ 'decimal', default = 2 }", .decimal(ExactDecimal(2))),
            ("{ 'decimal', default = decimal '0.5' }", .decimal(try ExactDecimal(parsing: "0.5"))),
            ("{ 'boolean', default = false }", false), ("{ 'string', default = 'x' }", "x"),
            ("{ 'list<currency>', default = { 'EUR', 'GBP' } }", .table(LuaTable(array: ["EUR", "GBP"]))),
        ]
        for row in rows {
            let head = try await Self.head(declaring: row.declaration)
            #expect(try head.arguments([])["a"] == row.value, "\(row.declaration)")
        }
    }

    @Test("lets a boolean stand alone or be denied, and a list be repeated")
    func shortForms() async throws {
        let flag = try await Self.head(declaring: "{ 'boolean', default = false }")
        #expect(try flag.arguments(["--a"])["a"] == true)
        #expect(try flag.arguments(["--no-a"])["a"] == false)
        #expect(try flag.arguments(["--a", "false"])["a"] == false)
        let list = try await Self.head(declaring: "{ 'list<integer>' }")
        #expect(try list.arguments(["--a", "1", "--a", "2,3"])["a"] == .table(LuaTable(array: [1, 2, 3])))
        let long = try #require(try await Self.head("script { name = 'x', params = { max_fee = { 'decimal' } } }"))
        #expect(try long.arguments(["--max-fee", "0.1"])["max_fee"] == .decimal(try ExactDecimal(parsing: "0.1")))
    }

    @Test(
        "refuses a value that is not of its type",
        arguments: [
            ("money", "5"), ("money", "5 EURO"), ("money", "1,50 EUR"), ("currency", "eur"), ("currency", "EURO"),
            ("integer", "1.0"),
            ("integer", "99999999999999999999"), ("decimal", "0,5"), ("decimal", "five"), ("boolean", "maybe"),
            ("date", "2026-02-30"), ("date", "31.10.2026"), ("list<integer>", "1,x"),
        ])
    func mismatch(type: String, text: String) async throws {
        let head = try await Self.head(declaring: "{ '\(type)' }")
        let error = try #require(throws: LuaRaisedError.self) { try head.arguments(["--a", text]) }
        #expect(error.message.hasPrefix("--a: "))
        #expect(["usage", "money"].contains(error.kind))
    }

    @Test("refuses words that it does not declare, and asks for those that it needs")
    func words() async throws {
        let head = try await Self.head(declaring: "{ 'integer' }")
        let rows: [(words: [String], message: String)] = [
            ([], "--a must be given (integer)"), (["--a"], "--a needs a value (integer)"),
            (["--b", "1"], "this script has no option '--b'"), (["stray"], "'stray' is no option of this script"),
            (["--no-a"], "this script has no option '--no-a'"),
        ]
        for row in rows {
            let error = try #require(throws: LuaRaisedError.self) { try head.arguments(row.words) }
            #expect(error.message == row.message)
        }
    }

    @Test(
        "refuses what no head can say",
        arguments: [
            ("script { nam = 'x' }", "Did you mean 'name'?"), ("script { summary = 'x' }", "script{ name = \"sweep\", ... }"),
            ("script { name = 'x', params = { a = 'money' } }", "Write a = { \"money\" }"),
            ("script { name = 'x', params = { a = { 'list<list<money>>' } } }", "Write a = { \"money\" }"),
            ("script { name = 'x', params = { a = { 'money', defualt = '1 EUR' } } }", "Did you mean 'default'?"),
            ("script { name = 'x', params = { a = { 'integer', default = 1.5 } } }", "Write it as 3"),
            ("script { name = 'x', params = { a = { 'money', default = 1.5 } } }", "Write it as \"12.30 EUR\""),
        ])
    func refused(source: String, hint: String) async throws {
        let error = try await #require(throws: LuaRaisedError.self) { try await Self.head(source) }
        #expect(error.hint?.hasPrefix(hint) == true, "\(error.hint ?? "no hint")")
    }

    @Test("explains its parameters")
    func help() async throws {
        let head = try #require(
            try await Self.head(
                """
                script { name = "pay", summary = "Pays.", params = {
                  amount = { "money", default = "5.00 EUR", help = "what leaves" }, to = { "currency" } } }
                """))
        #expect(
            head.helpText(file: "pay.lua") == """
                Pays.

                usage: florin run pay.lua [options]

                  --amount <money>  what leaves (default 5.00 EUR)
                  --to <currency>   (must be given)

                example: florin run pay.lua --amount "5.00 EUR"
                """)
    }

    @Test("gives the arguments to the script")
    func arguments() async throws {
        let arguments: LuaTable = ["amount": try Self.euro("2.50"), "words": .table(LuaTable(array: ["a", "b"]))]
        let workshop = try Workshop(for: .script(arguments: arguments, moduleFolders: []))
        let value = try await workshop.run("script { name = 'x' } return args.amount + args.amount, #args.words")
        #expect(value == (try Self.euro("5.00")))
    }
}
