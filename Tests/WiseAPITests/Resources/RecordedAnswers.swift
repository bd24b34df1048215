import Glibc
import WiseAPI

/// Recorded answers of the bank that may stand beside the clone; they are not part of it.
enum RecordedAnswers {
    /// `../shared/reference/recorded` from the root of the repository, where it is there.
    static let folder: String? = {
        guard let root = #filePath.range(ofLast: "/Tests/WiseAPITests/") else { return nil }
        let folder = root + "/../shared/reference/recorded"
        return names(in: folder).isEmpty ? nil : folder
    }()

    /// The files of a folder below, by name.
    static func files(in name: String = "") -> [(name: String, bytes: [UInt8])] {
        guard let folder else { return [] }
        let path = name.isEmpty ? folder : "\(folder)/\(name)"
        return names(in: path).map { ($0, bytes(of: "\(path)/\($0)")) }
    }

    private static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasSuffix(".json") || name.hasSuffix(".jsonl") { names.append(name) }
        }
        return names.sorted()
    }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

extension String {
    /// What stands before the last occurrence of a part.
    fileprivate func range(ofLast part: String) -> String? {
        var end = endIndex
        while end > startIndex {
            if self[..<end].hasSuffix(part) { return String(self[..<index(end, offsetBy: -part.count)]) }
            formIndex(before: &end)
        }
        return nil
    }
}
