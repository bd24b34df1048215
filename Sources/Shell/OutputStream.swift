internal import Glibc

/// Writes lines to a descriptor, all of them or an error.
struct OutputStream: Sendable {
    let descriptor: Int32

    func write(lines: [String]) throws(PromptFailure) {
        guard !lines.isEmpty else { return }
        try write(lines.map { $0 + "\n" }.joined())
    }

    func write(_ text: String) throws(PromptFailure) {
        // What the chunk itself left in the buffers of the C library came first.
        fflush(nil)
        var text = text
        let problem = text.withUTF8 { bytes in writeAll(UnsafeRawBufferPointer(bytes)) }
        if problem != 0 {
            throw PromptFailure("cannot write the result", problem: problem, hint: "see where the output goes, then run it again")
        }
    }

    /// The error number, or 0 when everything is written.
    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
