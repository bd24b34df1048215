import Foundation

/// A folder of its own for each test, gone afterwards.
final class StateFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "world-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var world: String { path + "/state/world.sqlite" }

    /// The names in the folder of the world.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path + "/state").sorted() }

    func bytes() throws -> Data { try Data(contentsOf: URL(filePath: world)) }

    func write(_ bytes: Data) throws {
        try FileManager.default.createDirectory(atPath: path + "/state", withIntermediateDirectories: true)
        try bytes.write(to: URL(filePath: world))
    }

    func mode(_ name: String) throws -> Int {
        try (FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}
