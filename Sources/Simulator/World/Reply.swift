public import WiseAPI

/// What befalls an answer between the world and the caller.
///
/// The world cannot break a connection or wait: it says what shall happen, and whoever carries its answers does it.
public enum Mishap: Sendable, Hashable {
    /// The connection is reset before a byte of the answer arrives.
    case reset
    /// The connection is reset when half of the body has arrived.
    case resetInBody
    /// Half of the body arrives under the length of the whole, then the connection ends in order.
    case truncation
    /// The answer is kept back for so long; others are answered meanwhile.
    case delay(seconds: Int)
}

/// An answer as it leaves a world.
public struct Reply: Sendable, Equatable {
    /// The answer in full, whether or not it arrives.
    public var answer: APIResponse
    /// What befalls it on its way; nil for an answer that simply arrives.
    public var mishap: Mishap?

    /// An answer and what befalls it.
    public init(_ answer: APIResponse, mishap: Mishap? = nil) {
        self.answer = answer
        self.mishap = mishap
    }

    /// What a caller without a connection sees: status 0 stands for an answer that does not arrive whole, and a delayed one
    /// arrives at once.
    public var arriving: APIResponse {
        switch mishap {
        case .reset, .resetInBody, .truncation: APIResponse(status: 0)
        case .delay, nil: answer
        }
    }

    /// As it goes out: HEAD gets the header fields of GET, the length of its body among them, and no body.
    func answering(_ method: APIRequest.Method) -> Reply { Reply(answer.answering(method), mishap: mishap) }
}
