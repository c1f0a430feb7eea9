import Testing

@testable import HiddenData

@Suite("Pictures made to do harm, and broken ones")
struct PictureHostileTests {
  private func inspect(_ bytes: [UInt8], _ name: String) -> Inspection {
    FileInspection.inspect(bytes, name: name, sha256: "")
  }

  @Test("words that stand in XMP where no property is are shown as they are")
  func looseWords() {
    let loose = PictureExamples.xmp(#"dc:format="image/png""#)
      .replacing("</rdf:RDF>", with: "Draft for the minister</rdf:RDF>")
    let text = XMPText(Array(loose.utf8))
    #expect(text.lines == ["text: Draft for the minister"])
  }
}
