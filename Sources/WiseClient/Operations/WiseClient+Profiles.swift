public import WiseAPI

extension WiseClient {
    /// The profiles of the user, in the newer form.
    public func profiles() async throws(ClientError) -> [Profile] {
        try await read(.listProfiles, Route.listProfiles.path(generation: generation), Profile.list)
    }

    /// The profiles of the user in the older form: types in lower case, names under `details`.
    public func profilesFirstVersion() async throws(ClientError) -> [Profile] {
        try await read(.listProfilesFirstVersion, Route.listProfilesFirstVersion.path(generation: generation), Profile.list)
    }

    /// One profile.
    public func profile(_ id: Int) async throws(ClientError) -> Profile {
        try await read(.getProfile, Route.getProfile.path("\(id)", generation: generation), Profile.init(json:))
    }
}
