import Documents
import Testing

@testable import HiddenData

@Suite("Elements of XML")
struct XMLElementTests {
  private let written =
    #"<a one="Tom &amp; Jerry &#38; &lt;x&gt; &quot;y&quot;" two='&#xA3;5'>R&amp;D &#38; &lt;z&gt;</a>"#

  @Test("what is escaped in attributes and text comes as the characters it stands for")
  func unescaped() throws {
    let element = try XMLElement(reading: Array(written.utf8), place: "a part")
    #expect(element["one"] == #"Tom & Jerry & <x> "y""#)
    #expect(element["two"] == "£5")
    #expect(element.text == "R&D & <z>")
  }

  @Test("an element that is written again reads the same")
  func again() throws {
    let element = try XMLElement(reading: Array(written.utf8), place: "a part")
    let again = try XMLElement(reading: element.document(), place: "a part")
    #expect(again["one"] == element["one"] && again.text == element.text)
  }

  @Test("an entity that is declared or known to nobody ends the reading")
  func entities() {
    for text in ["<!DOCTYPE a [<!ENTITY b 'c'>]><a d='&b;'/>", "<a d='&b;'/>", "<a>&b;</a>"] {
      #expect(throws: Unreadable.self) {
        try XMLElement(reading: Array(text.utf8), place: "a part")
      }
    }
  }
}
