import Glibc
import Signing
import Testing

@Suite("Signing with a key")
struct SigningKeyTests {
    static let message = Array("6f1a1c2e-0c3f-4b0e-9d55-0d2f6d2f9a11".utf8)

    @Test("agrees with the openssl command, in both directions", arguments: ["genrsa", "genpkey"])
    func agreesWithOpenSSL(way: String) throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try folder.makeKey(way, bits: 2048)
        let key = try SigningKey(pem: try folder.read("key.pem"))
        let signature = try key.signature(of: Self.message)
        #expect(signature.count == 256)
        try folder.write(Self.message, "message")
        try folder.write(signature, "signature")
        #expect(
            folder.run("openssl dgst -sha256 -verify public.pem -signature signature message") == 0, "openssl refuses it")
        #expect(folder.run("openssl dgst -sha256 -sign key.pem -out theirs message") == 0)
        #expect(try folder.read("theirs") == signature, "the padding leaves one signature only")
    }

    @Test("is accepted by the public key, and by no other, for no other message, and not when changed")
    func verification() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try folder.makeKey("genrsa", bits: 2048)
        let key = try SigningKey(pem: try folder.read("key.pem"))
        let mine = try VerificationKey(pem: try folder.read("public.pem"))
        let signature = try key.signature(of: Self.message)
        try folder.makeKey("genrsa", bits: 3072)
        let other = try VerificationKey(pem: try folder.read("public.pem"))
        #expect(mine.accepts(signature, of: Self.message))
        #expect(!other.accepts(signature, of: Self.message))
        #expect(!mine.accepts(signature, of: Self.message + [0]))
        #expect(!mine.accepts([], of: Self.message))
        #expect(!mine.accepts(Array(signature.dropLast()), of: Self.message))
        for index in stride(from: 0, to: signature.count, by: 37) {
            var changed = signature
            changed[index] ^= 1
            #expect(!mine.accepts(changed, of: Self.message))
        }
    }

    @Test("needs an RSA key of 2048 bits without a passphrase")
    func refusals() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try folder.makeKey("genrsa", bits: 1024)
        let short = try folder.read("key.pem")
        #expect(throws: KeyError.tooShort(bits: 1024)) { try SigningKey(pem: short) }
        #expect(folder.run("openssl genrsa -aes256 -passout pass:secret -out locked.pem 2048") == 0)
        let locked = try folder.read("locked.pem")
        #expect(throws: KeyError.encrypted) { try SigningKey(pem: locked) }
        #expect(folder.run("openssl ecparam -name prime256v1 -genkey -noout -out curve.pem") == 0)
        let curve = try folder.read("curve.pem")
        #expect(throws: KeyError.notRSA) { try SigningKey(pem: curve) }
        for text in ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
            #expect(throws: KeyError.unreadable) { try SigningKey(pem: Array(text.utf8)) }
            #expect(throws: KeyError.unreadable) { try VerificationKey(pem: Array(text.utf8)) }
        }
    }

    @Test("shows nothing of the key")
    func secret() throws {
        let folder = try KeyFolder()
        defer { folder.remove() }
        try folder.makeKey("genrsa", bits: 2048)
        let key = try SigningKey(pem: try folder.read("key.pem"))
        #expect("\(key)" == "<private RSA key of 2048 bits>")
        #expect(Mirror(reflecting: key).children.isEmpty)
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("0x"))
    }
}

@Suite("The library of digests")
struct CryptoLibraryTests {
    @Test("is there, and knows the digest of FIPS 180-4's first example")
    func digest() throws {
        #expect(CryptoLibrary.reason == nil)
        #expect(try #require(CryptoLibrary.version).hasPrefix("OpenSSL 3"))
        let digest = try #require(CryptoLibrary.sha256(Array("abc".utf8)))
        let text = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
