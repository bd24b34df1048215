// swift-tools-version: 6.2
import PackageDescription

let ourSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

// Start-up time is a goal: relative relocations are packed (Debian 12's loader reads them), unused code is dropped, no
// symbol is offered to the libraries, and the C++ library of the Swift runtime is linked in where scripts/release has
// put it, because loading it costs a millisecond.
let releaseLinking: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-L.build/static-libraries", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
            "-Xlinker", "--gc-sections", "-Xlinker", "--no-export-dynamic",
        ], .when(configuration: .release))
]

func ours(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: ourSettings)
}

func oursInC(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, cSettings: [.treatAllWarnings(as: .error)])
}

func ourTests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: ourSettings)
}

let package = Package(
    name: "florin",
    products: [
        .executable(name: "florin", targets: ["florin"]),
        .executable(name: "florin-bench", targets: ["florin-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        ours("Money", []),
        ours("WiseAPI", ["Money"]),

        oursInC("CCryptoHost"),
        ours("Signing", ["CCryptoHost"]),

        oursInC("CCurlHost"),
        ours("WiseClient", ["WiseAPI", "Money", "Signing", "CCurlHost"]),

        ours("Environments", ["WiseClient", "WiseAPI", .product(name: "TOMLKit", package: "TOMLKit")]),

        oursInC("CReferenceRates", exclude: ["README.md", "reference-rates.bin"]),
        ours(
            "Simulator", ["WiseAPI", "Money", "Signing", "CReferenceRates", .product(name: "GRDB", package: "GRDB.swift")]),
        ours(
            "SimulatorServer",
            [
                "Simulator", "WiseAPI", .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        oursInC("CLuaHost", ["CLua"]),
        ours("LuaRuntime", ["CLuaHost", "Money"]),
        oursInC("CLuaPrelude", exclude: ["prelude.lua"]),
        ours("Scripting", ["LuaRuntime", "CLuaPrelude", "WiseClient", "WiseAPI", "Money"]),

        .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        oursInC("CEditHost", ["CEdit"]),
        ours("Shell", ["CEditHost"]),

        .executableTarget(
            name: "florin",
            dependencies: [
                "Shell", "Scripting", "LuaRuntime", "SimulatorServer", "Simulator", "Environments", "WiseClient", "Signing",
                "WiseAPI", "Money",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: ourSettings, linkerSettings: releaseLinking),
        .executableTarget(
            name: "florin-bench",
            dependencies: [
                "Simulator", "SimulatorServer", "LuaRuntime", "CLuaHost", "WiseClient", "WiseAPI", "Money",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks", swiftSettings: ourSettings, linkerSettings: releaseLinking),

        ourTests("MoneyTests", ["Money"]),
        ourTests("SigningTests", ["Signing"]),
        ourTests("WiseAPITests", ["WiseAPI", "Money"]),
        ourTests("WiseClientTests", ["WiseClient", "WiseAPI", "Money"]),
        ourTests("EnvironmentsTests", ["Environments", "WiseClient", "WiseAPI"]),
        .target(
            name: "ExchangeRecording", dependencies: ["Simulator", "WiseAPI"], path: "Tests/ExchangeRecording",
            swiftSettings: ourSettings),
        ourTests(
            "SimulatorTests",
            [
                "ExchangeRecording", "Simulator", "WiseAPI", "Money", "Signing", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        ourTests("SimulatorServerTests", ["ExchangeRecording", "SimulatorServer", "Simulator", "WiseAPI"]),
        ourTests(
            "WireTests",
            ["ExchangeRecording", "WiseClient", "Simulator", "SimulatorServer", "WiseAPI", "Money"]),
        ourTests("LuaRuntimeTests", ["LuaRuntime", "CLuaHost", "Money"]),
        ourTests(
            "ScriptingTests", ["ExchangeRecording", "Scripting", "LuaRuntime", "Simulator", "WiseClient", "WiseAPI", "Money"]),
        ourTests("ShellTests", ["Shell"]),
        ourTests("AcceptanceTests", []),
    ]
)
