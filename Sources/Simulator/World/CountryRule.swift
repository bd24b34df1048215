import Money
import WiseAPI

/// What depends on the country in which a profile lives, as data.
///
/// That there is strong customer authentication in the European Economic Area and the United Kingdom, that personal profiles
/// in Singapore, Malaysia and Japan may hold only so much, and that accounts are offered by country and state, is from the
/// Wise API reference (6.3, 3.2, 7). Invented are the amounts of the limits, and which countries beyond those are offered.
struct CountryRule: Sendable {
    /// ISO 3166 alpha-2.
    let code: String
    /// ISO 3166 alpha-3.
    let alpha3: String
    /// The English name.
    let name: String
    /// Whether the law asks for strong customer authentication.
    var asksForStrongAuthentication = false
    /// The most that a personal profile may hold over all balances.
    var personalHoldLimit: Money?
    /// The states in which accounts are offered, where that matters.
    var states: Set<String>?

    /// The rule of a country; nil where no account is offered.
    static func of(_ code: String) -> CountryRule? { table[code.uppercased()] }

    /// The alpha-3 code; the given code where the country is not in the table.
    static func alpha3(_ code: String) -> String { of(code)?.alpha3 ?? code }

    /// The English name; the given code where the country is not in the table.
    static func name(_ code: String) -> String { of(code)?.name ?? code }

    /// The limit of a new profile in a country.
    static func holdLimit(_ type: ProfileType, in code: String) -> Money? {
        type == .personal ? of(code)?.personalHoldLimit : nil
    }

    private static let table = Dictionary(uniqueKeysWithValues: (europe + others).map { ($0.code, $0) })

    /// The European Economic Area and the United Kingdom.
    private static let europe: [CountryRule] = [
        ("AT", "AUT", "Austria"), ("BE", "BEL", "Belgium"), ("BG", "BGR", "Bulgaria"), ("CY", "CYP", "Cyprus"),
        ("CZ", "CZE", "Czechia"), ("DE", "DEU", "Germany"), ("DK", "DNK", "Denmark"), ("EE", "EST", "Estonia"),
        ("ES", "ESP", "Spain"), ("FI", "FIN", "Finland"), ("FR", "FRA", "France"), ("GB", "GBR", "United Kingdom"),
        ("GR", "GRC", "Greece"), ("HR", "HRV", "Croatia"), ("HU", "HUN", "Hungary"), ("IE", "IRL", "Ireland"),
        ("IS", "ISL", "Iceland"), ("IT", "ITA", "Italy"), ("LI", "LIE", "Liechtenstein"), ("LT", "LTU", "Lithuania"),
        ("LU", "LUX", "Luxembourg"), ("LV", "LVA", "Latvia"), ("MT", "MLT", "Malta"), ("NL", "NLD", "Netherlands"),
        ("NO", "NOR", "Norway"), ("PL", "POL", "Poland"), ("PT", "PRT", "Portugal"), ("RO", "ROU", "Romania"),
        ("SE", "SWE", "Sweden"), ("SI", "SVN", "Slovenia"), ("SK", "SVK", "Slovakia"),
    ].map { CountryRule(code: $0.0, alpha3: $0.1, name: $0.2, asksForStrongAuthentication: true) }

    private static let others = [
        CountryRule(code: "AU", alpha3: "AUS", name: "Australia"),
        CountryRule(code: "BR", alpha3: "BRA", name: "Brazil"),
        CountryRule(code: "CA", alpha3: "CAN", name: "Canada"),
        CountryRule(code: "CH", alpha3: "CHE", name: "Switzerland"),
        CountryRule(code: "HK", alpha3: "HKG", name: "Hong Kong"),
        CountryRule(code: "JP", alpha3: "JPN", name: "Japan", personalHoldLimit: limit(1_000_000, "JPY")),
        CountryRule(code: "MY", alpha3: "MYS", name: "Malaysia", personalHoldLimit: limit(20_000, "MYR")),
        CountryRule(code: "NZ", alpha3: "NZL", name: "New Zealand"),
        CountryRule(code: "SG", alpha3: "SGP", name: "Singapore", personalHoldLimit: limit(20_000, "SGD")),
        CountryRule(code: "US", alpha3: "USA", name: "United States", states: states),
    ]

    private static func limit(_ units: Int, _ code: String) -> Money? {
        guard let currency = try? Currency(code: code) else { return nil }
        return Money(ExactDecimal(units).atScale(currency.providerDigits), currency)
    }

    /// The fifty states and the capital, ISO 3166-2 without the country.
    private static let states = Set(
        """
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC \
        SD TN TX UT VT VA WA WV WI WY DC
        """.split(separator: " ").map(String.init))
}
