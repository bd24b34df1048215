import Foundation
import Money
import Simulator
import Testing
import WiseAPI

@Suite("A stored world that cannot be used")
struct UnusableFileTests {
    /// Something that happens to the bytes of a good file.
    struct Harm: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: @Sendable (WorldStoreError) -> Bool
        let apply: @Sendable (inout Data) -> Void
    }

    private static let isDamaged: @Sendable (WorldStoreError) -> Bool = { error in
        if case .damaged = error { true } else { false }
    }

    static let harms = [
        Harm(testDescription: "empty", expected: isDamaged) { $0 = Data() },
        Harm(testDescription: "text", expected: isDamaged) { $0 = Data("not a database\n".utf8) },
        Harm(testDescription: "cut in the middle", expected: isDamaged) { $0 = $0.prefix($0.count / 2) },
        Harm(testDescription: "zeros over half of it", expected: isDamaged) { data in
            data.replaceSubrange(4096..<data.count / 2, with: Data(count: data.count / 2 - 4096))
        },
        Harm(testDescription: "another program's", expected: { if case .foreign = $0 { true } else { false } }) { data in
            data.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        },
        Harm(testDescription: "a later version's", expected: { if case .newer(_, 99) = $0 { true } else { false } }) { data in
            data.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        },
        Harm(testDescription: "an amount changed", expected: isDamaged) { data in
            // One digit of one posting, which no checksum of SQLite notices and the ledger does.
            guard let place = data.range(of: Data("bank:cash".utf8)) else { return }
            let digit = data.index(place.upperBound, offsetBy: 1)
            data[digit] = data[digit] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
        },
    ]

    @Test("is refused with the next step, and left byte for byte as it is", arguments: harms)
    func harmed(harm: Harm) throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        var bytes = try folder.bytes()
        harm.apply(&bytes)
        try folder.write(bytes)
        let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: folder.world) }
        #expect(harm.expected(error), "\(error)")
        #expect(error.description.contains(folder.world) && error.description.contains(": "))
        #expect(try folder.bytes() == bytes)
        #expect(try folder.names() == ["world.sqlite"])
    }

    @Test("is refused when no folder can be made for it")
    func noFolder() throws {
        let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: "/proc/none/world.sqlite") }
        guard case .notWritable = error else { throw error }
    }

    @Test("is refused when the folder may only be read, without a trace")
    func readOnlyFolder() async throws {
        let folder = try StateFolder()
        let (path, parent) = (folder.world, folder.path)
        await #expect(processExitsWith: .success) { [path = path as String, parent = parent as String] in
            // The rights of files do not bind the superuser.
            chmod(parent, 0o555)
            if geteuid() == 0 { try #require(setuid(65_534) == 0) }
            let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: path) }
            guard case .notWritable = error else { throw error }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
        chmod(parent, 0o755)
    }

    @Test("is refused when the file may only be read")
    func readOnlyFile() async throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        let (path, parent) = (folder.world, folder.path)
        chmod(path, 0o444)
        chmod(parent + "/state", 0o555)
        await #expect(processExitsWith: .success) { [path = path as String] in
            if geteuid() == 0 { try #require(setuid(65_534) == 0) }
            let error = try #require(throws: WorldStoreError.self) { try WorldStore(path: path) }
            guard case .notWritable = error else { throw error }
        }
        #expect(try folder.names() == ["world.sqlite"])
        chmod(parent + "/state", 0o755)
    }

    @Test("loses nothing when the disk is full: the answer is an error, and the world is as before")
    func fullDisk() async throws {
        let folder = try StateFolder()
        do { _ = try WorldStore(path: folder.world) }
        let path = folder.world
        await #expect(processExitsWith: .success) { [path = path as String] in
            let client = BankClient(bank: try SimulatedBank(store: try WorldStore(path: path)))
            let before = try await client.balance("EUR")
            // The limit on the size of a file stands for a disk without space.
            signal(SIGXFSZ, SIG_IGN)
            let resource = __rlimit_resource_t(bitPattern: RLIMIT_FSIZE.rawValue)
            var limit = rlimit(rlim_cur: 0, rlim_max: rlim_t.max)
            try #require(setrlimit(resource, &limit) == 0)
            let answer = try await client.deposit("1.00", "EUR")
            try #require(answer.status == 500)
            try #require(String(decoding: answer.body, as: UTF8.self).contains("nothing was changed"))
            try #require(try await client.balance("EUR") == before)
            limit.rlim_cur = rlim_t.max
            try #require(setrlimit(resource, &limit) == 0)
            try #require(try await client.deposit("1.00", "EUR").isSuccess)
            try #require(try await client.balance("EUR") != before)
            try #require(try await client.bank.ledgerCheck().isBalanced)
        }
    }
}
