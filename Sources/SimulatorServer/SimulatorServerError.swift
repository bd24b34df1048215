import Glibc
import NIOCore

/// Why a server cannot listen.
public enum SimulatorServerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Ports go from 0 to 65535.
    case noSuchPort(Int)
    /// Another program listens on the port.
    case portInUse(Int)
    /// The system does not let this user listen on the port.
    case portForbidden(Int)
    /// Anything else that the system says.
    case cannotListen(Int, reason: String)

    init(_ error: IOError, port: Int) {
        self =
            switch error.errnoCode {
            case EADDRINUSE: .portInUse(port)
            case EACCES, EPERM: .portForbidden(port)
            default: .cannotListen(port, reason: String(cString: strerror(error.errnoCode)))
            }
    }

    /// What happened and what to do, in one sentence.
    public var description: String {
        switch self {
        case .noSuchPort(let port): "there is no port \(port): choose one from 1024 to 65535, or 0 for a free one"
        case .portInUse(let port): "another program listens on port \(port): choose another port, or 0 for a free one"
        case .portForbidden(let port):
            "you may not listen on port \(port): choose one from 1024 to 65535, or 0 for a free one"
        case .cannotListen(let port, let reason):
            "cannot listen on port \(port) of 127.0.0.1 (\(reason)): choose another port, or 0 for a free one"
        }
    }
}
