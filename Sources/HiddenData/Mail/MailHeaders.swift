/// The header lines of a message or a part (RFC 5322), as they are written.
struct MailHeaders {
  struct Field {
    /// In small letters.
    var name: String
    /// As it is written, unfolded.
    var raw: [UInt8]
    /// With its folded lines and their ends.
    var whole: Range<Int>

    /// The value with its encoded words decoded.
    var value: String { EncodedWord.decoded(raw) }
  }

  private(set) var fields: [Field] = []
  /// Where the body begins.
  private(set) var end: Int
  /// Whether anything shows that the header lines are all there: an empty line, or one of a text.
  private(set) var isClosed = false

  /// Reads the lines up to the first empty one, or to one that is no header.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    end = range.upperBound
    while at < range.upperBound {
      let line = Self.line(bytes, at, range.upperBound)
      if line.text.isEmpty {
        end = line.next
        isClosed = true
        return
      }
      let first = bytes[at]
      if first == 0x20 || first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].raw += bytes[line.text]
        fields[fields.count - 1].whole = fields[fields.count - 1].whole.lowerBound..<line.next
      } else if let colon = bytes[line.text].firstIndex(of: UInt8(ascii: ":")),
        colon > at, Self.isName(bytes[at..<colon])
      {
        let name = String(decoding: bytes[at..<colon], as: UTF8.self).lowercased()
          .withoutOuterBlanks
        fields.append(
          Field(
            name: name, raw: Array(bytes[(colon + 1)..<line.text.upperBound]), whole: at..<line.next
          ))
      } else if bytes[line.text].starts(with: "From ".utf8)
        || bytes[line.text].starts(with: ">From ".utf8)
      {
        // The line that mailboxes put before each message.
      } else {
        // A line that is no header: the body begins without an empty line.
        end = at
        isClosed = line.next > line.text.upperBound
        return
      }
      at = line.next
    }
  }

  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.raw }

  /// A line without its end, and where the next one begins.
  static func line(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (text: Range<Int>, next: Int) {
    var at = start
    while at < limit, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    guard at < limit else { return (start..<at, at) }
    let isPair = bytes[at] == 0x0D && at + 1 < limit && bytes[at + 1] == 0x0A
    return (start..<at, at + (isPair ? 2 : 1))
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    name.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 } && !name.starts(with: [0x20])
      && name.prefix(while: { $0 != 0x20 }).count + name.reversed().prefix { $0 == 0x20 }.count
        == name.count
  }
}
