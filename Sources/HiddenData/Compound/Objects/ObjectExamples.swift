/// Builds a project of macros for examples.
enum VBAExample {
  private static let source =
    "Attribute VB_Name = \"Module1\"\r\nSub Send()\r\n' asked for by Jan Example\r\nEnd Sub\r\n"

  /// A document of some streams, with a project of one module.
  static func document(
    _ streams: [(String, [UInt8])], in storage: String = "_VBA_PROJECT_CUR"
  ) -> [UInt8] {
    var writer = CompoundWriter()
    for (name, data) in streams { writer.addStream(name, data) }
    addProject(to: &writer, in: writer.addStorage(storage))
    return writer.bytes
  }

  /// A project by itself, as the packages of today keep it.
  static var project: [UInt8] {
    var writer = CompoundWriter()
    addProject(to: &writer, in: 0)
    return writer.bytes
  }

  private static func addProject(to writer: inout CompoundWriter, in parent: Int) {
    let folder = writer.addStorage("VBA", in: parent)
    func entry(_ id: UInt16, _ data: [UInt8]) -> [UInt8] {
      id.littleEndian2 + UInt32(data.count).littleEndian4 + data
    }
    let listing =
      entry(0x03, [0xE4, 4]) + entry(0x19, Array("Module1".utf8))
      + entry(0x1A, Array("Module1".utf8)) + entry(0x31, [5, 0, 0, 0]) + entry(0x2B, [])
    writer.addStream("dir", packed(listing), in: folder)
    writer.addStream("_VBA_PROJECT", [0xCC, 0x61], in: folder)
    writer.addStream("Module1", [1, 2, 3, 4, 5] + packed(Array(source.utf8)), in: folder)
  }

  /// The packing in its simplest form: letters only, a byte of flags for eight of them.
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 8) {
      body += [0] + bytes[start..<min(start + 8, bytes.count)]
    }
    return [1] + UInt16(0xB000 | (body.count - 1)).littleEndian2 + body
  }
}

/// Builds an object with a file for examples.
enum OLEExample {
  /// The stream of the Packager with a file of text.
  static let native: [UInt8] = {
    let name = Array("list.txt".utf8) + [0]
    let path = Array(#"C:\Users\kim\list.txt"#.utf8) + [0]
    let file = Array("Kim Example, 1 High Street".utf8)
    let body =
      [2, 0] + name + path + [0, 0, 3, 0] + UInt32(path.count).littleEndian4 + path
      + UInt32(file.count).littleEndian4 + file
    return UInt32(body.count).littleEndian4 + body
  }()

  /// An object by itself, as the packages of today keep it.
  static var object: [UInt8] { CompoundExample.file([("\u{1}Ole10Native", native)]) }

  /// A document of some streams with an object in a storage.
  static func document(
    _ streams: [(String, [UInt8])], in storage: String, under folder: String? = nil
  ) -> [UInt8] {
    var writer = CompoundWriter()
    for (name, data) in streams { writer.addStream(name, data) }
    let parent = folder.map { writer.addStorage($0) } ?? 0
    writer.addStream("\u{1}Ole10Native", native, in: writer.addStorage(storage, in: parent))
    return writer.bytes
  }
}
