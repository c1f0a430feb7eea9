import Documents

/// The value of a property, told as text.
struct PropertyValue {
  var reader: ByteReader
  let page: CodePage
  /// Whether the value is a number, a time or a picture and not text.
  private(set) var isNumberOrTime = false

  private static let most = 4_096

  init(reader: ByteReader, page: CodePage) {
    self.reader = reader
    self.page = page
  }

  /// The text of the value; nil for kinds that have none.
  mutating func read() throws(Unreadable) -> String? {
    let kind = try reader.uint32()
    guard kind & 0x1000 != 0 else { return try scalar(kind) }
    let count = Int(try reader.uint32())
    guard count <= Self.most else { throw .broken("a list among its properties is too long") }
    var texts: [String] = []
    for _ in 0..<count {
      let inner = kind & 0xFFF
      let each = inner == 0x0C ? try reader.uint32() : inner
      // Programs disagree about how the texts of a list are padded; what can be read of it is told.
      do throws(Unreadable) {
        if let text = try scalar(each), !text.isEmpty { texts.append(text) }
      } catch { break }
      align(inner)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// Lists of variants and of wide texts are padded to four bytes.
  private mutating func align(_ inner: UInt32) {
    guard inner == 0x1F else { return }
    reader.position = min((reader.position + 3) / 4 * 4, reader.bytes.count)
  }

  private mutating func scalar(_ kind: UInt32) throws(Unreadable) -> String? {
    isNumberOrTime = kind & 0xFFF != 0x1E && kind & 0xFFF != 0x1F && kind & 0xFFF != 0x08
    switch kind & 0xFFF {
    case 0x1E, 0x08:
      let length = Int(try reader.uint32())
      return page.decode(try reader.take(length)).drops { $0.value == 0 }
    case 0x1F:
      let length = Int(try reader.uint32())
      return CodePage.utf16(try reader.take(2 * length)).drops { $0.value == 0 }
    case 0x02: return String(Int16(bitPattern: try reader.uint16()))
    case 0x12: return String(try reader.uint16())
    case 0x03, 0x16: return String(Int32(bitPattern: try reader.uint32()))
    case 0x13, 0x17: return String(try reader.uint32())
    case 0x14: return String(Int64(bitPattern: try reader.uint64()))
    case 0x15: return String(try reader.uint64())
    case 0x0B: return try reader.uint16() == 0 ? "false" : "true"
    case 0x04: return "\(Float(bitPattern: try reader.uint32()))"
    case 0x05, 0x07: return "\(Double(bitPattern: try reader.uint64()))"
    case 0x40: return Moment.text(fileTime: try reader.uint64())
    case 0x41, 0x46, 0x47:
      // Blobs hold the list of links of a document as a set of values of its own; text in it is told.
      let length = Int(try reader.uint32())
      let blob = try reader.take(length)
      if kind & 0xFFF == 0x47 { return length > 8 ? "a picture of \(length) bytes" : nil }
      let texts = TextRuns.find(in: blob)
      return texts.isEmpty ? nil : texts.joined(separator: "; ")
    default: return nil
    }
  }
}

/// Times as they stand in old files.
enum Moment {
  /// A time in tenths of microseconds since 1601, in UTC; nil for no time and for mere durations.
  static func text(fileTime: UInt64) -> String? {
    let seconds = Int(fileTime / 10_000_000)
    // Before 1900 it is a duration, such as the time that somebody spent on editing.
    guard seconds > 9_435_484_800 else { return nil }
    let days = seconds / 86_400 - 134_774
    let rest = seconds % 86_400
    return "\(date(days)) \(two(rest / 3_600)):\(two(rest / 60 % 60)) UTC"
  }

  /// A day as a date, counted from 1 January 1970.
  static func date(_ days: Int) -> String {
    // The calendar repeats every 146,097 days; years begin in March so that leap days end them.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return "\(year + era * 400 + (calendarMonth <= 2 ? 1 : 0))-\(two(calendarMonth))"
      + "-\(two(dayOfMonth))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
