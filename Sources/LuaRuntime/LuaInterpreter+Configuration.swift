extension LuaInterpreter {
    /// What an interpreter is made of.
    public struct Configuration: Sendable {
        /// A piece of Lua that comes with the host.
        public struct Prelude: Sendable {
            /// The name in tracebacks.
            public var name: String
            /// The Lua text.
            public var source: String

            /// A prelude of this name.
            public init(name: String, source: String) {
                self.name = name
                self.source = source
            }
        }

        /// The most bytes that Lua may hold, together with arguments and answers in transit.
        public var memoryLimit: Int
        /// What Lua finds in the `host` table.
        public var functions: [HostFunction]
        /// Run once, in order, with the `host` table as `...`.
        public var preludes: [Prelude]
        /// What `require` finds without looking at any folder, by name.
        public var modules: [String: String]
        /// Where `require` looks for `NAME.lua`, in order.
        public var moduleFolders: [String]
        /// Whether reading or assigning an undeclared global is an error. At the prompt assigning is allowed.
        public var strictGlobals: Bool
        /// Whether `pairs` goes through integers, then text in byte order, then the rest.
        public var orderedPairs: Bool
        /// Where `math.random` starts.
        public var randomSeed: UInt64
        /// Takes what `print` writes, with the end of the line. Called on the interpreter's thread.
        public var output: @Sendable (String) -> Void

        /// Makes allocations fail, for tests.
        package var allocationFailure: AllocationFailure?

        /// A configuration; the memory limit is 256 MiB if not given.
        public init(
            memoryLimit: Int = 256 << 20,
            functions: [HostFunction] = [],
            preludes: [Prelude] = [],
            modules: [String: String] = [:],
            moduleFolders: [String] = [],
            strictGlobals: Bool = false,
            orderedPairs: Bool = true,
            randomSeed: UInt64 = 0,
            output: @escaping @Sendable (String) -> Void = { _ in }
        ) {
            self.memoryLimit = memoryLimit
            self.functions = functions
            self.preludes = preludes
            self.modules = modules
            self.moduleFolders = moduleFolders
            self.strictGlobals = strictGlobals
            self.orderedPairs = orderedPairs
            self.randomSeed = randomSeed
            self.output = output
        }
    }
}

/// Which allocation fails, for tests of what happens then.
package struct AllocationFailure: Sendable {
    /// The number of the allocation, from 1 at the creation of the interpreter.
    package var number: Int
    /// Whether every later one fails too.
    package var lasting: Bool

    package init(number: Int, lasting: Bool) {
        self.number = number
        self.lasting = lasting
    }
}
