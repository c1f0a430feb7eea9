/// Builds small compound files for the examples of inspectors.
enum CompoundExample {
  /// A file of streams at the top.
  static func file(_ streams: [(String, [UInt8])]) -> [UInt8] {
    var writer = CompoundWriter()
    for (name, data) in streams { writer.addStream(name, data) }
    return writer.bytes
  }

  /// A file with a sector behind its end that belongs to nothing.
  static func leaving(_ text: String, behind file: [UInt8]) -> [UInt8] {
    let left = Array(text.utf8.prefix(512))
    return file + left + Array(repeating: 0, count: 512 - left.count)
  }

  /// A set of properties of the kind of SummaryInformation, all texts.
  static func summary(_ fields: [UInt32: String]) -> [UInt8] {
    var places: [UInt8] = []
    var values: [UInt8] = []
    let head = 8 + 8 * (fields.count + 1)
    func add(_ id: UInt32, _ value: [UInt8]) {
      places += id.littleEndian4 + UInt32(head + values.count).littleEndian4
      values += value
    }
    add(1, UInt32(2).littleEndian4 + UInt32(65_001).littleEndian4)
    for (id, text) in fields.sorted(by: { $0.key < $1.key }) {
      var bytes = Array(text.utf8) + [0]
      let count = UInt32(bytes.count)
      while bytes.count % 4 != 0 { bytes.append(0) }
      add(id, UInt32(0x1E).littleEndian4 + count.littleEndian4 + bytes)
    }
    let section =
      UInt32(8 + places.count + values.count).littleEndian4
      + UInt32(fields.count + 1).littleEndian4 + places + values
    return [0xFE, 0xFF, 0, 0, 5, 1, 2, 0] + Array(repeating: 0, count: 16) + [1, 0, 0, 0]
      + PropertyInspector.summary + UInt32(48).littleEndian4 + section
  }
}

extension String {
  /// The text in UTF-16, lower byte first.
  var utf16Bytes: [UInt8] { utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}

extension UInt16 {
  /// The number as two bytes, lowest first.
  var littleEndian2: [UInt8] { [UInt8(self & 0xFF), UInt8(self >> 8)] }
}
