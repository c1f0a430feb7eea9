import InformationLaw
import LetterReading
import Testing

@Suite("Which provision a part is about")
struct AttributionTests {
  private func exemptions(of role: Role, in text: String) throws -> [String?] {
    let reader = try LetterReader(book: try StatuteBook.builtIn())
    return reader.read(text).spans.filter { $0.role == role }.map(\.exemption)
  }

  @Test("harm under the headings of two exemptions serves both and names none")
  func sharedHarm() throws {
    let letter = """
      Section 24(1) National Security

      Section 31(1)(a) Law Enforcement

      Harm

      Release would tell criminals and hostile states which systems are weak, and would be likely to \
      prejudice the prevention of crime and to endanger national security.
      """
    #expect(try exemptions(of: .harm, in: letter) == [nil])
  }

  @Test("each block of factors has the exemption of its heading, and the balance after them none")
  func perExemption() throws {
    let letter = """
      Factors favouring disclosure for Section 24(1)

      The public is entitled to know how public money is spent on security.

      Factors against disclosure for Section 24(1)

      Terrorists would learn of weaknesses and could use them in an attack.

      Factors favouring disclosure for Section 43(2)

      Transparency about contracts would help taxpayers to judge value for money.

      Factors against disclosure for Section 43(2)

      Suppliers would be less willing to bid if their prices were made public.

      Balance test

      On balance, the public interest in maintaining both exemptions outweighs that in disclosure.
      """
    #expect(try exemptions(of: .factorsFor, in: letter) == ["s24(1)", "s43(2)"])
    #expect(try exemptions(of: .factorsAgainst, in: letter) == ["s24(1)", "s43(2)"])
    #expect(try exemptions(of: .balance, in: letter) == [nil])
  }

  @Test("run-together limbs count as the first")
  func limbs() throws {
    let letter = """
      Section 31(1)(a)(b) Law Enforcement

      Evidence of harm

      Disclosure would enable criminals to avoid patrols and would be likely to prejudice the prevention \
      and detection of crime.
      """
    #expect(try exemptions(of: .harm, in: letter) == ["s31(1)(a)"])
  }
}
