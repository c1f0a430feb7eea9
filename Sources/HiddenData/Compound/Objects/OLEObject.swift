/// What an embedded OLE object holds: the file that somebody put into a document.
package enum OLEObject {
  /// The file in an OLE object.
  package struct Contents: Sendable {
    /// Its name, with an ending by which it can be read.
    package let name: String
    /// Where it lay on the computer of the person who put it in; nil where that was not kept.
    package let path: String?
    /// The file itself.
    package let payload: [UInt8]
  }

  /// The file in an object that is kept as a compound file (`oleObject1.bin`) or as the bare
  /// `Ole10Native` stream; nil where none is recognised in it.
  package static func contents(of bytes: [UInt8]) -> Contents? {
    guard CompoundFile.recognises(bytes) else { return native(bytes) }
    guard let file = try? CompoundFile(bytes) else { return nil }
    return contents(of: file, bytes)
  }

  static func contents(of file: CompoundFile, _ bytes: [UInt8]) -> Contents? {
    if let data = try? file.stream("\u{1}Ole10Native"), let found = native(data) { return found }
    for name in ["Package", "CONTENTS", "EmbeddedOdf", "Contents"] {
      if let data = try? file.stream(name), !data.isEmpty {
        return Contents(name: "object" + ending(of: data), path: nil, payload: data)
      }
    }
    let endings = [
      ("WordDocument", ".doc"), ("Workbook", ".xls"), ("Book", ".xls"),
      ("PowerPoint Document", ".ppt"), ("__properties_version1.0", ".msg"),
    ]
    for (name, ending) in endings where file.entry(name) != nil {
      return Contents(name: "object" + ending, path: nil, payload: bytes)
    }
    return nil
  }

  /// Reads the stream that the Packager writes: a size, a label, the path that the file had, the path
  /// of a temporary copy, and the file. The names may follow once more in UTF-16.
  private static func native(_ bytes: [UInt8]) -> Contents? {
    var reader = ByteReader(bytes)
    guard (try? reader.uint32()) != nil, let kind = try? reader.uint16(), kind == 2,
      let label = text(&reader), let path = text(&reader),
      (try? reader.uint32()) != nil, let length = try? reader.uint32(),
      let temporary = try? reader.take(Int(length)),
      let size = try? reader.uint32(), let payload = try? reader.take(Int(size))
    else { return nil }
    let temporaryPath = CodePage.western.decode(temporary).drops { $0.value == 0 }
    let shown = label.isEmpty ? lastStep(of: path) : lastStep(of: label)
    let whole = [path, temporaryPath].filter { !$0.isEmpty }.joined(separator: " · ")
    return Contents(
      name: shown.isEmpty ? "object" + ending(of: payload) : shown,
      path: whole.isEmpty ? nil : whole, payload: payload)
  }

  private static func text(_ reader: inout ByteReader) -> String? {
    var text: [UInt8] = []
    while let byte = try? reader.uint8() {
      if byte == 0 { return CodePage.western.decode(text) }
      text.append(byte)
      if text.count > 1_024 { return nil }
    }
    return nil
  }

  private static func lastStep(of path: String) -> String {
    path.split(whereSeparator: { $0 == "\\" || $0 == "/" }).last.map(String.init) ?? path
  }

  /// An ending for a file that has no name, from its first bytes.
  static func ending(of bytes: [UInt8]) -> String {
    let beginnings: [([UInt8], String)] = [
      (Array("%PDF".utf8), ".pdf"), ([0x50, 0x4B, 3, 4], ".zip"), ([0xFF, 0xD8, 0xFF], ".jpg"),
      ([0x89, 0x50, 0x4E, 0x47], ".png"), (CompoundFile.signature, ".ole"),
      (Array("{\\rtf".utf8), ".rtf"),
    ]
    return beginnings.first { bytes.starts(with: $0.0) }?.1 ?? ".bin"
  }
}
