import WiseAPI

extension ResourceSample {
    static let ofProofs = [
        ResourceSample(
            OneTimeTokenStatus.self, oneTimeToken,
            required: [
                "oneTimeTokenProperties.oneTimeToken", "oneTimeTokenProperties.challenges.0.primaryChallenge",
                "oneTimeTokenProperties.challenges.0.primaryChallenge.type", "oneTimeTokenProperties.challenges.0.passed",
                "oneTimeTokenProperties.challenges.0.alternatives.0.type",
            ],
            optional: [
                "oneTimeTokenProperties.challenges", "oneTimeTokenProperties.challenges.0.required",
                "oneTimeTokenProperties.challenges.0.alternatives", "oneTimeTokenProperties.validity",
                "oneTimeTokenProperties.actionType", "oneTimeTokenProperties.userId",
            ]),
        ResourceSample(
            OneTimeTokenStatus.self,
            #"{"oneTimeToken":"9f5f5812-2609-4e48-8418-b64437c0c7cd","challenges":[],"validity":3600}"#,
            required: ["oneTimeToken"], optional: ["challenges", "validity"]),
        ResourceSample(
            ChallengeTrigger.self, #"{"obfuscatedPhoneNo":"*********8888"}"#, required: [], optional: ["obfuscatedPhoneNo"]),
    ]

    static let oneTimeToken = """
        {"oneTimeTokenProperties":{"oneTimeToken":"9f5f5812-2609-4e48-8418-b64437c0c7cd","challenges":[{"primaryChallenge":\
        {"type":"PIN","viewData":{"attributes":{"userId":31}}},"alternatives":[{"type":"SMS","viewData":{}}],"required":true,\
        "passed":false}],"validity":3600,"actionType":"BALANCE__GET_STATEMENT","userId":31}}
        """
}
