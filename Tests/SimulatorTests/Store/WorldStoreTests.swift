import Foundation
import Money
import Simulator
import Testing
import WiseAPI

@Suite("A stored world")
struct WorldStoreTests {
    @Test("is the same after closing and opening, to the byte of each answer")
    func reopening() async throws {
        let folder = try StateFolder()
        let key = "4b1c8a52-3f0e-4ad0-9b53-6a1d51f2f6f3"
        let (path, body) = try await convert(folder, key)
        let stored = try WorldStore(path: folder.world)
        let client = BankClient(bank: try SimulatedBank(store: stored))
        let memory = BankClient(bank: SimulatedBank())
        #expect(try await client.bank.ledgerCheck().isBalanced)
        // The key was kept with its answer, the quote as used, the clock as advanced.
        let again = try await client.send(.post, path, body, key: key)
        #expect(again.isSuccess)
        #expect(try await client.send(.post, path, body, key: "0c7a0f0e-8a3f-4d7c-bb0e-4a5f5f0f8f10").isSuccess == false)
        #expect(try await client.clock() == memory.clock().adding(seconds: 60))
        #expect(try await client.balance("EUR").amount != memory.balance("EUR").amount)
    }

    @Test("gives the answers that a world in memory gives")
    func sameAsInMemory() async throws {
        let folder = try StateFolder()
        let memory = BankClient(bank: SimulatedBank())
        for target in ["/v2/profiles", "/_simulator/ledger"] {
            // Opened anew each time, so that everything went through the file.
            let stored = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
            #expect(try await stored.send(.get, target).body == memory.send(.get, target).body)
        }
        let stored = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let balances = "/v4/profiles/\(try await memory.business())/balances?types=STANDARD,SAVINGS"
        #expect(try await stored.send(.get, balances).body == memory.send(.get, balances).body)
    }

    @Test("belongs to its user alone")
    func modes() throws {
        let folder = try StateFolder()
        _ = try WorldStore(path: folder.world)
        #expect(try folder.mode(folder.world) == 0o600)
        #expect(try folder.mode(folder.path + "/state") == 0o700)
    }

    @Test("leaves one file behind when it is closed")
    func oneFile() throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        #expect(try folder.names() == ["world.sqlite"])
    }

    @Test("clears away what a process left that was killed while it made the file")
    func abandonedDrafts() throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        let bytes = try folder.bytes()
        // No process has a number beyond the greatest that the kernel gives out.
        try bytes.prefix(5000).write(to: URL(filePath: folder.world + ".new-2147483646-1"))
        try FileManager.default.removeItem(atPath: folder.world)
        do { _ = try WorldStore(path: folder.world) }
        #expect(try folder.names() == ["world.sqlite"])
    }

    @Test("is shared: each bank sees at once what another one wrote, and both write")
    func sharing() async throws {
        let folder = try StateFolder()
        let first = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let second = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let before = try await first.balance("EUR").amount.amount
        for _ in 0..<5 {
            #expect(try await first.deposit("1.00", "EUR").isSuccess)
            #expect(try await second.deposit("0.10", "EUR").isSuccess)
            #expect(try await first.balance("EUR") == second.balance("EUR"))
        }
        let after = try await second.balance("EUR").amount.amount
        #expect(try after.subtracting(before).description == "5.50")
        #expect(try await first.bank.ledgerCheck().isBalanced)
    }

    @Test("is shared by tasks that write at the same time: nothing is lost")
    func writingTogether() async throws {
        let folder = try StateFolder()
        let path = folder.world
        let start = BankClient(bank: try SimulatedBank(store: try WorldStore(path: path)))
        let before = try await start.balance("EUR").amount.amount
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: path)))
                    for _ in 0..<10 { #expect(try await client.deposit("0.25", "EUR").isSuccess) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await start.balance("EUR").amount.amount.subtracting(before).description == "10.00")
        #expect(try await start.bank.ledgerCheck().isBalanced)
    }

    @Test("keeps what steers the world: rates, faults, settings, snapshots restored")
    func steering() async throws {
        let folder = try StateFolder()
        do {
            let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
            _ = try await client.json(.post, "/_simulator/snapshots", #"{"name": "start"}"#)
            #expect(try await client.deposit("5.00", "GBP").isSuccess)
            _ = try await client.json(.post, "/_simulator/snapshots/start/restore")
            _ = try await client.json(.post, "/_simulator/rate", #"{"source": "EUR", "target": "USD", "rate": 1.25}"#)
            _ = try await client.json(
                .post, "/_simulator/fault", #"{"route": "listProfiles", "kind": "server_error", "nth": 1, "times": 1}"#)
        }
        let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        #expect(try await client.send(.get, "/v2/profiles").status == 500)
        let rates = try await client.json(.get, "/v1/rates?source=EUR&target=USD")
        #expect(rates.arrayValue?.first?["rate"]?.decimalValue?.description == "1.25")
        #expect(try await client.balance("GBP") == BankClient(bank: SimulatedBank()).balance("GBP"))
        // The fault was struck once, and that is kept too.
        let later = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        #expect(try await later.send(.get, "/v2/profiles").status == 200)
    }

    @Test("keeps settings, keys, tokens, approvals and waiting one-time tokens")
    func proof() async throws {
        let folder = try StateFolder()
        let memory = WorldCaller()
        let token: String
        let target: String
        do {
            var caller = memory
            target = try caller.statementTarget()
            let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
            _ = try await client.json(.post, "/_simulator/settings", #"{"sca":"on","rateLifetime":"2h"}"#)
            let pem = JSONValue.object(["pem": .string(try TestKey.made().publicPEM)])
            _ = try await client.json(.post, "/_simulator/keys", String(decoding: pem.bytes, as: UTF8.self))
            let reader = #"{"token":"7d3c8f2a-1111-4222-8333-444455556666","readOnly":true}"#
            _ = try await client.json(.post, "/_simulator/tokens", reader)
            let pin = "/v2/profiles/\(WorldCaller.business)/pin"
            #expect(try await client.send(.post, pin, #"{"pin":"1234"}"#).status == 200)
            token = try await client.send(.get, target).demandedToken()
        }
        let bank = try SimulatedBank(store: try WorldStore(path: folder.world))
        let client = BankClient(bank: bank)
        var headers: HeaderFields = ["Authorization": BankClient.token, "x-2fa-approval": token]
        headers["X-Signature"] = try TestKey.made().signature(of: token)
        let request = try #require(APIRequest(method: "GET", target: target, headers: headers, body: []))
        #expect(await bank.respond(to: request).isApproved)
        #expect(try await client.json(.get, "/_simulator/tokens").arrayValue?.count == 1)
        let later = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        #expect(try await later.send(.get, target).status == 200)
        _ = try await later.json(.post, "/_simulator/settings", #"{"sca":"off","rateLifetime":"30m"}"#)
        let last = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let settings = try await last.json(.get, "/_simulator/settings").arrayValue ?? []
        #expect(settings.first { $0["name"]?.stringValue == "sca" }?["value"]?.stringValue == "off")
    }

    /// Converts a little and advances the clock; gives the request that did it.
    private func convert(_ folder: StateFolder, _ key: String) async throws -> (path: String, body: String) {
        let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: folder.world)))
        let profile = try await client.business()
        let quote = try await client.json(
            .post, "/v3/profiles/\(profile)/quotes",
            #"{"sourceCurrency": "EUR", "targetCurrency": "GBP", "sourceAmount": 100, "payOut": "BALANCE"}"#)
        let body = #"{"type": "CONVERSION", "quoteId": "\#(try #require(quote["id"]?.stringValue))"}"#
        let path = "/v2/profiles/\(profile)/balance-movements"
        let answer = try await client.send(.post, path, body, key: key)
        #expect(answer.isSuccess)
        _ = try await client.json(.post, "/_simulator/clock", #"{"advanceSeconds": 60}"#)
        return (path, body)
    }
}
