import Glibc
import Testing
import WiseClient

@Suite("Files that hold secrets")
struct SecretFileTests {
    /// A folder that is gone with the test.
    private final class Folder {
        let path: String

        init() throws {
            var template = Array("/tmp/florin-secrets-XXXXXX".utf8CString)
            path = String(cString: try #require(mkdtemp(&template)))
        }

        deinit { _ = system("rm -rf '\(path)'") }

        func run(_ command: String) { #expect(system("cd '\(path)' && { \(command); } >/dev/null 2>&1") == 0, "\(command)") }
    }

    @Test(
        "are refused when others can read or change them, with the command that mends it",
        arguments: [
            "640", "604", "620", "602", "610", "666",
        ])
    func permissions(mode: String) throws {
        let folder = try Folder()
        folder.run("echo secret > token && chmod \(mode) token")
        let refusal = #expect(throws: SecretFile.Refusal.self) {
            try SecretFile.read("\(folder.path)/token", as: "the token file")
        }
        #expect(refusal?.hint == "run chmod 600 '\(folder.path)/token'")
        #expect(SecretFile.problem("\(folder.path)/token", as: "the token file") == refusal)
    }

    @Test("are read when they are private", arguments: ["600", "400", "700"])
    func privateFile(mode: String) throws {
        let folder = try Folder()
        folder.run("printf secret > token && chmod \(mode) token")
        #expect(try SecretFile.read("\(folder.path)/token", as: "the token file") == Array("secret".utf8))
        #expect(SecretFile.problem("\(folder.path)/token", as: "the token file") == nil)
    }

    @Test("are named when they are missing, folders or far too long")
    func others() throws {
        let folder = try Folder()
        #expect(throws: SecretFile.Refusal.self) { try SecretFile.read("\(folder.path)/none", as: "the token file") }
        #expect(throws: SecretFile.Refusal.self) { try SecretFile.read(folder.path, as: "the token file") }
        folder.run("head -c 2000000 /dev/zero > long && chmod 600 long")
        #expect(throws: SecretFile.Refusal.self) { try SecretFile.read("\(folder.path)/long", as: "the token file") }
    }

    @Test("a signing key is a private file with an RSA key of 2048 bits or more and no passphrase")
    func keys() throws {
        let folder = try Folder()
        folder.run("umask 077 && openssl genrsa -out good.pem 2048 && cp good.pem open.pem && chmod 644 open.pem")
        folder.run("umask 077 && openssl genrsa -out short.pem 1024")
        folder.run("umask 077 && openssl genrsa -aes128 -passout pass:word -out locked.pem 2048")
        folder.run("umask 077 && openssl ecparam -name prime256v1 -genkey -noout -out curve.pem && echo nothing > text.pem")
        let key = try SigningKeyFile("\(folder.path)/good.pem")
        #expect(try key.signature(over: "token").utf8.count == 344 && key.place.hasSuffix("good.pem"))
        let words = [
            "open": "chmod 600", "short": "1024 bits", "locked": "passphrase", "curve": "not RSA", "text": "no key",
            "none": "No such file",
        ]
        for (name, word) in words {
            let refusal = #expect(throws: SecretFile.Refusal.self) { try SigningKeyFile("\(folder.path)/\(name).pem") }
            let text = "\(refusal?.message ?? "") \(refusal?.hint ?? "")"
            #expect(text.contains(word), "\(name): \(text)")
        }
    }
}
