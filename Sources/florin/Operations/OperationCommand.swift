import ArgumentParser

/// A subcommand that does one operation of the account: by a piece of Lua of its own, on the surface that scripts use.
///
/// What stands on the command line reaches the Lua as values in `args`, never as text pasted into it.
protocol OperationCommand: AsyncParsableCommand {
    /// The Lua: it shows people what there is to see, and returns what programs read.
    static var lua: String { get }

    /// The options of every subcommand.
    var options: SessionOptions { get }

    /// What the Lua is given.
    func arguments() throws -> OperationArguments
}

extension OperationCommand {
    func arguments() throws -> OperationArguments { OperationArguments() }

    func run() async throws {
        let arguments = try arguments()
        try await Program(options.choice, showsTables: !options.json).run(operation: Self.lua, arguments: arguments.table)
    }
}
