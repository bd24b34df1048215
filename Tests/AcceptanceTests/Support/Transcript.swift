/// The commands that a document shows in its code blocks, with what they print.
struct Transcript {
    struct Step {
        /// What stands after `$ `.
        let command: String
        /// The lines under it; `...` stands for lines that were left out.
        var shown: [String]
    }

    /// The commands of the program, in order.
    let steps: [Step]

    init(document: String) throws {
        var steps: [Step] = []
        var isInside = false
        var isOurs = false
        for line in try Files.text("\(Place.repository)/\(document)").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside.toggle()
                isOurs = false
            } else if isInside, line.hasPrefix("$ ") {
                isOurs = line == "$ florin" || line.hasPrefix("$ florin ")
                if isOurs { steps.append(Step(command: String(line.dropFirst(2)), shown: [])) }
            } else if isInside, isOurs {
                steps[steps.count - 1].shown.append(String(line))
            }
        }
        self.steps = steps
    }
}
