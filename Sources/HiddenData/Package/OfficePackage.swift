package import Documents

/// An Office Open XML file as parts and relationships (ECMA-376 part 2), strict or transitional.
///
/// What a part is shows in the relationship that leads to it and in its content type, never in its name.
package final class OfficePackage {
  /// A relationship of a part, or of the package.
  package struct Relationship: Equatable, Sendable {
    package var id: String
    /// The last step of the type's address (`worksheet`, `hyperlink`), the same in strict files.
    package var kind: String
    /// The whole address of the type.
    package var type: String
    /// The part it leads to, in full; for an external one the target as it is written.
    package var target: String
    package var isExternal: Bool
  }

  package let archive: ZipArchive
  package let run: InspectionRun
  private var entries: [String: ZipArchive.Entry] = [:]
  private var types = ContentTypes()
  private var trees: [String: XMLElement] = [:]
  private var relationships: [String: [Relationship]] = [:]
  /// Where the entries begin that somebody unpacked.
  private var looked: Set<Int> = []

  /// Opens a package.
  ///
  /// - Throws: ``Unreadable`` where it is no package, or its content types cannot be read.
  package init(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    archive = try ZipArchive(bytes, limits: run.limits)
    self.run = run
    for entry in archive.entries where entries[Self.key(entry.name)] == nil {
      entries[Self.key(entry.name)] = entry
    }
    guard let list = try unpacked("[Content_Types].xml") else {
      throw .broken("it has no list of content types")
    }
    types = ContentTypes(try XMLElement(reading: list, place: "[Content_Types].xml"))
  }

  /// The names of all parts, as the archive writes them, folders and the two kinds of lists left out.
  package var parts: [String] {
    archive.entries.map(\.name).filter {
      !$0.hasSuffix("/") && !Self.isRelationshipPart($0)
        && Self.key($0) != "[content_types].xml"
    }
  }

  /// The part that the package is about, whatever it is called.
  package var mainPart: String? {
    relationships(of: "").first { $0.kind == "officeDocument" && !$0.isExternal }?.target
  }

  package func contains(_ part: String) -> Bool { entries[Self.key(part)] != nil }

  package func entry(_ part: String) -> ZipArchive.Entry? { entries[Self.key(part)] }

  /// The content type of a part; empty where none is given.
  package func contentType(of part: String) -> String { types.type(of: part) }

  /// The bytes of a part; nil where there is none. What cannot be unpacked is told to the run.
  package func part(_ name: String) -> [UInt8]? {
    do throws(Unreadable) { return try unpacked(name) } catch {
      run.fail(error)
      return nil
    }
  }

  /// A part as a tree, kept for the next who asks; nil where there is none or it is not well formed, which
  /// is told to the run.
  package func tree(_ name: String) -> XMLElement? {
    let key = Self.key(name)
    if let known = trees[key] { return known }
    guard let bytes = part(name) else { return nil }
    do throws(Unreadable) {
      let tree = try XMLElement(reading: bytes, place: name, depth: run.limits.depth)
      trees[key] = tree
      return tree
    } catch {
      run.fail(error)
      return nil
    }
  }

  /// What a part leads to; `""` is the package itself.
  package func relationships(of part: String) -> [Relationship] {
    let key = Self.key(part)
    if let known = relationships[key] { return known }
    var list: [Relationship] = []
    if let tree = tree(Self.relationshipPart(of: part)) {
      list = tree.all("Relationship").compactMap { Self.relationship($0, of: part) }
    }
    relationships[key] = list
    return list
  }

  /// Every part that a walk along the relationships comes to, by ``key(_:)``.
  package lazy var reachable: Set<String> = {
    var seen: Set<String> = []
    var waiting = [""]
    while let part = waiting.popLast() {
      for relationship in relationships(of: part) where !relationship.isExternal {
        let key = Self.key(relationship.target)
        guard contains(relationship.target), seen.insert(key).inserted else { continue }
        waiting.append(relationship.target)
      }
    }
    return seen
  }()

  private func unpacked(_ name: String) throws(Unreadable) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    looked.insert(entry.header)
    return try archive.unpack(entry, run: run)
  }

  /// Unpacks a part piece by piece.
  package func unpack(
    _ entry: ZipArchive.Entry, to take: (UnsafeRawBufferPointer) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    looked.insert(entry.header)
    try archive.unpack(entry, run: run, to: take)
  }

  /// Unpacks what nobody had a use for, at the end: damage in it is told, too.
  package func checkRest() {
    for entry in archive.entries where !entry.isFolder && looked.insert(entry.header).inserted {
      do throws(Unreadable) {
        try archive.unpack(entry, run: run) { (_) throws(Unreadable) in }
      } catch { run.fail(error) }
    }
  }
}

extension OfficePackage {
  /// Names of parts are the same whatever the case of their letters, with or without a leading slash.
  package static func key(_ name: String) -> String {
    let path = name.hasPrefix("/") ? name.dropFirst() : name[...]
    let plain = path.contains("\\") ? path.replacing("\\", with: "/")[...] : path
    return String(plain).removingPercentEscapes.lowercased()
  }

  /// Where the relationships of a part are kept.
  package static func relationshipPart(of part: String) -> String {
    let path = part.hasPrefix("/") ? String(part.dropFirst()) : part
    guard let slash = path.lastIndex(of: "/") else { return "_rels/\(path).rels" }
    return "\(path[..<slash])/_rels/\(path[path.index(after: slash)...]).rels"
  }

  package static func isRelationshipPart(_ name: String) -> Bool {
    let key = key(name)
    return key.hasSuffix(".rels") && (key.hasPrefix("_rels/") || key.contains("/_rels/"))
  }

  /// What an element of a list of relationships says; nil where it leads nowhere.
  static func relationship(_ element: XMLElement, of part: String) -> Relationship? {
    guard element.name.local == "Relationship", let target = element["Target"] else { return nil }
    let isExternal = element["TargetMode"]?.lowercased() == "external"
    let type = element["Type"] ?? ""
    return Relationship(
      id: element["Id"] ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "",
      type: type, target: isExternal ? target : resolve(target, from: part), isExternal: isExternal)
  }

  /// The full name of a part that another one names.
  static func resolve(_ target: String, from part: String) -> String {
    let written = target.replacing("\\", with: "/").prefix { $0 != "#" }
    var steps: [Substring] = []
    if !written.hasPrefix("/") {
      steps = part.split(separator: "/").dropLast()
    }
    for step in written.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    let joined = steps.joined(separator: "/")
    return joined.removingPercentEscapes
  }
}

/// The content types of a package: by name, otherwise by ending.
struct ContentTypes {
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]

  init() {}

  init(_ tree: XMLElement) {
    for element in tree.elements {
      let type = element["ContentType"] ?? ""
      switch element.name.local {
      case "Override": overrides[OfficePackage.key(element["PartName"] ?? "")] = type
      case "Default": defaults[(element["Extension"] ?? "").lowercased()] = type
      default: break
      }
    }
  }

  func type(of part: String) -> String {
    let key = OfficePackage.key(part)
    if let type = overrides[key] { return type }
    guard let dot = key.lastIndex(of: ".") else { return "" }
    return defaults[String(key[key.index(after: dot)...])] ?? ""
  }
}

extension String {
  /// With `%20` and its like as the characters they stand for; as it is where they make no text.
  package var removingPercentEscapes: String {
    guard contains("%") else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
