import Signing

extension Secret {
    /// The credentials of an application, for the `Basic` scheme of RFC 7617.
    static func basic(user: String, password: Secret) -> Secret {
        password.withText { Secret(Base64.text("\(user):\($0)".utf8), scheme: .basic) }
    }
}
