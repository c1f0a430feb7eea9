/// Goes through the records of a workbook stream (BIFF5 and BIFF8): a kind, a length and that many bytes.
struct BIFFReader {
  /// A record: its kind, and where its bytes lie in the stream.
  struct Record {
    let kind: Int
    let start: Int
    let body: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var position: Int
  /// Whether a record goes beyond the end of the stream.
  private(set) var isBroken = false

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = max(0, position)
  }

  /// The next record; nil at the end.
  mutating func next() -> Record? {
    guard position <= bytes.count - 4 else {
      if position < bytes.count { isBroken = true }
      return nil
    }
    let kind = uint16(position)
    let length = uint16(position + 2)
    let body = position + 4
    guard length <= bytes.count - body else {
      isBroken = true
      return nil
    }
    defer { position = body + length }
    return Record(kind: kind, start: position, body: body..<(body + length))
  }

  /// The bodies of the records that continue the one read last.
  func continued(_ record: Record) -> [Range<Int>] {
    var ahead = BIFFReader(bytes, at: record.body.upperBound)
    var bodies = [record.body]
    while let next = ahead.next(), next.kind == BIFF.continue { bodies.append(next.body) }
    return bodies
  }

  /// A number in the stream; 0 outside of it.
  func uint16(_ at: Int) -> Int {
    guard at >= 0, at + 1 < bytes.count else { return 0 }
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  /// A number in the body of a record; 0 behind its end.
  func uint16(_ record: Record, _ offset: Int) -> Int {
    offset + 1 < record.body.count ? uint16(record.body.lowerBound + offset) : 0
  }

  /// A byte in the body of a record; 0 behind its end.
  func uint8(_ record: Record, _ offset: Int) -> Int {
    offset < record.body.count ? Int(bytes[record.body.lowerBound + offset]) : 0
  }

  /// A number of 32 bits in the body of a record.
  func uint32(_ record: Record, _ offset: Int) -> Int {
    uint16(record, offset) | uint16(record, offset + 2) << 16
  }

  /// A floating-point number in the body of a record.
  func double(_ record: Record, _ offset: Int) -> Double {
    let low = UInt64(uint32(record, offset))
    return Double(bitPattern: low | UInt64(uint32(record, offset + 4)) << 32)
  }
}

/// The kinds of records that are looked at.
enum BIFF {
  static let bof = 0x0809
  static let eof = 0x000A
  static let `continue` = 0x003C
  static let filePass = 0x002F
  static let codePage = 0x0042
  static let writeAccess = 0x005C
  static let boundSheet = 0x0085
  static let sharedStrings = 0x00FC
  static let font = 0x0031
  static let format = 0x041E
  static let palette = 0x0092
  static let cellFormat = 0x00E0
  static let cellFormatExtension = 0x087D
  static let name = 0x0018
  static let date1904 = 0x0022
  static let row = 0x0208
  static let defaultRowHeight = 0x0225
  static let columns = 0x007D
  static let note = 0x001C
  static let object = 0x005D
  static let textObject = 0x01B6
}
