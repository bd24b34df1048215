import WiseAPI

extension World {
    /// Carries a keyed operation out once; a repeat of the key gets the stored answer, byte for byte.
    ///
    /// The bank matches key, operation and profile, never the body. A refusal is not stored, so that the same key may
    /// try again when what stood in the way is gone.
    mutating func answerOnce(
        _ route: Route, _ profile: ProfileRecord, _ request: APIRequest,
        _ operation: (inout World, RequestBody) throws(Refusal) -> Answer
    ) throws(Refusal) -> Answer {
        guard let uuid = request.headers["x-idempotence-uuid"], !uuid.isEmpty else {
            throw .badRequest("Required request header 'X-idempotence-uuid' is not present")
        }
        guard UUIDText.isValid(uuid) else {
            throw .badRequest("Request header 'X-idempotence-uuid' is not a valid UUID")
        }
        let key = IdempotenceRecord.Key(uuid: uuid.lowercased(), operation: route.rawValue, profile: profile.id)
        let fingerprint = Self.fingerprint(request.body)
        if let known = answers[key] {
            guard !settings.isOn(.refusesChangedRepeat) || known.requestFingerprint == fingerprint else {
                throw .conflict("NOT_UNIQUE", "This key was used for another request", path: "X-idempotence-uuid")
            }
            return Answer(status: known.status, body: known.body)
        }
        let answer = try operation(&self, try RequestBody(request))
        answers[key] = IdempotenceRecord(
            key: key, status: answer.status, body: answer.body, requestFingerprint: fingerprint, time: clock)
        touched.answers.append(key)
        return answer
    }

    /// FNV-1a: tells changed bodies apart, proves nothing to an enemy.
    static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
