/// A way to prove that it is really the customer who asks (Wise API reference, 6.2).
public enum ChallengeKind: String, Sendable, Hashable, CaseIterable {
    /// Four digits that the customer chose.
    case pin = "PIN"
    /// A scan of the face.
    case faceMap = "FACE_MAP"
    /// A code sent as a text message.
    case textMessage = "SMS"
    /// A code sent over WhatsApp.
    case whatsApp = "WHATSAPP"
    /// A code read out on the telephone.
    case voice = "VOICE"
    /// The device of the partner's application.
    case deviceFingerprint = "PARTNER_DEVICE_FINGERPRINT"

    /// The word in the paths of the API.
    init?(segment: String) {
        switch segment {
        case "pin": self = .pin
        case "facemap": self = .faceMap
        case "sms": self = .textMessage
        case "whatsapp": self = .whatsApp
        case "voice": self = .voice
        case "partner-device-fingerprint": self = .deviceFingerprint
        default: return nil
        }
    }

    /// Two challenges of different families are needed; the three ways to send a code to a telephone are one family.
    enum Family: Sendable, Hashable { case knowledge, face, telephone, device }

    var family: Family {
        switch self {
        case .pin: .knowledge
        case .faceMap: .face
        case .textMessage, .whatsApp, .voice: .telephone
        case .deviceFingerprint: .device
        }
    }

    /// The member of a verification's body that holds the answer.
    var member: String {
        switch self {
        case .pin: "pin"
        case .faceMap: "faceMap"
        case .textMessage, .whatsApp, .voice: "otpCode"
        case .deviceFingerprint: "deviceFingerprint"
        }
    }
}
