/// The macros of a document, as text (MS-OVBA).
///
/// The list of modules says where in each stream the source begins; where that list is broken or lies,
/// the source is looked for in every stream, since a project that was tampered with still runs.
package enum VBAProject {
  /// The modules of the projects in a compound file: `vbaProject.bin`, or a .doc or .xls.
  package static func modules(in bytes: [UInt8]) -> [(name: String, source: String)] {
    guard let file = try? CompoundFile(bytes) else { return [] }
    return modules(in: file)
  }

  /// The modules of all projects in a compound file.
  static func modules(in file: CompoundFile) -> [(name: String, source: String)] {
    var modules: [(name: String, source: String)] = []
    let projects = Set(
      file.entries.filter { $0.kind == .stream && isProjectPart($0.name) }.compactMap(\.parent))
    for project in projects.sorted() {
      let listed = (try? file.stream("dir", in: project)).flatMap { $0 }.map(listing) ?? []
      for entry in file.children(of: project) where entry.kind == .stream {
        guard !isProjectPart(entry.name), !entry.name.foldedASCII.hasPrefix("__srp_"),
          let data = try? file.data(of: entry)
        else { continue }
        let known = listed.first { $0.stream.foldedASCII == entry.name.foldedASCII }
        let page = known?.page ?? .western
        let source =
          known.flatMap { VBACompression.decompress(data, from: $0.offset) }
          ?? sourceAnywhere(in: data)
        guard let source, !source.isEmpty else { continue }
        modules.append((known?.name ?? entry.plainName, page.decode(source)))
      }
    }
    return modules
  }

  private static func isProjectPart(_ name: String) -> Bool {
    ["dir", "_vba_project"].contains(name.foldedASCII)
  }

  /// A module that says no more than what it is called, as every sheet and document has one.
  package static func isBare(_ source: String) -> Bool {
    source.split(whereSeparator: \.isNewline).allSatisfy { line in
      let line = String(line).trimmed
      return line.isEmpty || line.hasPrefix("Attribute VB_") || line == "Option Explicit"
    }
  }

  private struct Module {
    var name = ""
    var stream = ""
    var offset = 0
    var page = CodePage.western
  }

  /// Reads the list of modules.
  private static func listing(_ packed: [UInt8]) -> [Module] {
    guard let bytes = VBACompression.decompress(packed, from: 0) else { return [] }
    var reader = ByteReader(bytes)
    var modules: [Module] = []
    var module = Module()
    var page = CodePage.western
    while let id = try? reader.uint16(), let stated = try? reader.uint32() {
      // The record of the version says 4 and has two bytes more.
      let size = id == 0x0009 ? 6 : Int(stated)
      guard let data = try? reader.take(size) else { break }
      switch id {
      case 0x0003 where data.count >= 2:
        page = CodePage(number: Int(data[0]) | Int(data[1]) << 8)
      case 0x0019: module = Module(name: page.decode(data), page: page)
      case 0x0047: module.name = CodePage.utf16(data)
      case 0x001A: module.stream = page.decode(data)
      case 0x0032: module.stream = CodePage.utf16(data)
      case 0x0031 where data.count >= 4:
        module.offset = Int(data[0]) | Int(data[1]) << 8 | Int(data[2]) << 16 | Int(data[3]) << 24
      case 0x002B: modules.append(module)
      default: break
      }
    }
    return modules
  }

  /// Source that begins somewhere in a stream: every module begins with `Attribute`, and the first
  /// eight letters of it are never packed.
  private static func sourceAnywhere(in data: [UInt8]) -> [UInt8]? {
    let beginning = Array("\0Attribut".utf8)
    var index = 3
    while index + beginning.count <= data.count {
      if data[index] == 0, data[index..<(index + beginning.count)].elementsEqual(beginning),
        let source = VBACompression.decompress(data, from: index - 3)
      {
        return source
      }
      index += 1
    }
    return nil
  }
}
