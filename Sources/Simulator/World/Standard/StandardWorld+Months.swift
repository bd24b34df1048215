import Money
import WiseAPI

extension StandardWorld {
    /// The transactions of a month of 2026.
    mutating func planMonth(_ month: Int) {
        planSales(month)
        planSuppliers(month)
        planCards(month)
        planBank(month)
        planMovements(month)
        planPerson(month)
    }

    private func customer(_ name: String, _ invoice: Int) -> EntryDetails {
        EntryDetails(party: name, partyAccount: "Unknown bank account", paymentReference: "INV-\(invoice)")
    }

    private mutating func planSales(_ month: Int) {
        let invoice = 2600 + month * 10
        addDeposit(draw(430_000...520_000, .eur), to: ids.euro, at: time(month, 6), customer("Papeterie du Lac SARL", invoice))
        addDeposit(
            draw(300_000...390_000, .eur), to: ids.euro, at: time(month, 21), customer("Fuchsbau Schreibwaren GmbH", invoice + 1))
        addDeposit(
            draw(560_000...640_000, .gbp), to: ids.pound, at: time(month, 9), customer("Hollin & Moss Stationers", invoice + 2))
        addDeposit(
            draw(430_000...520_000, .usd), to: ids.dollar, at: time(month, 14), customer("Tamarack Paper Supply Inc", invoice + 3)
        )
        addDeposit(
            draw(180_000...240_000, .sgd), to: ids.singapore, at: time(month, 17),
            customer("Lotus Lane Books Pte Ltd", invoice + 4))
        if month == 8 { addTopUp(Self.amount(80_000, .usd), to: ids.dollar, at: time(month, 3)) }
    }

    private mutating func planSuppliers(_ month: Int) {
        func supplier(_ name: String, _ account: String) -> EntryDetails {
            EntryDetails(party: name, partyAccount: account, paymentReference: "PO \(month)/26")
        }
        let mill = supplier("Nordwind Papiermühle KG", "DE00 0000 0000 0000 0000 00")
        addTransfer(draw(280_000...360_000, .eur), fee: Self.amount(57, .eur), from: ids.euro, at: time(month, 11), mill)
        let wages = supplier("Alderbrook Payroll Services", "00-00-00 00000000")
        addTransfer(draw(340_000...380_000, .gbp), fee: Self.amount(39, .gbp), from: ids.pound, at: time(month, 28), wages)
        let press = supplier("Cedar Press Works LLC", "000000000")
        addTransfer(
            draw(160_000...230_000, .usd), fee: Self.amount(113, .usd), from: ids.dollar, at: time(month, 19), press,
            returns: month == 9)
        let brushes = supplier("Kumano Fude Kobo KK", "0000000")
        addTransfer(draw(240_000...310_000, .jpy), fee: Self.amount(73, .jpy), from: ids.yen, at: time(month, 24), brushes)
        let freight = supplier("Straits Parcel Pte Ltd", "000-000000-0")
        addTransfer(draw(120_000...170_000, .sgd), fee: Self.amount(40, .sgd), from: ids.singapore, at: time(month, 26), freight)
    }

    private mutating func planCards(_ month: Int) {
        func shop(_ name: String, _ city: String, _ country: String, _ category: String) -> EntryDetails {
            EntryDetails(
                party: name, category: category, city: city, country: country, cardDigits: "4242", cardHolder: "Mira Alderbrook")
        }
        let cloud = shop("Brightcloud Hosting", "Dublin", "IE", "Computer Network Services")
        addCard(draw(2_900...3_400, .eur), from: ids.euro, .eur, at: time(month, 2), cloud)
        let station = shop("Railside Kiosk", "London", "GB", "Passenger Railways")
        addCard(draw(1_850...9_900, .gbp), from: ids.pound, .gbp, at: time(month, 8), station)
        let cafe = shop("Copper Kettle Cafe", "London", "GB", "Eating Places and Restaurants")
        for day in [5, 15, 25] { addCard(draw(420...3_800, .gbp), from: ids.pound, .gbp, at: time(month, day), cafe) }
        let design = shop("Inkwell Software", "Portland", "US", "Computer Software Stores")
        addCard(draw(5_400...5_999, .usd), from: ids.dollar, .usd, at: time(month, 12), design, refunded: month == 8)
        // Abroad with the balance of another currency: a rate and a fee on the line.
        let hotel = shop("Hotel Zielony Dworek", "Krakow", "PL", "Hotels, Motels, and Resorts")
        if let zloty = try? Currency(code: "PLN") {
            addCard(draw(31_000...64_000, zloty), from: ids.euro, .eur, at: time(month, 18), hotel)
        }
        let hawker = shop("Jalan Kopi House", "Johor Bahru", "MY", "Eating Places and Restaurants")
        if let ringgit = try? Currency(code: "MYR") {
            addCard(draw(1_500...6_000, ringgit), from: ids.singapore, .sgd, at: time(month, 22), hawker)
        }
    }

    private mutating func planBank(_ month: Int) {
        let insurance = EntryDetails(party: "Harbour Mutual Insurance", paymentReference: "POLICY 0001")
        addDirectDebit(draw(41_000...43_000, .eur), from: ids.euro, at: time(month, 3), insurance)
        let rent = EntryDetails(party: "Lantern Yard Estates", paymentReference: "UNIT 14")
        addDirectDebit(Self.amount(95_000, .gbp), from: ids.pound, at: time(month, 4), rent)
        addReward(.interest, draw(820...1_470, .eur), to: ids.euro, at: time(month, 28))
        addReward(.cashback, draw(110...640, .gbp), to: ids.pound, at: time(month, 7))
    }

    private mutating func planMovements(_ month: Int) {
        addConversion(draw(160_000...190_000, .eur), from: ids.euro, to: ids.yen, .jpy, at: time(month, 10))
        addConversion(draw(90_000...120_000, .gbp), from: ids.pound, to: ids.euro, .eur, at: time(month, 16))
        addConversion(draw(70_000...110_000, .usd), from: ids.dollar, to: ids.pound, .gbp, at: time(month, 20))
        addJarMove(Self.amount(draw(8...12) * 10_000, .eur), from: ids.euro, to: ids.reserve, at: time(month, 23))
        addJarMove(Self.amount(draw(5...7) * 10_000, .gbp), from: ids.pound, to: ids.tax, at: time(month, 27))
        if month == 9 { addJarMove(Self.amount(55_000, .eur), from: ids.reserve, to: ids.euro, at: time(month, 25)) }
        if month == 7 { addJarMove(Self.amount(500_000, .usd), from: ids.dollar, to: ids.growth, at: time(month, 15)) }
    }

    private mutating func planPerson(_ month: Int) {
        let salary = EntryDetails(
            party: "Alderbrook Paper Goods Ltd", partyAccount: "Unknown bank account", paymentReference: "Salary")
        addDeposit(draw(310_000...330_000, .sgd), to: ids.personal, at: time(month, 1), salary)
        let home = EntryDetails(party: "Example Rise Homes Pte Ltd", partyAccount: "000-00000-0", paymentReference: "Rent")
        addTransfer(Self.amount(260_000, .sgd), fee: Self.amount(40, .sgd), from: ids.personal, at: time(month, 5), home)
        let market = EntryDetails(
            party: "Banyan Grocer", category: "Grocery Stores, Supermarkets", city: "Singapore", country: "SG",
            cardDigits: "1881", cardHolder: "Mira Alderbrook")
        for day in [6, 13, 20, 27] { addCard(draw(2_200...9_800, .sgd), from: ids.personal, .sgd, at: time(month, day), market) }
        addJarMove(Self.amount(30_000, .sgd), from: ids.personal, to: ids.holiday, at: time(month, 2))
    }
}
