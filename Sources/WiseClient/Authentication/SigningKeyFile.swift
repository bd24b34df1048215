import Signing
import WiseAPI

/// Signs one-time tokens with the RSA key of a file.
public struct SigningKeyFile: ChallengeSigner {
    /// The path of the file.
    public let place: String
    private let key: SigningKey

    /// Reads the key: PEM, RSA of at least 2048 bits, without a passphrase, in a file that others cannot read.
    public init(_ path: String) throws(SecretFile.Refusal) {
        let pem = try SecretFile.read(path, as: "the signing key")
        do throws(KeyError) {
            key = try SigningKey(pem: pem)
        } catch {
            throw SecretFile.Refusal(
                message: "the signing key \(path) cannot be used: \(error)", hint: "correct signing_key in the configuration")
        }
        place = path
    }

    /// The signature over the bytes of a one-time token.
    public func signature(over token: String) throws(ClientError) -> String {
        do throws(KeyError) {
            return Base64.text(try key.signature(of: Array(token.utf8)))
        } catch {
            throw ClientError(
                .api(.authenticationRequired), code: "signature_failed",
                message: "the one-time token could not be signed with \(place): \(error)", hint: "Run florin doctor")
        }
    }
}
