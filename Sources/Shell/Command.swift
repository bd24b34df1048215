/// The words that the prompt answers itself. They stand alone on the first line of a chunk.
enum Command {
    case nothing
    case help
    case leave

    init?(_ line: String) {
        switch line.split(whereSeparator: \.isWhitespace) {
        case []: self = .nothing
        case ["help"]: self = .help
        case ["exit"], ["quit"]: self = .leave
        default: return nil
        }
    }
}
