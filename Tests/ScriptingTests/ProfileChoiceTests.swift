import LuaRuntime
import Scripting
import Testing

@Suite("The profile in use")
struct ProfileChoiceTests {
    @Test(
        "is the only business profile unless another is named",
        arguments: [
            (nil, 28_891_001), ("personal", 28_891_002), ("business", 28_891_001), ("28891002", 28_891_002),
            ("Mira Alderbrook", 28_891_002),
        ] as [(String?, Int64)])
    func chosen(wish: String?, id: Int64) async throws {
        #expect(try await Workshop(profile: wish).run("return wise.profile().id") == .integer(id))
    }

    @Test(
        "changes with wise.use, for every method of wise",
        arguments: ["28891002", "'personal'", "wise.profile{ type = 'personal' }"])
    func used(argument: String) async throws {
        let workshop = try Workshop()
        #expect(try await workshop.run("wise.use(\(argument)) return wise.balance('SGD').profile") == 28_891_002)
        #expect(try await workshop.run("return #wise.balances()") == 2)
        #expect(try await workshop.run("return wise.profile{ type = 'business' }:balance('EUR').profile") == 28_891_001)
    }

    @Test("that does not exist is refused with those that do")
    func unknown() async throws {
        let raised = try #require(try await Workshop(profile: "nobody").failure("wise.balances()").raised)
        #expect(raised.code == "no_such_profile")
        #expect(raised.hint == "There are: 28891001 (business, Alderbrook Paper Goods Ltd); 28891002 (personal, Mira Alderbrook)")
    }
}
