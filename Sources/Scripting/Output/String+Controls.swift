extension String {
    /// The text with control characters replaced by their pictures (U+2400 to U+2421), line ends and tabs excepted.
    ///
    /// What somebody else wrote, such as the reference of a payment, must not steer the reader's terminal.
    package var withVisibleControls: String {
        guard unicodeScalars.contains(where: Self.isControl) else { return self }
        var output = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !Self.isControl(scalar) {
                output.append(scalar)
            } else if scalar.value < 0x20 {
                output.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            } else {
                output.append(scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}")
            }
        }
        return String(output)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks that turn the direction of writing could disguise an amount.
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
