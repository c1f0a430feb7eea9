/// Builds the small pictures of the examples.
extension PictureExamples {
  /// An entry of an EXIF directory.
  struct Field {
    var tag: UInt16
    var type: UInt16
    var data: [UInt8]

    init(_ tag: UInt16, _ type: UInt16, _ data: [UInt8]) {
      self.tag = tag
      self.type = type
      self.data = data
    }
  }

  /// Eight by eight grey pixels, with segments before them.
  static func jpeg(_ segments: [UInt8] = []) -> [UInt8] {
    var header = segments
    if header.starts(with: "MM".utf8) { header = segment(0xE1, "Exif\0\0", header) }
    return [0xFF, 0xD8] + segment(0xE0, "JFIF\0", [1, 1, 0, 0, 1, 0, 1, 0, 0]) + header
      + segment(0xDB, "", [0] + [UInt8](repeating: 1, count: 64))
      + segment(0xC0, "", [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
      + segment(0xC4, "", [0, 1] + [UInt8](repeating: 0, count: 15) + [0])
      + segment(0xC4, "", [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
      + segment(0xDA, "", [1, 1, 0, 0, 63, 0]) + [0x3F, 0xFF, 0xD9]
  }

  static func segment(_ marker: UInt8, _ start: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(start.utf8) + data
    return [0xFF, marker] + big16(content.count + 2) + content
  }

  /// An EXIF block: entries of the picture, of its place, and a small copy.
  static func exif(
    _ fields: [Field] = [], gps: [Field] = [], thumbnail: [UInt8] = []
  ) -> [UInt8] {
    var main = fields
    if !gps.isEmpty { main.append(Field(0x8825, 4, [0, 0, 0, 0])) }
    var block = Array("MM\0*".utf8) + big([8])
    var second: [UInt8] = []
    // Sizes first, so that every offset is known when it is written.
    let mainSize = directory(main, at: 0, next: 0).count
    let gpsStart = 8 + mainSize
    if !gps.isEmpty { main[main.count - 1].data = big([UInt32(gpsStart)]) }
    let gpsBytes = gps.isEmpty ? [] : directory(gps, at: gpsStart, next: 0)
    let secondStart = gpsStart + gpsBytes.count
    if !thumbnail.isEmpty {
      let pixels = UInt32(secondStart + 2 + 24 + 4)
      second =
        directory(
          [Field(0x0201, 4, big([pixels])), Field(0x0202, 4, big([UInt32(thumbnail.count)]))],
          at: secondStart, next: 0) + thumbnail
    }
    block += directory(main, at: 8, next: thumbnail.isEmpty ? 0 : secondStart)
    return block + gpsBytes + second
  }

  private static func directory(_ fields: [Field], at start: Int, next: Int) -> [UInt8] {
    var out = big16(fields.count)
    var values: [UInt8] = []
    let valueStart = start + 2 + fields.count * 12 + 4
    for field in fields {
      let size = [3: 2, 4: 4, 5: 8][field.type] ?? 1
      out += big16(Int(field.tag)) + big16(Int(field.type))
      out += big([UInt32(field.data.count / size)])
      if field.data.count <= 4 {
        out += field.data + [UInt8](repeating: 0, count: 4 - field.data.count)
      } else {
        out += big([UInt32(valueStart + values.count)])
        values += field.data
      }
    }
    return out + big([UInt32(next)]) + values
  }

  static var twoPictures: [UInt8] {
    func index(_ offset: Int) -> [UInt8] {
      let entries =
        big([0, 0, 0, 0]) + big([0, UInt32(jpeg().count), UInt32(offset), 0])
      let block =
        Array("MM\0*".utf8) + big([8])
        + directory(
          [Field(0xB001, 4, big([2])), Field(0xB002, 7, entries)], at: 8, next: 0)
      return segment(0xE2, "MPF\0", block)
    }
    let first = jpeg(index(0))
    // The header of JFIF is 18 bytes, the marker and length 4, the name 4.
    return jpeg(index(first.count - (2 + 18 + 4 + 4))) + jpeg()
  }

  static func profile(_ words: String) -> [UInt8] {
    let text = Array("text".utf8) + big([0]) + Array(words.utf8) + [0]
    return [UInt8](repeating: 0, count: 128) + big([1]) + Array("cprt".utf8)
      + big([144, UInt32(text.count)]) + text
  }

  static func xmp(_ properties: String) -> String {
    #"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF "#
      + #"xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">"#
      + #"<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" \#(properties)/>"#
      + "</rdf:RDF></x:xmpmeta>"
  }

  /// Twenty-four by twenty-four pixels.
  static func png(
    _ chunks: [(String, [UInt8])] = [], colour: UInt8 = 2,
    _ pixel: (Int, Int) -> [UInt8] = { _, _ in [200, 200, 200] }
  ) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<24 {
      rows.append(0)
      for x in 0..<24 { rows += pixel(x, y) }
    }
    return PNGChunks.signature + PNGWriter.chunk("IHDR", big([24, 24]) + [8, colour, 0, 0, 0])
      + chunks.flatMap { PNGWriter.chunk($0.0, $0.1) }
      + PNGWriter.chunk("IDAT", PNGWriter.packed(rows) ?? []) + PNGWriter.chunk("IEND", [])
  }

  static func big(_ values: [UInt32]) -> [UInt8] {
    values.flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  }

  private static func big16(_ value: Int) -> [UInt8] {
    [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }
}
