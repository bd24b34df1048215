public import WiseAPI

extension WiseClient {
    /// The user whom the token belongs to.
    public func user() async throws(ClientError) -> User {
        try await read(.getUser, Route.getUser.path(generation: generation), User.init(json:))
    }
}
