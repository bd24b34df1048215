import LuaRuntime
import WiseAPI
import WiseClient

extension Surface {
    /// Strong customer authentication by challenges, and one approval for many reads.
    static let authenticationFunctions: [FunctionDescription] = [
        FunctionDescription(
            "profile", "sca_window",
            "Runs a function whose protected reads (statements) share one approval. With a signing key "
                + "an approval is got when the bank asks; without one the first refusal ends the rest.",
            positional: [
                .required("body", "function", "what reads"), .repeated("values", "any", "what the function is given"),
            ], result: "what the function returns", effect: .reads,
            example: "local s = wise.sca_window(function() return wise.statement{ balance = \"EUR\", from = \"2026-10-01\", "
                + "to = \"2026-10-31\" } end)"),
        FunctionDescription(
            "profile", "authorise_session",
            "Begins a session of five minutes for all reads of low risk: the challenges of the "
                + "answer have to be passed.",
            result: "a one-time token", effect: .proves, example: "print(#wise.authorise_session().challenges)"
        ) { context, arguments in
            let profile = try await context.profileID(arguments)
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.authoriseSession(of: profile)
                })
        },
        FunctionDescription(
            "wise", "one_time_token",
            "Says what a one-time token still needs.",
            positional: [.required("token", "string or one-time token", "which")], result: "a one-time token", effect: .reads,
            example: "print(#wise.one_time_token(wise.authorise_session()).challenges)"
        ) { context, arguments in
            let token = try arguments.oneTimeToken()
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.oneTimeTokenStatus(token)
                })
        },
        FunctionDescription(
            "wise", "trigger_challenge", "Lets the bank send the code of a challenge to the user's telephone.",
            options: [
                .required("token", "string or one-time token", "which"),
                .required("type", "string", "\"SMS\", \"WHATSAPP\" or \"VOICE\""),
            ], result: "the telephone's number, mostly hidden", effect: .proves,
            example: "print(wise.trigger_challenge{ token = wise.authorise_session(), type = \"SMS\" })"
        ) { context, arguments in
            let token = try arguments.oneTimeToken()
            let challenge = ChallengeType(rawValue: try arguments.string("type"))
            let answer = try await context.raising { () async throws(ClientError) in
                try await context.client.triggerChallenge(challenge, of: token)
            }
            return .optional(answer.obfuscatedPhoneNumber)
        },
        FunctionDescription(
            "wise", "verify_challenge",
            "Answers a challenge with the code that came by telephone (111111 on the sandbox and the "
                + "simulator). Five wrong ones in a row block tokens for a quarter of an hour.",
            options: [
                .required("token", "string or one-time token", "which"),
                .required("type", "string", "\"SMS\", \"WHATSAPP\" or \"VOICE\""), .required("code", "string", "the code"),
            ], result: "the one-time token as it is then", effect: .proves,
            example: "print(#wise.verify_challenge{ token = wise.authorise_session(), type = \"SMS\", code = \"111111\" }"
                + ".challenges)"
        ) { context, arguments in
            let token = try arguments.oneTimeToken()
            let challenge = ChallengeType(rawValue: try arguments.string("type"))
            let code = try arguments.string("code")
            return LuaValue(
                try await context.raising { () async throws(ClientError) in
                    try await context.client.verifyChallenge(challenge, code: code, of: token)
                })
        },
    ]
}

extension Arguments {
    /// The text of a one-time token, or that in the object.
    fileprivate func oneTimeToken() throws -> String {
        if case .string(let token) = self["token"] { return token }
        guard self["token"].typeName == "one_time_token", case .string(let token) = self["token"][field: "token"] else {
            throw mismatch("token", "a one-time token or its text")
        }
        return token
    }
}
