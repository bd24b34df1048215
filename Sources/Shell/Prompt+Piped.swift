internal import Glibc

extension Prompt {
    /// The most bytes that a piped chunk may have.
    static let pipedLimit = 16 * 1024 * 1024

    /// Runs all of the input as one chunk.
    func runPiped() async -> Int32 {
        let input = streams.input
        do throws(PromptFailure) {
            let chunk = try await OwnThread.run { Result { () throws(PromptFailure) in try Self.readAll(input) } }.get()
            switch await session.evaluate(chunk) {
            case .printed(let lines):
                try OutputStream(descriptor: streams.output).write(lines: lines)
                return 0
            case .failed(let lines, let exitCode):
                try OutputStream(descriptor: streams.errors).write(lines: lines)
                return exitCode
            case .incomplete:
                throw PromptFailure("the input ends in the middle of a chunk", hint: "close what it opens, with end or a bracket")
            case .ended(let exitCode):
                return exitCode
            }
        } catch {
            report(error)
            return 1
        }
    }

    private static func readAll(_ descriptor: Int32) throws(PromptFailure) -> String {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &block, block.count)
            if count > 0 {
                bytes += block[..<count]
                guard bytes.count <= pipedLimit else {
                    throw PromptFailure("the input has more than \(pipedLimit) bytes", hint: "put it into a file and run that")
                }
            } else if count == 0 {
                break
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw PromptFailure("cannot read the input", problem: errno, hint: "see where it comes from")
            }
        }
        guard let chunk = String(validating: bytes, as: UTF8.self) else {
            throw PromptFailure("the input is not UTF-8 text", hint: "convert it, for example with iconv -t UTF-8")
        }
        return chunk
    }
}
