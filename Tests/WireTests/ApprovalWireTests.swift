import Glibc
import Money
import Simulator
import Testing
import WiseAPI
import WiseClient

@Suite("Strong customer authentication over HTTP")
struct ApprovalWireTests {
    /// A key in a file of its own, and its public half.
    private struct Key {
        let signer: SigningKeyFile
        let publicPEM: String

        init() throws {
            var template = Array("/tmp/florin-wire-XXXXXX".utf8CString)
            try #require(mkdtemp(&template) != nil)
            let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            defer { _ = system("rm -rf '\(folder)'") }
            let command = "umask 077 && openssl genrsa -out key.pem 2048 && openssl pkey -in key.pem -pubout -out public.pem"
            try #require(system("cd '\(folder)' && { \(command); } >/dev/null 2>&1") == 0)
            signer = try SigningKeyFile("\(folder)/key.pem")
            publicPEM = String(decoding: try SecretFile.read("\(folder)/public.pem", as: "the public key"), as: UTF8.self)
        }
    }

    private static func prepare(_ wire: Wire, _ key: Key?) async throws {
        try await wire.steer("settings", .object(["sca": .string("everywhere")]))
        if let key { try await wire.steer("keys", .object(["pem": .string(key.publicPEM)])) }
    }

    private static func statement(_ client: WiseClient) async throws(ClientError) -> BalanceStatement {
        let balance = try await client.balance(Wire.balance, of: Wire.business)
        let start = Timestamp(CivilDate(daysSince1970: 20_720))
        return try await client.statement(
            of: balance, profile: Wire.business, from: start, to: Timestamp(microseconds: start.microseconds + 86_400_000_000))
    }

    @Test("is answered with the key, once for as long as the approval holds")
    func signed() async throws {
        let key = try Key()
        try await Wire.running { wire in
            try await Self.prepare(wire, key)
            let client = try wire.client(signer: key.signer)
            _ = try await Self.statement(client)
            _ = try await Self.statement(client)
            #expect(wire.exchanges.statuses == [200, 403, 200, 200, 200])
        }
    }

    @Test("without a key says what to do, and is asked for once in a window")
    func withoutKey() async throws {
        try await Wire.running { wire in
            try await Self.prepare(wire, nil)
            let client = try wire.client()
            await client.approvalWindow {
                for _ in 0..<3 {
                    do throws(ClientError) {
                        _ = try await Self.statement(client)
                        Issue.record("it was let through")
                    } catch {
                        #expect(error.kind == .api(.authenticationRequired) && error.status == 403)
                        #expect(error.hint?.contains("signing_key") == true && !error.isAmbiguous)
                    }
                }
            }
            #expect(wire.exchanges.statuses.filter { $0 == 403 }.count == 1)
        }
    }

    @Test("is not tried again when the bank does not take the signature")
    func rejected() async throws {
        let (key, other) = (try Key(), try Key())
        try await Wire.running { wire in
            try await Self.prepare(wire, key)
            let client = try wire.client(signer: other.signer)
            do throws(ClientError) {
                _ = try await Self.statement(client)
                Issue.record("it was let through")
            } catch {
                #expect(error.kind == .api(.authenticationRequired))
                #expect(error.message.contains("did not accept the signature"))
            }
            #expect(wire.exchanges.statuses == [200, 403, 403])
        }
    }

    @Test("of a change is answered, and the change happens once")
    func change() async throws {
        let key = try Key()
        try await Wire.running { wire in
            try await Self.prepare(wire, key)
            let client = try wire.client(signer: key.signer)
            let before = try #require(try await wire.amount(of: Wire.jar))
            try await wire.add(.approvalDemanded, on: .moveBetweenBalances)
            let amount = Money(try ExactDecimal(parsing: "10.00"), before.currency)
            _ = try await client.move(amount, from: Wire.balance, to: Wire.jar, for: Wire.business)
            #expect(wire.exchanges.statuses == [403, 201] || wire.exchanges.statuses == [403, 200])
            #expect(try await wire.amount(of: Wire.jar) == before.adding(amount))
        }
    }
}
