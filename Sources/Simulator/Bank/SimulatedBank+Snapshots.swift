import WiseAPI

/// The control routes that concern the world as a whole.
enum BankRoute: Equatable {
    /// `POST /_simulator/snapshots`: `{"name": "before"}`
    case takeSnapshot
    /// `GET /_simulator/snapshots`
    case listSnapshots
    /// `POST /_simulator/snapshots/{name}/restore`
    case restoreSnapshot(String)
    /// `POST /_simulator/reset`
    case reset
    /// One of these paths with another method.
    case wrongMethod

    init?(_ request: APIRequest) {
        guard ControlRoute.isControl(request.path) else { return nil }
        let segments = request.path.split(separator: "/").dropFirst().map(String.init)
        switch (request.method, segments.first, segments.count) {
        case (.post, "snapshots", 1): self = .takeSnapshot
        case (.get, "snapshots", 1): self = .listSnapshots
        case (.post, "snapshots", 3) where segments[2] == "restore": self = .restoreSnapshot(segments[1])
        case (.post, "reset", 1): self = .reset
        case (_, "snapshots", 1), (_, "reset", 1): self = .wrongMethod
        case (_, "snapshots", 3) where segments[2] == "restore": self = .wrongMethod
        default: return nil
        }
    }
}

extension SimulatedBank {
    /// How many snapshots a bank keeps; each is a copy that shares what has not changed since.
    static let greatestSnapshotCount = 100

    func respond(on route: BankRoute, to request: APIRequest, _ access: AccessPolicy) -> APIResponse {
        if let refusal = held.world.accessRefusal(of: request, access: access) { return refusal }
        do throws(WorldStoreError) {
            switch route {
            case .wrongMethod: return answer(.wrongMethod(request.method), request)
            case .listSnapshots: return answer(status: 200, .array(snapshots.keys.sorted().map { .string($0) }))
            case .takeSnapshot: return try takeSnapshot(request)
            case .restoreSnapshot(let name): return try restoreSnapshot(name, request)
            case .reset:
                try store?.refresh(&held)
                return try replaceWorld(with: .standard(seed: held.world.settings.seed))
            }
        } catch {
            return refusal(error, request)
        }
    }

    private func takeSnapshot(_ request: APIRequest) throws(WorldStoreError) -> APIResponse {
        let name: String
        do throws(Refusal) {
            name = try RequestBody(request).string("name")
            guard Self.isSnapshotName(name) else {
                throw .invalid("NOT_VALID", "A name has 1 to 64 letters, digits, dots, hyphens and underscores.", path: "name")
            }
            guard snapshots[name] != nil || snapshots.count < Self.greatestSnapshotCount else {
                let message = "There are \(Self.greatestSnapshotCount) snapshots already; take it under the name of one of them."
                throw .unprocessable("snapshots.too-many", message, path: "name")
            }
        } catch {
            return answer(error, request)
        }
        try store?.refresh(&held)
        moveClock(of: &held.world)
        snapshots[name] = held.world
        return answer(status: 201, summary(name))
    }

    private func restoreSnapshot(_ name: String, _ request: APIRequest) throws(WorldStoreError) -> APIResponse {
        guard let snapshot = snapshots[name] else {
            let known = snapshots.isEmpty ? "none was taken" : "there are " + snapshots.keys.sorted().joined(separator: ", ")
            return answer(.notFound("snapshot.not-found", "No snapshot '\(name)': \(known).", path: "name"), request)
        }
        return try replaceWorld(with: snapshot, name)
    }

    private func replaceWorld(with world: World, _ name: String? = nil) throws(WorldStoreError) -> APIResponse {
        if let store { try store.replace(&held, with: world) } else { held.world = world }
        restartClock()
        return answer(status: 200, summary(name))
    }

    private func summary(_ name: String?) -> JSONValue {
        var object: JSONObject = [:]
        if let name { object["name"] = .string(name) }
        object["clock"] = .string(held.world.clock.description)
        return .object(object)
    }

    /// Names are made of characters that stand for themselves in a path.
    private static func isSnapshotName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
