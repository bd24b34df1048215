/// A one-time token with what it still takes to prove who asks (Wise API reference, Strong customer authentication).
public struct OneTimeTokenStatus: APIResource {
    /// The token.
    public let token: String
    /// The challenges; none is left when the token is good.
    public let challenges: [Challenge]
    /// For how many seconds the token lives.
    public let validity: Int?
    /// What the token is for, such as `BALANCE__GET_STATEMENT`.
    public let actionType: String?
    /// Who has to prove it.
    public let user: Int?
    /// The object on the wire.
    public let raw: JSONObject

    /// The challenges that have to be passed and are not.
    public var open: [Challenge] { challenges.filter { $0.required && !$0.passed } }

    /// Reads the answer. Some routes wrap it into `oneTimeTokenProperties`, some do not.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        let outer = FieldReader(raw, of: "one-time token")
        let fields = outer.present("oneTimeTokenProperties") == nil ? outer : try outer.object("oneTimeTokenProperties")
        token = try fields.string("oneTimeToken")
        challenges = try fields.list("challenges")
        validity = try fields.optionalInteger("validity")
        actionType = try fields.optionalString("actionType")
        user = try fields.optionalInteger("userId")
        self.raw = raw
    }

    /// One proof that the bank wants.
    public struct Challenge: APIResource {
        /// Which proof.
        public let type: ChallengeType
        /// Which proofs would do as well.
        public let alternatives: [ChallengeType]
        /// Whether it must be passed.
        public let required: Bool
        /// Whether it is.
        public let passed: Bool
        /// The object on the wire.
        public let raw: JSONObject

        /// Reads a challenge. The newer routes leave out whether it is required; then it is.
        public init(raw: JSONObject) throws(UnexpectedAnswer) {
            let fields = FieldReader(raw, of: "one-time token.challenges")
            type = try fields.object("primaryChallenge").word("type")
            var alternatives: [ChallengeType] = []
            for item in try fields.array("alternatives") {
                guard let object = item.objectValue else { throw fields.failure("alternatives", "challenges should stand here") }
                alternatives.append(try FieldReader(object, of: "one-time token.challenges.alternatives").word("type"))
            }
            self.alternatives = alternatives
            required = try fields.optionalBool("required") ?? true
            passed = try fields.bool("passed")
            self.raw = raw
        }
    }
}

/// A way to prove who asks.
public struct ChallengeType: APIWord {
    /// The word on the wire.
    public let rawValue: String
    /// A word by its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Four digits that the user knows.
    public static let pin = ChallengeType(rawValue: "PIN")
    /// The user's face.
    public static let faceMap = ChallengeType(rawValue: "FACE_MAP")
    /// A code in a short message.
    public static let sms = ChallengeType(rawValue: "SMS")
    /// A code in a WhatsApp message.
    public static let whatsApp = ChallengeType(rawValue: "WHATSAPP")
    /// A code that is spoken in a call.
    public static let voice = ChallengeType(rawValue: "VOICE")
    /// A device that a partner of the bank knows.
    public static let partnerDeviceFingerprint = ChallengeType(rawValue: "PARTNER_DEVICE_FINGERPRINT")

    /// The segment of a path that means this proof.
    public var pathSegment: String {
        switch self {
        case .faceMap: "facemap"
        default: rawValue.lowercased().replacing("_", with: "-")
        }
    }
}

/// Where the code of a challenge was sent.
public struct ChallengeTrigger: APIResource {
    /// The number of the telephone, mostly hidden.
    public let obfuscatedPhoneNumber: String?
    /// The object on the wire.
    public let raw: JSONObject

    /// Reads the answer.
    public init(raw: JSONObject) throws(UnexpectedAnswer) {
        obfuscatedPhoneNumber = try FieldReader(raw, of: "challenge").optionalString("obfuscatedPhoneNo")
        self.raw = raw
    }
}
