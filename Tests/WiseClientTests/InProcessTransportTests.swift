import Synchronization
import Testing
import WiseAPI
import WiseClient

@Suite("Requests in process")
struct InProcessTransportTests {
    @Test("arrive as over a socket, with the token as a field, and come back as answered")
    func roundTrip() async throws {
        let received = Mutex<APIRequest?>(nil)
        let transport = InProcessTransport { request in
            received.withLock { $0 = request }
            return APIResponse(status: 404, headers: ["X-Trace": "a"], body: [1, 2])
        }
        let request = APIRequest(.post, "/v1/x", query: [QueryItem("a", "b")], headers: ["X-Y": "z"], body: [3])
        let response = try await transport.send(request, authorization: Secret("the-token"))
        #expect(response == APIResponse(status: 404, headers: ["X-Trace": "a"], body: [1, 2]))
        var expected = request
        expected.headers["Authorization"] = "Bearer the-token"
        #expect(received.withLock { $0 } == expected)
    }

    @Test("carry no token that was not given")
    func withoutToken() async throws {
        let transport = InProcessTransport { APIResponse(status: $0.headers["authorization"] == nil ? 401 : 200) }
        #expect(try await transport.send(APIRequest(.get, "/"), authorization: nil).status == 401)
    }

    @Test("are not made by a cancelled task")
    func cancelled() async throws {
        let calls = Atomic(0)
        let transport = InProcessTransport { _ in
            calls.add(1, ordering: .relaxed)
            return APIResponse(status: 200)
        }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure(of: APIRequest(.post, "/"), over: transport)
        }
        let error = try #require(await task.value)
        #expect(error.kind == .cancelled)
        #expect(!error.requestMayHaveArrived)
        #expect(calls.load(ordering: .relaxed) == 0)
    }
}
