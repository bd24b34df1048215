import Money
import Testing
import WiseAPI
import WiseClient

@Suite("A list that comes in pages")
struct PagingTests {
    private func recipients(_ ids: [Int], next: String) -> GateTestTransport.Step {
        let content = ids.map { SendingAnswers.recipient($0) }.joined(separator: ",")
        return .json(200, #"{"content":[\#(content)],"seekPositionForNext":\#(next),"size":20}"#)
    }

    private func activities(_ ids: [String], cursor: String?) -> GateTestTransport.Step {
        let list = ids.map {
            #"{"id":"\#($0)","type":"TRANSFER","title":"","status":"COMPLETED","createdOn":"2026-08-21T14:57:38Z"}"#
        }
        let cursor = cursor.map { "\"\($0)\"" } ?? "null"
        return .json(200, #"{"cursor":\#(cursor),"activities":[\#(list.joined(separator: ","))]}"#)
    }

    private func transfers(_ ids: [Int]) -> GateTestTransport.Step {
        .json(200, "[\(ids.map { SendingAnswers.transfer($0) }.joined(separator: ","))]")
    }

    @Test("of recipients follows the position until there is none, or an empty page")
    func recipientsWhole() async throws {
        for end in [recipients([4], next: "null"), recipients([4], next: "0"), recipients([], next: "9")] {
            let bench = GateTestBench(recipients([1, 2], next: "3"), recipients([3], next: "4"), end)
            let list = try await bench.client.recipients(RecipientQuery(profile: 7))
            #expect([[1, 2, 3], [1, 2, 3, 4]].contains(list.map(\.id)) && bench.transport.isScriptDone)
            #expect(
                bench.transport.requests.map(\.target)
                    == ["", "&seekPosition=3", "&seekPosition=4"].map { "/v2/accounts?profileId=7&size=20" + $0 })
        }
    }

    @Test("of recipients ends where a last page points at itself, and names nobody twice")
    func recipientsOverlapping() async throws {
        let bench = GateTestBench(recipients([1, 2], next: "2"), recipients([2, 3], next: "2"))
        #expect(try await bench.client.recipients(RecipientQuery(profile: 7)).map(\.id) == [1, 2, 3])
    }

    @Test("that leads back to a page is an error, not a list without end")
    func repeating() async throws {
        let circle = GateTestBench(recipients([1], next: "2"), recipients([2], next: "1"), recipients([1], next: "2"))
        let first = await #expect(throws: ClientError.self) { try await circle.client.recipients(RecipientQuery(profile: 7)) }
        let cursors = GateTestBench(activities(["a"], cursor: "x"), activities(["b"], cursor: "x"))
        let second = await #expect(throws: ClientError.self) { try await cursors.client.activities(of: 7) }
        let offsets = GateTestBench(transfers([1, 2]), transfers([1, 2]), transfers([1, 2]))
        let third = await #expect(throws: ClientError.self) { try await offsets.client.transfers(TransferQuery(profile: 7)) }
        for error in [first, second, third] { #expect(error?.code == "pages_repeat" && error?.kind == .unexpectedAnswer) }
        for bench in [circle, cursors, offsets] { #expect(bench.transport.isScriptDone) }
    }

    @Test("of activities follows the cursor until it is null or empty, also over an empty page")
    func activitiesWhole() async throws {
        for end in [String?.none, ""] {
            let bench = GateTestBench(
                activities(["a"], cursor: "x="), activities([], cursor: "y"), activities(["b", "c"], cursor: end))
            #expect(try await bench.client.activities(of: 7).map(\.id) == ["a", "b", "c"])
            #expect(
                bench.transport.requests.map(\.target)
                    == ["", "&nextCursor=x%3D", "&nextCursor=y"].map { "/v1/profiles/7/activities?size=100" + $0 })
        }
    }

    @Test("of transfers goes on to an empty page, whatever size the bank's pages have")
    func transfersWhole() async throws {
        // A transfer was ordered between the first two pages.
        let bench = GateTestBench(transfers([5, 4]), transfers([4, 3]), transfers([3]), transfers([]))
        #expect(try await bench.client.transfers(TransferQuery(profile: 7)).map(\.id) == [5, 4, 3])
        #expect(
            bench.transport.requests.map(\.target)
                == [0, 2, 4, 5].map { "/v1/transfers?profile=7&limit=100&offset=\($0)" })
    }

    @Test("is not read further than asked")
    func limits() async throws {
        let recipients = GateTestBench(recipients([1, 2, 3], next: "4"))
        #expect(try await recipients.client.recipients(RecipientQuery(profile: 7), limit: 2).map(\.id) == [1, 2])
        let activities = GateTestBench(activities(["a", "b"], cursor: "x"))
        #expect(try await activities.client.activities(of: 7, limit: 2).map(\.id) == ["a", "b"])
        #expect(activities.transport.requests.first?.target == "/v1/profiles/7/activities?size=2")
        let transfers = GateTestBench(transfers([5, 4]))
        #expect(try await transfers.client.transfers(TransferQuery(profile: 7), limit: 1).map(\.id) == [5])
    }

    @Test("takes no page of a size that the bank does not have", arguments: [-1, 0, 101])
    func sizes(size: Int) async throws {
        let bench = GateTestBench()
        let first = await #expect(throws: ClientError.self) {
            try await bench.client.recipientPage(RecipientQuery(profile: 7), size: size)
        }
        let second = await #expect(throws: ClientError.self) { try await bench.client.activityPage(of: 7, size: size) }
        let third = await #expect(throws: ClientError.self) {
            try await bench.client.transferPage(TransferQuery(profile: 7), limit: size)
        }
        for error in [first, second, third] { #expect(error?.code == "page_size" && error?.hint != nil) }
        #expect(bench.transport.requests.isEmpty)
    }
}
