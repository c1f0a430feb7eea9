import Documents

/// A set of properties of a document (MS-OLEPS): `SummaryInformation` and its relatives.
struct PropertySet {
  /// A property of one section.
  struct Property {
    let id: UInt32
    /// The name that somebody gave it, where it has one of its own.
    let name: String?
    /// Its value as text; nil where it says nothing that can be read.
    let text: String?
    let isNumberOrTime: Bool
  }

  /// The properties of one kind.
  struct Section {
    let format: [UInt8]
    var properties: [Property] = []
  }

  private(set) var sections: [Section] = []

  private static let most = 4_096

  /// Reads a stream of properties.
  ///
  /// - Throws: ``Unreadable`` where it breaks off or points outside of itself.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    var reader = ByteReader(bytes)
    guard try reader.uint16() == 0xFFFE else {
      throw .broken("its properties are of no known kind")
    }
    try reader.skip(22)
    let count = Int(try reader.uint32())
    guard count <= 16 else { throw .broken("its properties are too many") }
    var places: [([UInt8], Int)] = []
    for _ in 0..<count {
      places.append((try reader.take(16), Int(try reader.uint32())))
    }
    for (format, place) in places {
      sections.append(try Self.section(bytes, at: place, format: format))
    }
  }

  private static func section(
    _ bytes: [UInt8], at start: Int, format: [UInt8]
  ) throws(Unreadable) -> Section {
    var reader = ByteReader(bytes)
    reader.position = start
    _ = try reader.uint32()
    let count = Int(try reader.uint32())
    guard count <= most else { throw .broken("its properties are too many") }
    var places: [(id: UInt32, at: Int)] = []
    for _ in 0..<count {
      places.append((try reader.uint32(), start + Int(try reader.uint32())))
    }
    var page = CodePage.western
    if let stated = places.first(where: { $0.id == 1 }) {
      reader.position = stated.at + 4
      page = CodePage(number: Int(try reader.uint16()))
    }
    var names: [UInt32: String] = [:]
    if let listed = places.first(where: { $0.id == 0 }) {
      names = try dictionary(bytes, at: listed.at, page: page)
    }
    var section = Section(format: format)
    for (id, at) in places where id > 1 && id < 0x8000_0000 {
      reader.position = at
      var value = PropertyValue(reader: reader, page: page)
      let text = try value.read()
      section.properties.append(
        Property(id: id, name: names[id], text: text, isNumberOrTime: value.isNumberOrTime))
    }
    return section
  }

  private static func dictionary(
    _ bytes: [UInt8], at start: Int, page: CodePage
  ) throws(Unreadable) -> [UInt32: String] {
    var reader = ByteReader(bytes)
    reader.position = start
    let count = Int(try reader.uint32())
    guard count <= most else { throw .broken("its names of properties are too many") }
    var names: [UInt32: String] = [:]
    for _ in 0..<count {
      let id = try reader.uint32()
      let length = Int(try reader.uint32())
      let isWide = page == .utf16
      let name = try reader.take(isWide ? length * 2 : length)
      names[id] = page.decode(name).drops { $0.value == 0 }
      if isWide, length % 2 == 1, reader.left >= 2 { try reader.skip(2) }
    }
    return names
  }
}
