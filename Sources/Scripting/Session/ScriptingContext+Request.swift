public import WiseAPI
import WiseClient

extension ScriptingContext {
    /// Sends any request with the credentials of the session: reading at once, an effect through the gate.
    ///
    /// - Parameter path: In either generation of paths; `{profile}` in it stands for the number of the profile in use.
    /// - Throws: ``LuaRuntime/LuaRaisedError``, as `wise.request` raises it.
    public func request(
        _ method: APIRequest.Method, path: String, query: [QueryItem] = [], body: JSONValue? = nil
    ) async throws -> JSONValue {
        let path = path.contains("{profile}") ? path.replacing("{profile}", with: "\(try await profileInUse().id)") : path
        return try await raising { () async throws(ClientError) in
            try await client.request(method, path: path, query: query, body: body)
        }
    }
}
