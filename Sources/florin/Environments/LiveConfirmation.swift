import WiseAPI
import WiseClient

/// Asks a person before each effect where money is real: the amount has to be typed. Nothing typed is a no, and without a
/// terminal there is nobody to ask.
actor LiveConfirmation: EffectPolicy {
    private let reader: WiseClient
    private let place: String
    private var isAsking = false

    /// - Parameters:
    ///   - reader: Looks up at the bank what an effect is worth that does not say so itself.
    ///   - place: Where the money is, for the question.
    init(reader: WiseClient, place: String) { (self.reader, self.place) = (reader, place) }

    func check(_ intent: Intent) async throws(ClientError) {
        guard Terminal.isInteractive else {
            throw refusal(
                intent, "no_terminal", "nobody is at a terminal to confirm it",
                hint: "Run it on a terminal and type the amount when asked; or run it on the simulator")
        }
        // Two questions at once: an answer could be taken for the other's.
        guard !isAsking else {
            throw refusal(intent, "already_asking", "another effect waits for its confirmation", hint: "Do one after the other")
        }
        isAsking = true
        defer { isAsking = false }
        let question = try await LiveQuestion(about: intent, reader: reader)
        Terminal.forgetTyping()
        Terminal.writeMessage(
            "LIVE: \(question.subject) at \(place)\nType \(question.answer) to do it, anything else to leave it: ")
        let line: String?
        do {
            line = try await Terminal.line()
        } catch {
            Terminal.writeMessage("\n")
            throw ClientError(.cancelled, code: "cancelled", message: "cancelled while asking; nothing was sent")
        }
        guard let line, question.accepts(line) else {
            throw refusal(
                intent, "not_confirmed", "it was not confirmed", hint: "Type \(question.answer) when asked, if you mean it")
        }
    }

    private func refusal(_ intent: Intent, _ code: String, _ reason: String, hint: String) -> ClientError {
        ClientError(
            .policy, code: code, message: "LIVE: \(intent.route.rawValue) was not sent, because \(reason)", hint: hint)
    }
}
