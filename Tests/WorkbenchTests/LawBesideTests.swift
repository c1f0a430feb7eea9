import Casework
import InformationLaw
import Markup
import PublicInterest
import Testing

@testable import Workbench

@Suite("The law beside the field that uses it")
struct LawBesideTests {
  @Test("the same entry stands in the statute book and beside the fields")
  func same() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    try await workplace.append(
      .relianceSet(reliance: Reliance(id: "r1", limb: "foia-31-1-a", items: [])), to: reference)
    let book = workplace.house.book
    let limb = try #require(book.limb(id: "foia-31-1-a"))
    let entry = LimbView(limb: limb, book: book).entry.text
    #expect(entry.contains("What has to be on file") && entry.contains("Sources"))
    for address in [
      Address.limb(limb.id), .reliance(reference, reliance: "r1"),
      .harm(reference, reliance: "r1", step: "interest"),
    ] {
      #expect(try await workplace.get(address, as: .officer).body.contains(entry), "\(address)")
    }
  }

  @Test("a source that nobody has read says so wherever it is shown")
  func unverified() async throws {
    let book = try StatuteBook.builtIn()
    var shown = 0
    for limb in book.limbs {
      let entry = LimbView(limb: limb, book: book).entry.text
      for source in limb.sources.compactMap({ book.sources[$0] }) where source.status != .read {
        shown += 1
        #expect(
          entry.contains("<span class=\"tag draft\">\(source.status.rawValue)</span>"),
          "\(limb.id) \(source.id)")
      }
    }
    #expect(shown > 0)
  }
}
