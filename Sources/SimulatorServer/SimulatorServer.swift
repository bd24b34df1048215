import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
public import Simulator
import UnixSignals
import WiseAPI

/// A simulated bank over HTTP, for programs on this machine: it listens on 127.0.0.1 and nowhere else.
public struct SimulatorServer: Sendable {
    private let bank: SimulatedBank
    private let port: Int
    private let access: AccessPolicy
    private let log: ExchangeLog?
    private let endsOnSignals: Bool

    /// A server that does not listen yet.
    ///
    /// - Parameters:
    ///   - bank: Who answers.
    ///   - port: Where to listen, 0 to 65535; 0 takes a free port.
    ///   - access: Whose requests are answered.
    ///   - log: Where every exchange is written down.
    ///   - endsOnSignals: Whether SIGINT and SIGTERM end it. They belong to the whole process, so only a program that does
    ///     nothing but serve may say so.
    public init(
        bank: SimulatedBank, port: Int, access: AccessPolicy = .anyToken, log: ExchangeLog? = nil, endsOnSignals: Bool = false
    ) {
        self.bank = bank
        self.port = port
        self.access = access
        self.log = log
        self.endsOnSignals = endsOnSignals
    }

    /// Listens until the task is cancelled, or SIGINT or SIGTERM arrives where they count; requests that are under way get their answer.
    ///
    /// - Parameter onReady: Called once with the port, when requests can be sent.
    /// - Throws: ``SimulatorServerError`` when it cannot listen.
    public func run(onReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
        guard (0...65_535).contains(port) else { throw SimulatorServerError.noSuchPort(port) }
        let silent = Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() }
        let responder = Responder(bank: bank, access: access, log: log)
        let channel = HTTP1Channel(responder: { try await responder.respond(to: $0, $1, $2) })
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in onReady(channel.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: silent)
        var configuration = ServiceGroupConfiguration(
            services: [ServiceGroupConfiguration.ServiceConfiguration(service: server)],
            gracefulShutdownSignals: endsOnSignals ? [.sigint, .sigterm] : [], logger: silent)
        configuration.maximumGracefulShutdownDuration = .seconds(5)
        let group = ServiceGroup(configuration: configuration)
        // Cancelled in the middle, the server would drop connections that it has accepted and not yet begun to serve, and
        // stop the program for it. So a cancelled task asks for the same orderly end as a signal.
        let running = Task { try await group.run() }
        do {
            try await withTaskCancellationHandler {
                try await running.value
            } onCancel: {
                Task { await group.triggerGracefulShutdown() }
            }
        } catch let error as IOError {
            throw SimulatorServerError(error, port: port)
        }
    }
}
