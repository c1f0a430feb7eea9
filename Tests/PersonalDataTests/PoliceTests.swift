import PersonalData
import Testing

@Suite("Police and vehicles")
struct PoliceTests {
  @Test("identifiers of the PNC and the Criminal Records Office are verified by their letter")
  func records() {
    expect(
      .policeRecord, ["2012/0123456@ high".replacing("@", with: pnc)],
      in: "PNC ID 2012/0123456\(pnc)")
    expect(.policeRecord, ["12/123456\(pnc) medium"], in: "He is 12/123456\(pnc).")
    expect(.criminalRecord, ["123456/12\(cro) high"], in: "CRO: 123456/12\(cro)")
    expect(.criminalRecord, ["SF12/123456\(cro) high"], in: "CRO SF12/123456\(cro)")
  }

  @Test("a wrong letter counts only where such an identifier is announced")
  func wrongLetter() {
    expect(.policeRecord, [], in: "See file 2012/0123456Z.")
    expect(.policeRecord, ["2012/0123456Z low"], in: "PNC 2012/0123456Z.")
    expect(.criminalRecord, [], in: "Contract 123456/12A.")
  }

  private let pnc = PoliceTests.letter(12 * 10_000_000 + 123_456)
  private let cro = PoliceTests.letter(12 * 1_000_000 + 123_456)

  private static func letter(_ number: Int) -> String {
    String(Array("ZABCDEFGHJKLMNPQRTUVWXY")[number % 23])
  }

  @Test("a number after a rank or its label is an officer's")
  func officers() {
    expect(.officerNumber, ["1234 high"], in: "PC 1234 attended.")
    expect(.officerNumber, ["1234 high"], in: "PC 1234 Jones attended.")
    expect(.officerNumber, ["4512 high"], in: "Collar number 4512.")
    expect(.officerNumber, ["4512 high"], in: "shoulder no: 4512")
    expect(.officerNumber, ["P123456 high"], in: "Warrant number P123456")
    expect(.officerNumber, ["PC4512 medium"], in: "It was PC4512 who came.")
    expect(.officerNumber, ["4512 high"], in: "Collar number:\n4512")
    expect(.officerNumber, [], in: "Do they wear a badge?\n14. How many?")
    expect(.officerNumber, [], in: "In total 4512 officers; DC10 aircraft; warrants executed: 312.")
  }

  @Test("a number plate since 2001 is found spaced or not")
  func plates() {
    expect(.vehicle, ["AB12 CDE medium"], in: "It was AB12 CDE.")
    expect(.vehicle, ["AB12CDE high"], in: "Vehicle AB12CDE.")
    for wrong in ["AB01 CDE", "AB40 CDE", "AI12 CDE", "AB12 CIE", "AB12 CDEF", "AB12 cde"] {
      expect(.vehicle, [], in: "Form \(wrong) was used.")
    }
  }

  @Test("older number plates are low without a word about vehicles")
  func oldPlates() {
    expect(.vehicle, ["A123 BCD low"], in: "See A123 BCD there.")
    expect(.vehicle, ["A123 BCD high"], in: "Vehicle A123 BCD")
    expect(.vehicle, ["ABC 123D high"], in: "the car, ABC 123D, was")
    expect(.vehicle, ["ABC 123D low"], in: "See ABC 123D.")
    expect(.vehicle, ["AIZ 1234 high"], in: "the car AIZ 1234")
    expect(.vehicle, ["AIZ 1234 low"], in: "See AIZ 1234.")
    expect(.vehicle, ["ABC 123 medium"], in: "Vehicle registration ABC 123")
    expect(.vehicle, ["1234 AB medium"], in: "Vehicle registration: 1234 AB")
  }

  @Test("references that look like old plates are none")
  func plateInnocents() {
    for text in ["FOI 123A", "REF 12B", "ABC 123", "1234 AB", "EIR 12C", "ICO 1998"] {
      expect(.vehicle, [], in: "See \(text) for more.")
    }
  }
}
