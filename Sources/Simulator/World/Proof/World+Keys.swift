import Signing
import WiseAPI

extension World {
    /// `POST keys`: `{"pem": "-----BEGIN PUBLIC KEY-----..."}`. A key that is there already is answered again.
    mutating func registerKey(_ body: RequestBody) throws(Refusal) -> Answer {
        let pem = try body.string("pem")
        do throws(KeyError) {
            _ = try VerificationKey(pem: Array(pem.utf8))
        } catch {
            throw .invalid("NOT_VALID", "No public key: \(error)", path: "pem")
        }
        if let known = proof.keys.first(where: { $0.pem == pem }) { return Answer(known.json) }
        guard proof.keys.count < PublicKeyRecord.greatestCount else {
            let message = "There are \(PublicKeyRecord.greatestCount) keys already. Remove one first."
            throw .unprocessable("keys.too-many", message, path: "pem")
        }
        let key = PublicKeyRecord(id: (proof.keys.map(\.id).max() ?? 0) + 1, pem: pem, addedAt: clock)
        proof.keys.append(key)
        touched.proof = true
        return Answer(status: 201, key.json)
    }

    /// `GET keys`
    func listKeys() -> Answer { Answer(.array(proof.keys.map(\.json))) }

    /// `DELETE keys/{id}`
    mutating func removeKey(_ id: Substring) throws(Refusal) -> Answer {
        guard let index = proof.keys.firstIndex(where: { String($0.id) == id }) else {
            throw .notFound("key.not-found", "There is no key \(id).", path: "id")
        }
        let key = proof.keys.remove(at: index)
        touched.proof = true
        return Answer(key.json)
    }
}

extension PublicKeyRecord {
    fileprivate var json: JSONValue {
        .object(["id": .integer(id), "addedAt": .string(addedAt.description), "pem": .string(pem)])
    }
}
