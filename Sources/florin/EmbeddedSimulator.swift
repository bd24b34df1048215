import Simulator
import WiseAPI
import WiseClient

/// The simulator in this process, opened at the first request: a start without one costs nothing.
actor EmbeddedSimulator: Transport {
    private let isFresh: Bool
    private var bank: SimulatedBank?

    init(isFresh: Bool) { self.isFresh = isFresh }

    func send(_ request: APIRequest, authorization: Secret?) async throws(TransportError) -> APIResponse {
        let bank = try openBank()
        let transport = InProcessTransport { await bank.respond(to: $0) }
        let response = try await transport.send(request, authorization: authorization)
        // Status 0 is how the simulator says that the connection broke.
        guard response.status != 0 else {
            throw TransportError(
                .connectionLost, message: "the connection to the simulator was lost before an answer came",
                hint: "A fault of the simulation: see sim.fault", requestMayHaveArrived: true)
        }
        return response
    }

    private func openBank() throws(TransportError) -> SimulatedBank {
        if let bank { return bank }
        let opened: SimulatedBank
        if isFresh {
            opened = SimulatedBank()
        } else {
            do throws(WorldStoreError) {
                opened = try SimulatedBank(store: try WorldStore(path: StateFolder.world))
            } catch {
                throw TransportError(
                    .cannotOpen, message: "\(error)", hint: "Nothing was sent or changed", requestMayHaveArrived: false)
            }
        }
        bank = opened
        return opened
    }
}
