import Money

/// A language in which the bank names currencies (Wise API reference, 1.3).
///
/// The bank knows more languages than these; in one that is not here names stay English, as the bank does with those that it
/// does not know. Messages of errors are English in all of them: nothing documented says otherwise.
enum Language: String, CaseIterable {
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case portuguese = "pt"
    case polish = "pl"
    case italian = "it"
    case dutch = "nl"
    case english = "en"

    /// The best of an `Accept-Language` field that is known here: the greatest weight, then the first (RFC 9110, 12.5.4).
    init(accepting field: String) {
        var best: (language: Language, weight: Int)?
        for part in field.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = pieces.first, let word = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
                let language = Language(rawValue: word.lowercased())
            else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Self.weight($0.dropFirst(2)) } ?? 1000
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        self = best?.language ?? .english
    }

    /// Thousandths: `0.8` is 800.
    private static func weight(_ text: Substring) -> Int {
        guard let value = try? ExactDecimal(parsing: text) else { return 0 }
        return (try? value.multiplied(by: ExactDecimal(1000)))?.rounded(toScale: 0, .down).integer ?? 0
    }

    /// The name of a currency; nil where the English one has to do.
    func name(of currency: Currency) -> String? {
        guard let index = Self.allCases.firstIndex(of: self), let line = Self.names[currency.code] else { return nil }
        let names = line.split(separator: "|")
        return index < names.count ? String(names[index]) : nil
    }

    /// German, French, Spanish, Portuguese, Polish, Italian and Dutch, in the order of the cases.
    private static let names: [String: String] = [
        "AUD": "Australischer Dollar|dollar australien|dólar australiano|dólar australiano|dolar australijski|dollaro australiano"
            + "|Australische dollar",
        "BGN": "Bulgarischer Lew|lev bulgare|lev búlgaro|lev búlgaro|lew bułgarski|lev bulgaro|Bulgaarse lev",
        "BRL": "Brasilianischer Real|réal brésilien|real brasileño|real brasileiro|real brazylijski|real brasiliano"
            + "|Braziliaanse real",
        "CAD": "Kanadischer Dollar|dollar canadien|dólar canadiense|dólar canadense|dolar kanadyjski|dollaro canadese"
            + "|Canadese dollar",
        "CHF": "Schweizer Franken|franc suisse|franco suizo|franco suíço|frank szwajcarski|franco svizzero|Zwitserse frank",
        "CNY": "Renminbi Yuan|yuan renminbi chinois|yuan chino|yuan chinês|juan chiński|renminbi cinese|Chinese yuan",
        "CZK": "Tschechische Krone|couronne tchèque|corona checa|coroa tcheca|korona czeska|corona ceca|Tsjechische kroon",
        "DKK": "Dänische Krone|couronne danoise|corona danesa|coroa dinamarquesa|korona duńska|corona danese|Deense kroon",
        "EUR": "Euro|euro|euro|euro|euro|euro|Euro",
        "GBP": "Britisches Pfund|livre sterling|libra esterlina|libra esterlina|funt szterling|sterlina britannica|Brits pond",
        "HKD": "Hongkong-Dollar|dollar de Hong Kong|dólar de Hong Kong|dólar de Hong Kong|dolar hongkoński"
            + "|dollaro di Hong Kong|Hongkongse dollar",
        "HUF": "Ungarischer Forint|forint hongrois|forinto húngaro|forint húngaro|forint węgierski|fiorino ungherese"
            + "|Hongaarse forint",
        "IDR": "Indonesische Rupiah|roupie indonésienne|rupia indonesia|rupia indonésia|rupia indonezyjska|rupia indonesiana"
            + "|Indonesische roepia",
        "ILS": "Israelischer Neuer Schekel|nouveau shekel israélien|nuevo séquel israelí|novo shekel israelense"
            + "|nowy szekel izraelski|nuovo siclo israeliano|Israëlische nieuwe sjekel",
        "INR": "Indische Rupie|roupie indienne|rupia india|rupia indiana|rupia indyjska|rupia indiana|Indiase roepie",
        "ISK": "Isländische Krone|couronne islandaise|corona islandesa|coroa islandesa|korona islandzka|corona islandese"
            + "|IJslandse kroon",
        "JPY": "Japanischer Yen|yen japonais|yen japonés|iene japonês|jen japoński|yen giapponese|Japanse yen",
        "KRW": "Südkoreanischer Won|won sud-coréen|won surcoreano|won sul-coreano|won południowokoreański|won sudcoreano"
            + "|Zuid-Koreaanse won",
        "MXN": "Mexikanischer Peso|peso mexicain|peso mexicano|peso mexicano|peso meksykańskie|peso messicano|Mexicaanse peso",
        "MYR": "Malaysischer Ringgit|ringgit malais|ringgit malasio|ringgit malaio|ringgit malezyjski|ringgit malese"
            + "|Maleisische ringgit",
        "NOK": "Norwegische Krone|couronne norvégienne|corona noruega|coroa norueguesa|korona norweska|corona norvegese"
            + "|Noorse kroon",
        "NZD": "Neuseeland-Dollar|dollar néo-zélandais|dólar neozelandés|dólar neozelandês|dolar nowozelandzki"
            + "|dollaro neozelandese|Nieuw-Zeelandse dollar",
        "PHP": "Philippinischer Peso|peso philippin|peso filipino|peso filipino|peso filipińskie|peso filippino|Filipijnse peso",
        "PLN": "Polnischer Złoty|zloty polonais|esloti polaco|zloty polonês|złoty polski|zloty polacco|Poolse zloty",
        "RON": "Rumänischer Leu|leu roumain|leu rumano|leu romeno|lej rumuński|leu rumeno|Roemeense leu",
        "SEK": "Schwedische Krone|couronne suédoise|corona sueca|coroa sueca|korona szwedzka|corona svedese|Zweedse kroon",
        "SGD": "Singapur-Dollar|dollar de Singapour|dólar de Singapur|dólar de Singapura|dolar singapurski"
            + "|dollaro di Singapore|Singaporese dollar",
        "THB": "Thailändischer Baht|baht thaïlandais|bat tailandés|baht tailandês|baht tajski|baht thailandese|Thaise baht",
        "TRY": "Türkische Lira|livre turque|lira turca|lira turca|lira turecka|lira turca|Turkse lira",
        "USD": "US-Dollar|dollar américain|dólar estadounidense|dólar americano|dolar amerykański|dollaro statunitense"
            + "|Amerikaanse dollar",
        "ZAR": "Südafrikanischer Rand|rand sud-africain|rand sudafricano|rand sul-africano|rand południowoafrykański"
            + "|rand sudafricano|Zuid-Afrikaanse rand",
    ]
}
