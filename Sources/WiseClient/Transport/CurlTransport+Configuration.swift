import Glibc

extension CurlTransport {
    /// How requests travel.
    public struct Configuration: Sendable {
        /// What the server is told about the client, `florin/` and a version.
        public var userAgent: String
        /// How long making a connection may take, encryption included.
        public var connectTimeout: Duration = .seconds(10)
        /// How long a connection may stay silent; counted in whole seconds, rounded up.
        public var stallTimeout: Duration = .seconds(30)
        /// How long a request may take from beginning to end.
        public var wholeTimeout: Duration = .seconds(60)
        /// The most bytes that an answer's body may have once it is decoded.
        public var responseLimit = 64 * 1024 * 1024
        /// How many connections may be open at once; further requests wait for one, within their time limit.
        public var connectionLimit = 16
        /// A PEM file with the authorities to trust instead of the system's.
        public var certificateFile: String?
        /// The address of a proxy. A secret, because it may hold a password. Never used for this machine.
        public var proxy: Secret?
        /// The hosts reached without the proxy, separated by commas; `*` stands for all.
        public var proxyExemptions = ""
        /// The file name of libcurl, as the loader looks for it.
        public var library = "libcurl.so.4"

        /// The default limits, no proxy, and the system's authorities.
        public init(version: String) { userAgent = "florin/\(version)" }

        /// The default limits, with `SSL_CERT_FILE`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` of the environment.
        ///
        /// As with curl, the variables' lower-case names go first and an empty variable is as good as none.
        public static func environment(
            version: String, variable: (String) -> String? = Configuration.variableOfProcess
        ) -> Configuration {
            func first(_ names: String...) -> String? {
                for name in names {
                    if let value = variable(name), !value.isEmpty { return value }
                }
                return nil
            }
            var configuration = Configuration(version: version)
            configuration.certificateFile = first("SSL_CERT_FILE")
            configuration.proxy = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY").map { Secret($0) }
            configuration.proxyExemptions = first("no_proxy", "NO_PROXY") ?? ""
            return configuration
        }

        /// A variable of this process's environment.
        public static func variableOfProcess(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }
        }
    }
}
