import Glibc
import Testing

extension Acceptance {
    @Suite("The state folder")
    struct StateFolderTests {
        /// How a file became one that cannot be used, and what the message says of it.
        struct Damage: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let says: [String]
            let make: @Sendable (Household) async throws -> Void
        }

        static let damages = [
            Damage(testDescription: "garbage", says: ["damaged", "move the file away", "--fresh"]) { household in
                try Files.write(Array("this is no database, and long enough to look at".utf8), to: household.world)
            },
            Damage(testDescription: "half of it", says: ["damaged", "move the file away", "--fresh"]) { household in
                let whole = try Files.bytes(household.world)
                try Files.write(Array(whole.prefix(whole.count / 2)), to: household.world)
            },
            Damage(testDescription: "a flipped page", says: ["damaged", "move the file away", "--fresh"]) { household in
                var bytes = try Files.bytes(household.world)
                for index in 8192..<12_288 { bytes[index] ^= 0xFF }
                try Files.write(bytes, to: household.world)
            },
            Damage(testDescription: "a later version", says: ["later version", "update this program"]) { household in
                // The user version of an SQLite file stands at byte 60, four bytes, the highest first.
                var bytes = try Files.bytes(household.world)
                bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
                try Files.write(bytes, to: household.world)
            },
            Damage(testDescription: "another program's", says: ["another program", "move it away"]) { household in
                // The application id stands at byte 68.
                var bytes = try Files.bytes(household.world)
                bytes.replaceSubrange(68..<72, with: [0x4D, 0x50, 0x42, 0x58])
                try Files.write(bytes, to: household.world)
            },
        ]

        @Test("with a world that cannot be used gives a clear error and is left as it is", arguments: damages)
        func unusable(damage: Damage) async throws {
            let household = try Household()
            _ = try await household.account()
            for suffix in ["-wal", "-shm"] where Files.exists(household.world + suffix) { Files.remove(household.world + suffix) }
            try await damage.make(household)
            let bytes = try Files.bytes(household.world)
            for words in [
                ["-e", "wise.balances()"], ["simulator", "show"], ["run", "examples/03-sweep.lua"], ["simulator", "serve"],
                ["simulator", "reset"],
            ] {
                let outcome = try await household.run([Place.program] + words, input: "reset\n")
                #expect(outcome.end == .code(1))
                #expect(outcome.output.isEmpty)
                for part in damage.says + [household.world] { #expect(outcome.messages.contains(part)) }
                #expect(try Files.bytes(household.world) == bytes)
            }
            let outcome = try await household.run("--fresh", "-e", "#wise.balances()")
            #expect(outcome.output == "8\n", "a world in memory needs no file")
        }

        @Test("that nobody may write gives a clear error", .enabled("needs root and setpriv") { await canDropPrivileges() })
        func readOnlyFolder() async throws {
            let household = try Household()
            chmod(household.path, 0o555)
            let outcome = try await household.run(Self.asNobody + ["-e", "wise.balances()"])
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("cannot be written") && outcome.messages.contains("write permission"))
            #expect(try await household.run(Self.asNobody + ["--fresh", "-e", "#wise.balances()"]).output == "8\n")
            #expect(!Files.exists(household.state))
        }

        @Test("with a world that nobody may write keeps it", .enabled("needs root and setpriv") { await canDropPrivileges() })
        func readOnlyWorld() async throws {
            let household = try Household()
            let before = try await household.account()
            chmod(household.path, 0o755)
            chmod(household.state, 0o555)
            for name in Files.names(in: household.state) { chmod("\(household.state)/\(name)", 0o444) }
            let outcome = try await household.run(Self.asNobody + ["-e", "wise.open_balance{ currency = 'CHF' }"])
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("cannot be written"))
            chmod(household.state, 0o755)
            for name in Files.names(in: household.state) { chmod("\(household.state)/\(name)", 0o644) }
            #expect(try await household.account().amounts == before.amounts)
        }

        @Test("on a full disk gives a clear error, and the world stays whole", arguments: [8, 64, 96])
        func full(kibibytes: Int) async throws {
            let household = try Household()
            let before = try await household.account()
            let code = "for i = 1, 500 do wise.move{ from = 'EUR', to = 200006, amount = EUR '1' } end"
            let outcome = try await household.run(Self.limited(kibibytes) + ["-e", code])
            #expect([.code(1), .code(7), .code(9)].contains(outcome.end))
            #expect(outcome.messages.hasPrefix("error: ") && outcome.messages.contains(household.world))
            let after = try await household.account()
            let moved = after.entries - before.entries
            #expect(try #require(before.units("EUR")) - 100 * moved == after.units("EUR"))
            #expect(try await household.run("-e", "wise.open_balance{ currency = 'CHF' }").end == .code(0))
        }

        @Test("that cannot even begin on a full disk is not begun")
        func fullFromTheStart() async throws {
            let household = try Household()
            let outcome = try await household.run(Self.limited(8) + ["-e", "wise.balances()"])
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("no space left"))
            #expect(Files.names(in: household.state).isEmpty)
            _ = try await household.account()
        }

        @Test("that is a file gives a clear error")
        func file() async throws {
            let household = try Household()
            let file = try household.file("file", "mine")
            let outcome = try await household.run("-e", "wise.balances()", environment: ["XDG_STATE_HOME": file])
            #expect(outcome.end == .code(1))
            #expect(outcome.messages.contains("Not a directory"))
            #expect(try Files.text(file) == "mine")
        }

        @Test("is under ~/.local/state without XDG_STATE_HOME, for its owner only")
        func place() async throws {
            let household = try Household()
            let outcome = try await household.run("-e", "#wise.balances()", environment: ["XDG_STATE_HOME": ""])
            #expect(outcome.output == "8\n")
            let folder = household.path + "/.local/state/florin"
            #expect(try Files.mode(folder) == 0o700)
            #expect(try Files.mode(folder + "/world.sqlite") == 0o600)
        }

        @Test("is not needed by what asks no bank")
        func untouched() async throws {
            let household = try Household()
            #expect(try await household.run("-e", "EUR '1' + EUR '2'").output == "3.00 EUR\n")
            #expect(!Files.exists(household.state))
        }

        private static let asNobody = [
            "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Place.program,
        ]

        /// The program with a limit on the size of files, which stands for a full disk.
        private static func limited(_ kibibytes: Int) -> [String] {
            ["/bin/bash", "-c", "ulimit -f \(kibibytes); exec \"$@\"", "bash", Place.program]
        }

        private static func canDropPrivileges() async -> Bool {
            guard geteuid() == 0, Files.exists("/usr/bin/setpriv") else { return false }
            return (try? await Household().run(asNobody + ["version"]).end) == .code(0)
        }
    }
}
