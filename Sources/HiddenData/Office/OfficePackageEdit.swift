package import Documents

/// An Office Open XML file that is changed and written again: parts, relationships and content types stay
/// in step.
///
/// What is written holds nothing but the parts: no times, comments, extra fields or bytes between. Of two
/// parts of one name the first is kept, which is the one that ``OfficePackage`` reads.
package struct OfficePackageEdit {
  private var order: [String] = []
  private var contents: [String: (name: String, bytes: [UInt8])] = [:]
  private var types: XMLElement

  private static let typesKey = "[content_types].xml"

  /// Takes every part of a package.
  ///
  /// - Throws: ``Unreadable`` where one cannot be unpacked: what was not read cannot be cleaned.
  package init(_ package: OfficePackage) throws(Unreadable) {
    for entry in package.archive.entries where !entry.isFolder {
      let key = OfficePackage.key(entry.name)
      guard contents[key] == nil else { continue }
      contents[key] = (entry.name, try package.archive.unpack(entry, run: package.run))
      order.append(key)
    }
    guard let list = contents[Self.typesKey] else {
      throw .broken("it has no list of content types")
    }
    types = try XMLElement(reading: list.bytes, place: list.name)
  }

  /// The names of all parts, without lists of relationships and of content types.
  package var parts: [String] {
    order.filter { $0 != Self.typesKey && !OfficePackage.isRelationshipPart($0) }
      .compactMap { contents[$0]?.name }
  }

  package func contains(_ part: String) -> Bool { contents[OfficePackage.key(part)] != nil }

  package func bytes(of part: String) -> [UInt8]? { contents[OfficePackage.key(part)]?.bytes }

  /// A part as a tree that may be changed and given to ``replace(part:with:)-(_,XMLElement)``.
  package func tree(of part: String) throws(Unreadable) -> XMLElement? {
    guard let bytes = bytes(of: part) else { return nil }
    return try XMLElement(reading: bytes, place: part)
  }

  /// Puts other bytes into a part; a name that there is not becomes a part.
  package mutating func replace(part: String, with bytes: [UInt8]) {
    let key = OfficePackage.key(part)
    if let known = contents[key] {
      contents[key] = (known.name, bytes)
    } else {
      contents[key] = (part, bytes)
      order.append(key)
    }
  }

  /// Writes a tree into a part.
  package mutating func replace(part: String, with tree: XMLElement) {
    replace(part: part, with: tree.document())
  }

  /// Takes a part out, with its list of relationships, its content type and every relationship that leads
  /// to it. Parts that nothing leads to any more go with ``removeUnreachable()``.
  package mutating func remove(part: String) throws(Unreadable) {
    let key = OfficePackage.key(part)
    drop(key)
    drop(OfficePackage.key(OfficePackage.relationshipPart(of: part)))
    try removeRelationships { _, relationship in
      !relationship.isExternal && OfficePackage.key(relationship.target) == key
    }
  }

  /// Takes out relationships, of all parts and of the package (whose own name is empty).
  ///
  /// - Parameter condition: Is given the part that a relationship belongs to, and the relationship.
  /// - Returns: How many were taken out.
  @discardableResult
  package mutating func removeRelationships(
    where condition: (_ source: String, OfficePackage.Relationship) -> Bool
  ) throws(Unreadable) -> Int {
    var count = 0
    for key in order where OfficePackage.isRelationshipPart(key) {
      guard let list = contents[key] else { continue }
      let tree = try XMLElement(reading: list.bytes, place: list.name)
      let source = Self.source(of: list.name)
      let before = tree.children.count
      tree.children.removeAll { child in
        guard case .element(let element) = child,
          let relationship = OfficePackage.relationship(element, of: source)
        else { return false }
        return condition(source, relationship)
      }
      let gone = before - tree.children.count
      guard gone > 0 else { continue }
      count += gone
      contents[key] = tree.elements.isEmpty && !source.isEmpty ? nil : (list.name, tree.document())
    }
    return count
  }

  /// Lets a part lead to another one.
  package mutating func addRelationship(
    from source: String, id: String, type: String, to target: String
  ) throws(Unreadable) {
    let name = OfficePackage.relationshipPart(of: source)
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    let list =
      try tree(of: name)
      ?? XMLElement(
        XMLName("Relationships", space), attributes: [XMLAttribute(XMLName("xmlns"), value: space)])
    list.children.append(
      .element(
        XMLElement(
          XMLName("Relationship", list.name.space), prefix: list.prefix,
          attributes: [
            XMLAttribute(XMLName("Id"), value: id), XMLAttribute(XMLName("Type"), value: type),
            XMLAttribute(XMLName("Target"), value: target.hasPrefix("/") ? target : "/" + target),
          ])))
    replace(part: name, with: list)
  }

  /// The relationships of a part, or of the package (`""`).
  package func relationships(
    of part: String
  ) throws(Unreadable) -> [OfficePackage.Relationship] {
    let name = OfficePackage.relationshipPart(of: part)
    guard let tree = try tree(of: name) else { return [] }
    return tree.elements.compactMap { OfficePackage.relationship($0, of: part) }
  }

  /// The content type of a part.
  package func contentType(of part: String) -> String { ContentTypes(types).type(of: part) }

  /// Gives a part a content type of its own.
  package mutating func setContentType(of part: String, to type: String) {
    removeOverride(OfficePackage.key(part))
    let element = XMLElement(
      XMLName("Override", types.name.space), prefix: types.prefix,
      attributes: [
        XMLAttribute(XMLName("PartName"), value: part.hasPrefix("/") ? part : "/" + part),
        XMLAttribute(XMLName("ContentType"), value: type),
      ])
    types.children.append(.element(element))
  }

  /// Takes out every part that no walk along the relationships comes to.
  package mutating func removeUnreachable() throws(Unreadable) {
    var seen: Set<String> = []
    var waiting = [""]
    while let part = waiting.popLast() {
      for relationship in try relationships(of: part) where !relationship.isExternal {
        let key = OfficePackage.key(relationship.target)
        if contents[key] != nil, seen.insert(key).inserted { waiting.append(relationship.target) }
      }
    }
    let lists = Set(
      (seen.union([""])).map { OfficePackage.key(OfficePackage.relationshipPart(of: $0)) })
    for key in order where key != Self.typesKey && !seen.contains(key) && !lists.contains(key) {
      drop(key)
    }
  }

  /// The whole file.
  package func finished() -> [UInt8] {
    let types = XMLElement(types.name, prefix: types.prefix, attributes: types.attributes)
    types.children = self.types.children.filter { child in
      guard case .element(let element) = child, element.name.local == "Override" else {
        return true
      }
      return contents[OfficePackage.key(element["PartName"] ?? "")] != nil
    }
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", types.document())
    for key in order where key != Self.typesKey {
      if let part = contents[key] { writer.add(part.name, part.bytes) }
    }
    return writer.finished()
  }

  private mutating func drop(_ key: String) {
    contents[key] = nil
    removeOverride(key)
  }

  private mutating func removeOverride(_ key: String) {
    types.children.removeAll { child in
      guard case .element(let element) = child else { return false }
      return element.name.local == "Override"
        && OfficePackage.key(element["PartName"] ?? "") == key
    }
  }

  /// The part that a list of relationships belongs to; empty for the package's.
  static func source(of list: String) -> String {
    let steps = list.replacing("\\", with: "/").split(separator: "/")
    guard let file = steps.last, steps.count >= 2 else { return "" }
    let folder = steps.dropLast(2)
    let name = file.lowercased().hasSuffix(".rels") ? file.dropLast(5) : file
    guard !name.isEmpty else { return "" }
    return (folder + [name]).joined(separator: "/")
  }
}
