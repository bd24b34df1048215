import Glibc

/// A folder for keys that the openssl command makes.
struct KeyFolder {
    struct Failure: Error {
        let step: String
    }

    let path: String

    init() throws {
        var template = Array("/tmp/florin-keys-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(step: "mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { _ = run("rm -rf '\(path)'") }

    /// Runs a shell command in the folder and gives its exit status.
    func run(_ command: String) -> Int32 { system("cd '\(path)' && { \(command); } >/dev/null 2>&1") }

    func makeKey(_ way: String, bits: Int) throws {
        let command =
            way == "genrsa"
            ? "openssl genrsa -traditional -out key.pem \(bits)"
            : "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:\(bits) -out key.pem"
        guard run("\(command) && openssl pkey -in key.pem -pubout -out public.pem") == 0 else { throw Failure(step: way) }
    }

    func read(_ name: String) throws -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "rb") else { throw Failure(step: name) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        guard let file = fopen("\(path)/\(name)", "wb") else { throw Failure(step: name) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(step: name) }
    }
}
