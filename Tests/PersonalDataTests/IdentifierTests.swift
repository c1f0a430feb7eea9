import PersonalData
import Testing

@Suite("Identifiers of people")
struct IdentifierTests {
  @Test(
    "a National Insurance number is found however it is spaced",
    arguments: [
      "AB123456C", "AB 12 34 56 C", "AB 123456 C", "AB12 34 56C", "ab123456d", "AB-12-34-56-A",
    ])
  func insurance(number: String) {
    expect(.nationalInsurance, ["\(number) high"], in: "Her number is \(number), she said.")
  }

  @Test("without its suffix a National Insurance number needs its label")
  func insuranceWithoutSuffix() {
    expect(.nationalInsurance, ["AB123456 medium"], in: "National Insurance: AB123456.")
    expect(.nationalInsurance, [], in: "Our invoice AB123456.")
  }

  @Test("a prefix that is never given counts only with the label, and low")
  func insurancePrefix() {
    for prefix in ["DA", "AO", "GB", "ZZ", "NT"] {
      expect(.nationalInsurance, [], in: "Reference \(prefix)123456C.")
      expect(.nationalInsurance, ["\(prefix)123456C low"], in: "NINO \(prefix)123456C.")
    }
  }

  @Test("QQ, the prefix of examples, is suggested all the same")
  func examplePrefix() {
    expect(.nationalInsurance, ["QQ 12 34 56 C medium"], in: "NI number: QQ 12 34 56 C")
    expect(.nationalInsurance, ["QQ123456C low"], in: "It was QQ123456C.")
  }

  @Test("other letters at the end, more digits or letters around make no National Insurance number")
  func insuranceInnocents() {
    for text in ["AB123456E", "AB1234567C", "XAB123456C", "AB123456CD", "AB12345C"] {
      expect(.nationalInsurance, [], in: "See \(text).")
    }
  }

  @Test("an NHS number is surest with a word about health")
  func health() {
    expect(.nhsNumber, ["943 476 5919 high"], in: "NHS number: 943 476 5919.")
    expect(.nhsNumber, ["9434765919 high"], in: "NHS no. 9434765919")
    expect(.nhsNumber, ["943-476-5919 medium"], in: "It was 943-476-5919.")
    expect(.nhsNumber, ["943\u{A0}476\u{A0}5919 medium"], in: "It was 943\u{A0}476\u{A0}5919.")
    expect(.nhsNumber, ["9434765919 low"], in: "Order 9434765919.")
  }

  @Test("a wrong check digit makes no NHS number, or an announced one with low confidence")
  func healthCheckDigit() {
    expect(.nhsNumber, [], in: "It was 943 476 5918.")
    expect(.nhsNumber, ["943 476 5918 low"], in: "NHS number 943 476 5918.")
    expect(.nhsNumber, [], in: "Order 1111111111.")
  }

  @Test("a driver number is found by its structure")
  func driver() {
    expect(.drivingLicence, ["MORGA657054SM9IJ high"], in: "Licence MORGA657054SM9IJ")
    expect(.drivingLicence, ["MORGA 657054 SM9IJ high"], in: "Licence MORGA 657054 SM9IJ.")
    expect(.drivingLicence, ["FOX99811120J99AB high"], in: "FOX99811120J99AB")
    // Month 13, day 32, a letter after the padding, too long.
    for wrong in ["MORGA613054SM9IJ", "MORGA607329SM9IJ", "FO9XA657054SM9IJ", "MORGA657054SM9IJK"] {
      expect(.drivingLicence, [], in: "Licence \(wrong).")
    }
  }

  @Test("nine digits are a passport only where one is spoken of")
  func passport() {
    expect(.passport, ["123456789 high"], in: "Passport number 123456789")
    expect(.passport, ["A12345678 high"], in: "passport no: A12345678.")
    expect(.passport, ["123456789 medium"], in: "His passport was stolen; it had 123456789 on it.")
    expect(.passport, [], in: "Purchase order 123456789.")
    expect(.passport, [], in: "Part A12345678.")
    expect(.passport, [], in: "Passport applications: 12345.")
  }

  @Test("a taxpayer reference needs a word about tax, and its check digit is verified")
  func tax() {
    expect(.taxReference, ["1955839661 high"], in: "UTR 1955839661")
    expect(.taxReference, ["19558 39661 high"], in: "Unique taxpayer reference: 19558 39661")
    expect(.taxReference, ["1955839662 low"], in: "UTR: 1955839662")
    expect(.taxReference, [], in: "Order number 1955839661.")
  }

  @Test("a payment card has a known beginning and a right check digit")
  func card() {
    expect(.paymentCard, ["4111 1111 1111 1111 high"], in: "She paid with 4111 1111 1111 1111.")
    expect(.paymentCard, ["4111-1111-1111-1111 high"], in: "Paid: 4111-1111-1111-1111")
    expect(.paymentCard, ["4111111111111111 medium"], in: "Paid: 4111111111111111")
    expect(.paymentCard, ["4111111111111111 high"], in: "Card: 4111111111111111")
    expect(.paymentCard, ["3782 822463 10005 high"], in: "Amex 3782 822463 10005")
    expect(.paymentCard, [], in: "Paid: 4111 1111 1111 1112")
    expect(.paymentCard, ["4111 1111 1111 1112 low"], in: "Card number 4111 1111 1111 1112")
    expect(.paymentCard, [], in: "Order 9111111111111111 or 0000 0000 0000 0000.")
  }

  @Test("a sort code and an account number find each other")
  func bank() {
    expect(
      .bankAccount, ["12-34-56 high", "12345678 high"], in: "Sort code: 12-34-56, account: 12345678"
    )
    expect(.bankAccount, ["12-34-56 high", "12345678 high"], in: "Pay to 12-34-56 12345678.")
    expect(.bankAccount, ["12 34 56 high"], in: "Sort code 12 34 56.")
    expect(.bankAccount, ["123456 high"], in: "Sort code 123456.")
    expect(.bankAccount, ["12345678 medium"], in: "Account number 12345678.")
    expect(.bankAccount, [], in: "On 12-03-21 we wrote; reference 12345678.")
  }

  @Test("a British IBAN is verified")
  func iban() {
    expect(.iban, ["GB29 NWBK 6016 1331 9268 19 high"], in: "IBAN GB29 NWBK 6016 1331 9268 19.")
    expect(.iban, ["GB29NWBK60161331926819 high"], in: "GB29NWBK60161331926819")
    expect(.iban, ["GB29NWBK60161331926818 low"], in: "GB29NWBK60161331926818")
    expect(.iban, [], in: "GB29 teams took part.")
  }
}
