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
        let mishap = ReportedMishap()
        let transport = InProcessTransport { request in
            let reply = await bank.reply(to: request)
            await mishap.report(reply.mishap)
            return reply.answer
        }
        let response = try await transport.send(request, authorization: authorization)
        switch await mishap.reported {
        case .reset, .resetInBody, .truncation: throw Self.lostConnection
        case .delay(let seconds):
            do {
                try await Task.sleep(for: .seconds(seconds))
            } catch {
                throw TransportError(
                    .cancelled, message: "the request was cancelled while the simulator kept its answer back",
                    hint: "A fault of the simulation: see sim.fault", requestMayHaveArrived: true)
            }
        case nil: break
        }
        return response
    }

    /// As over a socket, nothing tells the caller whether the request took effect.
    private static let lostConnection = TransportError(
        .connectionLost, message: "the connection to the simulator was lost before an answer came",
        hint: "A fault of the simulation: see sim.fault", requestMayHaveArrived: true)

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

/// What befell the answer of one request.
private actor ReportedMishap {
    private(set) var reported: Mishap?

    func report(_ mishap: Mishap?) { reported = mishap }
}
