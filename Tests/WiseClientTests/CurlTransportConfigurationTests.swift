import Testing
import WiseClient

@Suite("The environment's settings of the transport")
struct CurlTransportConfigurationTests {
    /// Variables, and what follows from them.
    struct Row: Sendable {
        var variables: [String: String] = [:]
        var file: String?
        var proxy: String?
        var exemptions = ""
    }

    @Test(
        "name the authorities and the proxy as curl reads them",
        arguments: [
            Row(),
            Row(variables: ["SSL_CERT_FILE": "/a.pem"], file: "/a.pem"),
            Row(variables: ["SSL_CERT_FILE": ""]),
            Row(variables: ["HTTPS_PROXY": "http://p:1"], proxy: "http://p:1"),
            Row(variables: ["HTTPS_PROXY": "http://p:1", "https_proxy": "http://q:1"], proxy: "http://q:1"),
            Row(variables: ["ALL_PROXY": "http://p:1"], proxy: "http://p:1"),
            Row(variables: ["ALL_PROXY": "http://p:1", "HTTPS_PROXY": "http://q:1"], proxy: "http://q:1"),
            Row(variables: ["HTTPS_PROXY": "", "https_proxy": ""]),
            Row(variables: ["HTTP_PROXY": "http://p:1", "http_proxy": "http://p:1"]),
            Row(variables: ["NO_PROXY": "a,b"], exemptions: "a,b"),
            Row(variables: ["NO_PROXY": "a,b", "no_proxy": "c"], exemptions: "c"),
        ])
    func variables(row: Row) {
        let configuration = CurlTransport.Configuration.environment(version: "1.2.3") { row.variables[$0] }
        #expect(configuration.userAgent == "florin/1.2.3")
        #expect(configuration.certificateFile == row.file)
        #expect(configuration.proxy?.withText { $0 } == row.proxy)
        #expect(configuration.proxyExemptions == row.exemptions)
    }

    @Test("do not show a proxy's password")
    func password() {
        var configuration = CurlTransport.Configuration(version: "1.2.3")
        configuration.proxy = Secret("http://user:word@p:1")
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!(dumped + "\(configuration)").contains("word"))
    }
}
