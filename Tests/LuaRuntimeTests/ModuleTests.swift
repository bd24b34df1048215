import Glibc
import LuaRuntime
import Testing

@Suite("Modules")
struct ModuleTests {
    @Test("of the host are loaded once")
    func loadedOnce() async throws {
        let lua = try LuaInterpreter(
            .init(modules: [
                "florin.part": "count = (count or 0) + 1 return { name = ... }", "quiet": "", "bad": "error { 'no' }",
            ]))
        #expect(
            try await lua.run(
                "local a, b = require 'florin.part', require 'florin.part' return a == b, a.name, count, require 'quiet'")
                == [true, "florin.part", 1, true])
        #expect(
            try await lua.run("local a = pcall(require, 'bad') local b, e = pcall(require, 'bad') return a, b, e[1]") == [
                false, false, "no",
            ])
    }

    @Test("that require each other are refused")
    func cycle() async throws {
        let lua = try LuaInterpreter(.init(modules: ["a": "require 'b'", "b": "require 'a'"]))
        #expect(try await lua.failure(of: "require 'a'").raised?.code == "module_cycle")
    }

    @Test("are found in the folders, in their order")
    func folders() async throws {
        let folder = try TemporaryFolder()
        try folder.write("one/shared.lua", "return 'one'")
        try folder.write("two/shared.lua", "return 'two'")
        try folder.write("two/deep/part.lua", "#!x\nreturn 'deep ' .. ...")
        try folder.write("two/wrong.lua", "return\n= 1")
        try folder.write("two/raising.lua", "\nlocal x = nil + 1")
        try folder.write("two/binary.lua", "\u{1B}Lua")
        let lua = try LuaInterpreter(
            .init(moduleFolders: [folder.path + "/one", folder.path + "/two", folder.path + "/missing"]))
        #expect(try await lua.run("return require 'shared', require 'deep.part'") == ["one", "deep deep.part"])
        #expect(try await lua.failure(of: "require 'wrong'").message.contains("wrong.lua:2:"))
        let raising = try await lua.failure(of: "require 'raising'")
        #expect(raising.line == 2 && raising.chunkName == folder.path + "/two/raising.lua")
        #expect(try await lua.failure(of: "require 'binary'").message.contains("binary chunk"))
    }

    @Test("that are not there are refused with the places and what to do")
    func absent() async throws {
        let two = try LuaInterpreter(.init(moduleFolders: ["/nowhere/one", "/nowhere/two"]))
        let failure = try await two.failure(of: "require 'deep.absent'").raised
        #expect(failure?.message == "no module 'deep.absent' (looked in: /nowhere/one; /nowhere/two)")
        #expect(failure?.hint == "put deep/absent.lua beside the script")
        let current = try LuaInterpreter(.init(moduleFolders: [""]))
        #expect(try await current.failure(of: "require 'absent'").raised?.message == "no module 'absent' (looked in: .)")
        let prompt = try await LuaInterpreter(.init()).failure(of: "require 'absent'").raised
        #expect(prompt?.message == "no module 'absent'")
        #expect(prompt?.hint == "require works in scripts, for files beside the script")
    }
}

/// A folder that is removed at the end of a test.
private final class TemporaryFolder: Sendable {
    let path: String
    private let created = Recorder<String>()

    init() throws {
        var template = Array("/tmp/florin-modules-XXXXXX\0".utf8CString.dropLast())
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        try #require(made)
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ name: String, _ content: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
            created.append(folder)
        }
        let file = try #require(fopen(path + "/" + name, "w"))
        fputs(content, file)
        fclose(file)
        created.append(path + "/" + name)
    }

    deinit {
        for entry in created.all.reversed() { remove(entry) }
        remove(path)
    }
}
