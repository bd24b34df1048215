import LuaRuntime
import Scripting
import Testing
import WiseAPI

@Suite("What a script shows")
struct OutputTests {
    private static let rows = """
        { { balance = "EUR", amount = EUR "18410.41", share = decimal "0.5", ready = true },
          { balance = "JPY jar", amount = JPY "7", ready = false }, { balance = "Zürich", amount = EUR "-0.05", share = 1 } }
        """

    @Test("as a table stands in columns, numbers to the right, with a dash for what is absent")
    func table() async throws {
        let workshop = try Workshop()
        try await workshop.run(
            "out.table(\(Self.rows), { title = 'holdings', columns = { 'balance', 'amount', 'share', 'ready' } })")
        #expect(
            workshop.results() == """
                holdings
                balance        amount  share  ready
                EUR      18410.41 EUR    0.5  true
                JPY jar         7 JPY      -  false
                Zürich      -0.05 EUR      1  -

                """)
    }

    @Test("as a table without named columns has them all")
    func allColumns() async throws {
        let workshop = try Workshop()
        try await workshop.run("out.table({ { b = 1, a = 'x' }, { c = EUR '2' } })")
        #expect(workshop.results() == "a  b         c\nx  1         -\n-  -  2.00 EUR\n")
    }

    @Test("as a table without rows says so")
    func emptyTable() async throws {
        let workshop = try Workshop()
        try await workshop.run("out.table({}, { columns = { 'a', 'b' } })")
        #expect(workshop.results() == "a  b\n(nothing)\n")
    }

    @Test("as a chart has bars in proportion, hollow below zero")
    func chart() async throws {
        let workshop = try Workshop(width: 40)
        try await workshop.run(
            """
            out.chart({ { label = "EUR", value = EUR "200.00" }, { label = "jar", value = EUR "50.00" },
                        { label = "debt", value = EUR "-100.00" }, { label = "none", value = EUR "0.00" } }, { title = "worth" })
            """)
        #expect(
            workshop.results() == """
                worth
                EUR    200.00 EUR  \(String(repeating: "█", count: 21))
                jar     50.00 EUR  \(String(repeating: "█", count: 5))▎
                debt  -100.00 EUR  \(String(repeating: "░", count: 10))
                none     0.00 EUR  

                """)
    }

    @Test("by printing stands on one line, and what it logs is a message")
    func lines() async throws {
        let workshop = try Workshop()
        try await workshop.run(
            "out.print('fee', EUR '0.43', nil, true) out.print() print('a', 2) log.info('i', 1) log.error(EUR '1')")
        #expect(workshop.results() == "fee  0.43 EUR  nil  true\n\na\t2\n")
        #expect(workshop.messages() == "info: i  1\nerror: 1.00 EUR\n")
    }

    @Test("cannot steer the reader's terminal")
    func controls() async throws {
        let attack = "'a\\27[2Jb\\rc'"
        let terminal = try Workshop(isTerminal: true)
        try await terminal.run("print(\(attack)) out.print(\(attack)) out.table({ { text = \(attack) } })")
        #expect(!terminal.results().contains { $0 == "\u{1B}" || $0 == "\r" })
        let pipe = try Workshop()
        try await pipe.run("print(\(attack))")
        #expect(pipe.results() == "a\u{1B}[2Jb\rc\n", "a program gets what was written")
    }

    @Test(
        "refuses rows that are none",
        arguments: ["out.table(5)", "out.chart('x')", "out.chart({ { label = 'x' } })", "out.table({}, { columns = { 1 } })"])
    func refused(source: String) async throws {
        #expect(try await Workshop().failure(source).raised?.code == "wrong_type")
    }

    @Test(
        "at the prompt are its values",
        arguments: [
            ("EUR '1.5'", ["1.50 EUR"]), ("1, 'two', nil", ["1", "two", "nil"]), ("{}", ["{}"]), ("{ 1, 'a' }", ["{ 1, \"a\" }"]),
            ("local x = 1", []),
        ])
    func prompt(code: String, lines: [String]) async throws {
        #expect(try await Workshop().session.evaluate(code) == lines)
    }

    @Test("to programs is JSON in which no amount is a number")
    func json() async throws {
        let value = try await Workshop().run(
            """
            return { amount = EUR "12.3", yen = JPY "5", rate = decimal "1.0500", count = 3, on = true, float = 0.1,
                     list = { EUR "1", "x" }, nested = { text = "ä\\n" }, mixed = { 1, name = "n" }, f = print }
            """)
        #expect(
            value.outputJSON.text
                == """
                {"amount":{"value":"12.30","currency":"EUR"},"count":3,"f":null,"float":"0.1","list":[{"value":"1.00","currency":"EUR"},\
                "x"],"mixed":{"1":1,"name":"n"},"nested":{"text":"ä\\n"},"on":true,"rate":"1.0500","yen":{"value":"5","currency":"JPY"}}
                """)
        #expect(LuaValue.none.outputJSON == .null)
        #expect(LuaValue.table(LuaTable()).outputJSON.text == "[]")
    }
}
