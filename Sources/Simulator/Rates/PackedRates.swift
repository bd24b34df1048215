import CReferenceRates
import Money

/// The table of reference rates that is compiled in, read where it lies: nothing is decoded before it is asked for.
///
/// The README of `CReferenceRates` describes the format.
struct PackedRates {
    private let bytes: UnsafeRawBufferPointer
    private let blockLength: Int
    private let currencyCount: Int
    private let directory: Int
    private let blockStarts: Int
    private let streams: Int
    private let blockCount: Int
    /// How many days the table has.
    let dayCount: Int
    /// The first day, in days since 1970-01-01.
    let firstDay: Int

    init() {
        bytes = UnsafeRawBufferPointer(start: reference_rates_bytes(), count: reference_rates_size())
        dayCount = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
        currencyCount = Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
        blockLength = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
        firstDay = Int(bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self))
        blockCount = (dayCount + blockLength - 1) / blockLength
        directory = 16 + 2 * dayCount
        blockStarts = directory + 4 * currencyCount
        streams = blockStarts + 4 * currencyCount * blockCount
    }

    /// The day in a row, in days since 1970-01-01.
    func day(_ row: Int) -> Int {
        firstDay + Int(bytes.loadUnaligned(fromByteOffset: 16 + 2 * row, as: UInt16.self))
    }

    /// The row of the last day that is not after `day`, or nil before the first one.
    func row(notAfter day: Int) -> Int? {
        guard day >= firstDay else { return nil }
        var low = 0
        var high = dayCount
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.day(middle) <= day { low = middle } else { high = middle }
        }
        return low
    }

    /// Where a currency stands in the table, or nil.
    func column(of currency: Currency) -> Int? {
        let code = currency.packedCode
        var low = 0
        var high = currencyCount
        while low < high {
            let middle = (low + high) / 2
            if packedCode(middle) < code { low = middle + 1 } else { high = middle }
        }
        return low < currencyCount && packedCode(low) == code ? low : nil
    }

    /// The currencies of the table, ordered by code.
    var currencies: [Currency] { (0..<currencyCount).compactMap { Currency(packedCode: packedCode($0)) } }

    /// The decimal places of a column.
    func scale(_ column: Int) -> Int { Int(bytes[directory + 4 * column + 3]) }

    /// What one euro bought in a row, in units of the column's last decimal place, or nil without a rate.
    func coefficient(column: Int, row: Int) -> Int? {
        let start = blockStarts + 4 * (column * blockCount + row / blockLength)
        var place = streams + Int(bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        var value = 0
        var isPresent = false
        for _ in 0...(row % blockLength) {
            let code = integer(at: &place)
            isPresent = code != 0
            if isPresent { value += (code - 1) & 1 == 0 ? (code - 1) >> 1 : -(code >> 1) }
        }
        return isPresent ? value : nil
    }

    private func packedCode(_ column: Int) -> UInt32 {
        let place = directory + 4 * column
        return UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
    }

    private func integer(at place: inout Int) -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = bytes[place]
            place += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
