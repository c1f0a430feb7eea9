import PersonalData
import Testing

@Suite("Telephones, mail and addresses")
struct ContactTests {
  @Test(
    "a mobile number is found however it is written",
    arguments: [
      "07911 123456", "07911123456", "07911 123 456", "+44 7911 123456", "+447911123456",
      "07700 900123",
      "+44 (0)7911 123456", "0044 7911 123456", "07911-123-456",
    ])
  func mobile(number: String) {
    expect(.phone, ["\(number) high"], in: "Ring \(number) today.")
  }

  @Test("the range kept for drama is named as such")
  func drama() {
    #expect(reader.suggest(in: "Ring 07700 900123").first?.reason.contains("drama") == true)
  }

  @Test("a landline may be an office's")
  func landline() {
    expect(.phone, ["01228 555123 medium"], in: "Tel: 01228 555123")
    expect(.phone, ["(0114) 496 0999 medium"], in: "Ring (0114) 496 0999.")
    expect(.phone, ["020 7946 0123 medium"], in: "Ring 020 7946 0123.")
    expect(.phone, ["01228555123 low"], in: "See 01228555123.")
    expect(.phone, ["0345 600 0000 low"], in: "Ring 0345 600 0000.")
  }

  @Test("an extension belongs to the number")
  func extensions() {
    expect(.phone, ["01228 555123 ext. 451 medium"], in: "Ring 01228 555123 ext. 451 now.")
    expect(.phone, ["0345 600 0000 x4512 medium"], in: "Ring 0345 600 0000 x4512.")
  }

  @Test("a number abroad is found by its plus sign")
  func abroad() { expect(.phone, ["+353 1 234 5678 medium"], in: "Ring +353 1 234 5678.") }

  @Test("dates, money, references and the regulator's number are no telephones")
  func phoneInnocents() {
    for text in [
      "on 07/08/2022 12:30", "£0,123,456.78", "0303 123 1113", "ref 0123-45", "012345678901234",
      "case 2023/07911123456", "0.7911123456",
    ] {
      expect(.phone, [], in: "See \(text).")
    }
  }

  @Test("an address made of a name is surer than a mailbox")
  func mail() {
    expect(.email, ["jane.doe@example.org high"], in: "<jane.doe@example.org>")
    expect(.email, ["Sarah@example.org high"], in: "to Sarah@example.org.")
    expect(.email, ["o'brien_p@cumbria.police.uk high"], in: "o'brien_p@cumbria.police.uk")
    expect(.email, ["jdoe7@example.org medium"], in: "jdoe7@example.org,")
    expect(.email, ["foi@council.gov.uk low"], in: "Write to foi@council.gov.uk.")
    expect(.email, ["1vN2jJ-00.Az04@example.org medium"], in: "<1vN2jJ-00.Az04@example.org>")
    expect(.email, ["4512@cumbria.police.uk medium"], in: "PC 4512@cumbria.police.uk")
  }

  @Test("the regulator's address and what has no domain are not suggested")
  func mailInnocents() {
    for text in [
      "casework@ico.org.uk", "@CumbriaPolice", "3 apples @ 20p", "a@b", "user@localhost",
    ] {
      expect(.email, [], in: "See \(text) there.")
    }
  }

  @Test("a postcode has a valid area and format")
  func postcodes() {
    for code in ["SW1A 1AA", "M1 1AE", "CA10 2AU", "LS1 4AP", "EC1A1BB", "B33 8TH"] {
      expect(.postcode, ["\(code) low"], in: "It is \(code).")
    }
    for wrong in ["QQ1 1AA", "SW1A 1CA", "SW1A 11A", "SW1A  1AA", "A1 2B", "FY21 22A", "Q1 2AB"] {
      expect(.postcode, [], in: "It is \(wrong).")
    }
    expect(.postcode, [], in: "Wycliffe House, Water Lane, Wilmslow SK9 5AF")
  }

  @Test("a house in a street before it makes a whole address")
  func addresses() {
    let text = "She lives at 14 Acacia Avenue, Leeds LS1 4AP."
    expect(.address, ["14 Acacia Avenue high"], in: text)
    expect(.postcode, ["LS1 4AP high"], in: text)
    expect(.address, ["22 Station Road high"], in: "from 22 Station Road, Carlisle CA1 2DF")
    expect(.address, ["7b St John's Road low"], in: "At 7b St John's Road they met.")
  }

  @Test("an organisation's address is less sure")
  func offices() {
    let text = "Fernshire Council\n1 High Street\nFernton\nLS1 4AP"
    expect(.address, ["1 High Street medium"], in: text)
    expect(.postcode, ["LS1 4AP medium"], in: text)
    expect(.address, [], in: "Victoria Street, Section 2 High Court and in 2019 Park Road closed.")
  }
}
