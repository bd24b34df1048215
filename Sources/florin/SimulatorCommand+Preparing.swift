import Simulator
import WiseAPI
import WiseClient

extension SimulatorCommand.Serve {
    /// Tells the world about what its options bring: whom to ask for authentication, keys, tokens.
    func prepare(_ bank: SimulatedBank) async throws {
        for path in publicKeys {
            let pem = String(decoding: try ScriptFile.read(path), as: UTF8.self)
            try await tell(bank, "keys", ["pem": .string(pem)], about: "the public key \(path)")
        }
        if let path = readOnlyToken {
            let token = try TokenChoice.file(path).withText { $0 }
            try await tell(bank, "tokens", ["token": .string(token), "readOnly": .bool(true)], about: "the token in \(path)")
        }
        if sca { try await tell(bank, "settings", ["sca": .string("on")], about: "--sca") }
    }

    private func tell(_ bank: SimulatedBank, _ route: String, _ body: JSONObject, about subject: String) async throws {
        let request = APIRequest(
            .post, "/_simulator/\(route)", headers: ["authorization": "Bearer \(Account.simulatorTokenText)"],
            body: JSONValue.object(body).bytes)
        let answer = await bank.respond(to: request)
        guard answer.isSuccess else {
            throw CleanFailure.usage(
                "\(subject) cannot be used: \(APIError(answer).message)",
                hint: "a public key is PEM, as openssl pkey -pubout writes it; a token has 8 characters or more")
        }
    }
}
