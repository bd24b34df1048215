import Testing
import WiseClient

@Suite("A secret")
struct TransportSecretTests {
    private let secret = Secret("wise-token-0123")

    private struct Holder {
        let name = "holder"
        let secret: Secret
        let list: [Secret?]
    }

    @Test("prints nowhere, alone or inside another value")
    func prints() {
        var texts = [
            "\(secret)", secret.description, secret.debugDescription, String(describing: secret), String(reflecting: secret),
        ]
        let holder = Holder(secret: secret, list: [secret, nil])
        texts += ["\(holder)", String(reflecting: holder), "\([secret])", "\(Optional(secret) as Any)", "\(["a": secret])"]
        var dumped = ""
        dump(secret, to: &dumped)
        dump(holder, to: &dumped)
        texts.append(dumped)
        for text in texts {
            #expect(!text.contains("0123"))
            #expect(text.contains("<secret>"))
        }
    }

    @Test("has no parts for a mirror to find")
    func mirror() {
        let mirror = Mirror(reflecting: secret)
        #expect(mirror.children.isEmpty)
        #expect(mirror.superclassMirror == nil)
    }

    @Test("lends its text to who asks by name")
    func lends() { #expect(secret.withText { $0.count } == 15) }
}
