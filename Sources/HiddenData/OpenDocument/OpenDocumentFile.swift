import Documents

/// An OpenDocument file: a package of parts, or one flat XML document.
final class OpenDocumentFile {
  enum Kind {
    case sheets, text, other
  }

  let run: InspectionRun
  let archive: ZipArchive?
  private var entries: [String: ZipArchive.Entry] = [:]
  private let flat: XMLElement?
  private var trees: [String: XMLElement] = [:]
  /// Where the entries begin that somebody unpacked.
  private var looked: Set<Int> = []
  /// Parts that a password protects.
  private(set) var sealed: Set<String> = []
  /// What the list of parts says each part is.
  private(set) var types: [String: String] = [:]

  /// Opens a file.
  init(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    self.run = run
    guard bytes.starts(with: "PK".utf8) else {
      archive = nil
      flat = try XMLElement(reading: bytes, place: "the file", depth: run.limits.depth)
      guard flat?.name.local == "document" else {
        throw Unreadable(.unknownFormat, "The file is XML, but no OpenDocument file.")
      }
      return
    }
    let archive = try ZipArchive(bytes, limits: run.limits)
    self.archive = archive
    flat = nil
    for entry in archive.entries where entries[entry.name] == nil { entries[entry.name] = entry }
    readManifest()
  }

  /// The names of the parts, folders left out.
  var names: [String] { archive?.entries.map(\.name).filter { !$0.hasSuffix("/") } ?? [] }

  var isFlat: Bool { flat != nil }

  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The bytes of a part; nil where there is none or it cannot be had, which is told to the run.
  func part(_ name: String) -> [UInt8]? {
    guard let archive, let entry = entries[name], !sealed.contains(name) else { return nil }
    looked.insert(entry.header)
    do throws(Unreadable) { return try archive.unpack(entry, run: run) } catch {
      run.fail(error)
      return nil
    }
  }

  /// Unpacks what nobody had a use for, at the end: damage in it is told, too.
  func checkRest() {
    guard let archive else { return }
    for entry in archive.entries
    where !entry.isFolder && !sealed.contains(entry.name) && looked.insert(entry.header).inserted {
      do throws(Unreadable) {
        try archive.unpack(entry, run: run) { (_) throws(Unreadable) in }
      } catch { run.fail(error) }
    }
  }

  /// A part as a tree. A flat file is all of its parts at once.
  func tree(_ name: String) -> XMLElement? {
    if let flat { return flat }
    if let known = trees[name] { return known }
    guard let bytes = part(name), !bytes.isEmpty else { return nil }
    do throws(Unreadable) {
      let tree = try XMLElement(reading: bytes, place: name, depth: run.limits.depth)
      trees[name] = tree
      return tree
    } catch {
      run.fail(error)
      return nil
    }
  }

  /// What kind of document the body is; of a part of the package, under its folder.
  func kind(_ folder: String = "") -> Kind {
    guard let body = body(folder) else { return .other }
    switch body.name.local {
    case "spreadsheet": return .sheets
    case "text": return .text
    default: return .other
    }
  }

  /// The element within the body that holds the document.
  func body(_ folder: String = "") -> XMLElement? {
    tree(folder + "content.xml")?.first("body")?.elements.first
  }

  private func readManifest() {
    guard let manifest = tree("META-INF/manifest.xml") else { return }
    for entry in manifest.all("file-entry") {
      guard let path = entry["full-path"] else { continue }
      types[path] = entry["media-type"] ?? ""
      if entry.first("encryption-data") != nil { sealed.insert(path) }
    }
    if !sealed.isEmpty || contains("encrypted-package") { run.fail(.locked("The document")) }
  }
}
