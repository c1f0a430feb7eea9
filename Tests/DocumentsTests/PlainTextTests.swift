import Documents
import Testing

@Suite("Plain text")
struct PlainTextTests {
  @Test(
    "text that is UTF-8 comes out as the file holds it",
    arguments: [
      "Dear Sir,\r\n\r\nSection 31(1)(a) \r\n", "\u{FEFF}Annwyl ŵr\n", "  \t one line",
      "a\u{C}b\n\n",
      "ﬁne – “quoted” £5 \u{1F600}",
    ])
  func exact(text: String) throws {
    let read = try read(Array(text.utf8), .text)
    #expect(Array(read.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(read.format == .text && read.notes.isEmpty)
  }

  @Test("bytes of Windows-1252 are read as that and a note says so")
  func windows() throws {
    let text = try read(Array("It is ".utf8) + [0x93] + Array("closed".utf8) + [0x94, 0x20, 0xA3])
    #expect(text.text == "It is “closed” £")
    #expect(text.notes.map(\.matter) == [.characters])
    #expect(text.notes[0].message.contains("read as Windows-1252"))
  }

  @Test("UTF-8 with some bytes of Windows-1252 in it keeps both")
  func mixed() throws {
    let text = try read(Array("café ".utf8) + [0x80, 0x35, 0xE2, 0x80])
    #expect(text.text == "café €5â€")
    #expect(text.notes[0].message.contains("3 of its bytes"))
  }

  @Test("UTF-16 is read with a mark and without", arguments: [true, false])
  func utf16(marked: Bool) throws {
    let letter = "Dear Mr Pugh, we hold the information that you ask for."
    let little = letter.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = letter.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try read((marked ? [0xFF, 0xFE] : []) + little).text == letter)
    #expect(try read((marked ? [0xFE, 0xFF] : []) + big).text == letter)
  }

  @Test("marks that turn the direction of writing stay and are noted")
  func direction() throws {
    let text = try read(Array("see \u{202E}fdp.exe\u{202C}".utf8), .text)
    #expect(text.text.unicodeScalars.contains("\u{202E}"))
    #expect(text.notes.map(\.matter) == [.direction])
    #expect(text.notes[0].message.contains("2 marks"))
  }

  @Test("a line of 50 MB passes within seconds")
  func longLine() throws {
    let bytes = [UInt8](repeating: 0x61, count: 50_000_000)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try read(bytes, .text).text.utf8.count }
    #expect(count == 50_000_000)
    #expect(time < .seconds(20))
  }

  @Test("nothing, or blanks alone, is an empty file", arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(reason(Array(text.utf8), .text)?.reason == .empty)
  }

  @Test("files of other kinds are named and say what to do")
  func others() {
    let picture = reason([0x89] + Array("PNG\r\n".utf8))
    #expect(picture?.reason == .unknownFormat && picture?.message.contains("OCR") == true)
    #expect(reason(Array("{\\rtf1 hello}".utf8))?.message.contains("rich text") == true)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(reason(old)?.message.contains("old Office document") == true)
    let sealed = old + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(reason(sealed)?.reason == .encrypted)
    #expect(reason((0..<64).map { UInt8($0 % 7) })?.reason == .unknownFormat)
  }

  @Test("a file beyond the limit is refused in words")
  func limit() {
    var limits = DocumentLimits()
    limits.bytes = 10
    let refused = reason(Array("eleven char".utf8), .text, limits)
    #expect(refused?.reason == .overLimit)
    #expect(refused?.message.contains("at most 10") == true)
  }
}
