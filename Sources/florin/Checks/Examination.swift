import Environments
import Glibc
import Signing
import Simulator
import WiseClient

/// Looks at everything that the program needs, part by part.
struct Examination: Sendable {
    private let options: SessionChoice

    init(_ options: SessionChoice) { self.options = options }

    /// All findings, in the order in which things are needed.
    func findings() async -> [Finding] {
        var findings = [curl, crypto] + stateFolder
        let configuration: ConfigurationFile
        do {
            configuration = try EnvironmentChoice.configuration(options.config)
        } catch {
            return findings + [Self.failed("configuration", error)]
        }
        if let path = configuration.path {
            findings.append(.ok("configuration", "\(path), with \(configuration.names.joined(separator: ", "))"))
        } else {
            findings.append(.ok("configuration", "none, so none is wrong; it would be \(EnvironmentChoice.folder)/config.toml"))
        }
        var chosen: EnvironmentSettings?
        do {
            chosen = try EnvironmentChoice(options).settings
        } catch {
            findings.append(Self.failed("environment", error))
        }
        for name in configuration.names where name != chosen?.name {
            guard let settings = try? configuration.environment(name) else { continue }
            findings += EnvironmentExamination(settings, isChosen: false).findings
        }
        if let chosen {
            let examination = EnvironmentExamination(chosen, isChosen: true)
            findings += examination.findings
            findings.append(await examination.reachability())
        }
        return findings
    }

    /// What an error of the configuration says.
    private static func failed(_ subject: String, _ error: any Error) -> Finding {
        let failure = error as? CleanFailure
        return .failure(subject, failure?.message ?? "\(error)", remedy: failure?.hint ?? "correct it")
    }

    private var curl: Finding {
        guard let library = dlopen("libcurl.so.4", RTLD_NOW) else {
            return .failure(
                "libcurl", "it cannot be loaded, so no server can be reached", remedy: "run sudo apt-get install libcurl4")
        }
        dlclose(library)
        return .ok("libcurl", "libcurl.so.4")
    }

    private var crypto: Finding {
        guard let reason = CryptoLibrary.reason else { return .ok("libcrypto", CryptoLibrary.version ?? "libcrypto.so.3") }
        return .warning(
            "libcrypto", "it cannot be loaded, so nothing can be signed: \(reason)", remedy: "run sudo apt-get install libssl3")
    }

    private var stateFolder: [Finding] {
        let path = StateFolder.path
        var status = stat()
        guard stat(path, &status) == 0 else {
            var folder = path
            while access(folder, F_OK) != 0, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
                folder = String(folder[..<slash])
            }
            return access(folder, W_OK) == 0
                ? [.ok("state folder", "\(path), made when it is needed")]
                : [.failure("state folder", "\(path) cannot be made", remedy: "give yourself write permission for \(folder)")]
        }
        guard status.st_mode & S_IFMT == S_IFDIR, access(path, W_OK | X_OK) == 0 else {
            return [
                .failure("state folder", "\(path) cannot be written", remedy: "run chmod u+rwx '\(path)', or make it a folder")
            ]
        }
        let folder: Finding =
            status.st_mode & 0o022 == 0
            ? .ok("state folder", path)
            : .warning("state folder", "others can write to \(path)", remedy: "run chmod go-w '\(path)'")
        return [folder, world].compactMap { $0 }
    }

    /// The stored world; nil when there is none yet.
    private var world: Finding? {
        guard access(StateFolder.world, F_OK) == 0 else { return nil }
        do throws(WorldStoreError) {
            _ = try WorldStore(path: StateFolder.world)
            return .ok("simulated world", StateFolder.world)
        } catch {
            return .failure("simulated world", "\(error)", remedy: "mend it, or begin anew: mv '\(StateFolder.world)' aside")
        }
    }
}
