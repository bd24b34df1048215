import Testing
import WiseAPI

@Suite("A one-time token")
struct OneTimeTokenTests {
    @Test("says which challenges are open")
    func open() throws {
        let status = try OneTimeTokenStatus(json: try JSONValue(parsing: ResourceSample.oneTimeToken))
        #expect(status.token == "9f5f5812-2609-4e48-8418-b64437c0c7cd" && status.validity == 3600 && status.user == 31)
        #expect(status.open.map(\.type) == [.pin] && status.open.first?.alternatives == [.sms])
        #expect(status.actionType == "BALANCE__GET_STATEMENT")
    }

    @Test("is read without its wrapping, and a challenge counts unless it says otherwise")
    func bare() throws {
        let challenge = #"{"primaryChallenge":{"type":"SMS"},"passed":\#(false)}"#
        let text = #"{"oneTimeToken":"t","challenges":[\#(challenge),{"primaryChallenge":{"type":"PIN"},"passed":true}]}"#
        let status = try OneTimeTokenStatus(json: try JSONValue(parsing: text))
        #expect(status.challenges.count == 2 && status.open.map(\.type) == [.sms] && status.validity == nil)
    }

    @Test("is proved on paths of their own")
    func paths() {
        let types: [ChallengeType] = [.pin, .faceMap, .sms, .whatsApp, .voice, .partnerDeviceFingerprint]
        #expect(types.map(\.pathSegment) == ["pin", "facemap", "sms", "whatsapp", "voice", "partner-device-fingerprint"])
    }
}
