package import Documents

extension OfficePackageEdit {
  /// Takes out what ``OfficePartsInspector`` reports, except what is embedded: properties, thumbnail, custom
  /// XML, add-ins, labels, macros, signatures (which would no longer hold), parts that nothing leads to,
  /// and what pictures say of their making.
  ///
  /// Content controls that were filled from custom XML keep what they show. Embedded workbooks of charts are
  /// taken out too, as a chart draws from what it has kept itself; objects are left to each format, because
  /// the page shows a picture of them.
  ///
  /// - Parameter picture: A JPEG or PNG without its metadata; nil leaves it as it is.
  package mutating func cleanSharedParts(
    _ family: OfficeFamily, picture: ([UInt8]) throws(Unreadable) -> [UInt8]?
  ) throws(Unreadable) {
    try removeRelationships { _, relationship in Self.isTrace(relationship) }
    if family == .document { try unbindContentControls() }
    try removeMacros()
    try removeChartWorkbooks()
    try removeUnusedPictures()
    try removeUnreachable()
    for part in parts {
      guard let bytes = bytes(of: part) else { continue }
      switch FirstBytes(bytes) {
      case .jpeg, .png: if let clean = try picture(bytes) { replace(part: part, with: clean) }
      default: break
      }
    }
  }

  private static func isTrace(_ relationship: OfficePackage.Relationship) -> Bool {
    switch relationship.kind {
    case SharedRelationship.core, SharedRelationship.extended, SharedRelationship.custom,
      SharedRelationship.thumbnail, SharedRelationship.customXML, SharedRelationship.labels,
      SharedRelationship.signature:
      true
    default: SharedRelationship.isWebExtension(relationship.kind)
    }
  }

  /// Macros go, and the file says that it has none, or Office would refuse it.
  private mutating func removeMacros() throws(Unreadable) {
    try removeRelationships { _, relationship in SharedRelationship.vba.contains(relationship.kind)
    }
    for relationship in try relationships(of: "") where relationship.kind == "officeDocument" {
      if let type = OfficeFamily.withoutMacros(contentType(of: relationship.target)) {
        setContentType(of: relationship.target, to: type)
      }
    }
  }

  /// A control that is filled from custom XML would look for it; without the reference its text stays.
  private mutating func unbindContentControls() throws(Unreadable) {
    for part in parts where contentType(of: part).contains("wordprocessingml") {
      guard let bytes = bytes(of: part), PartText.contains(bytes, "dataBinding"),
        let tree = try tree(of: part)
      else { continue }
      tree.visit { element in element.removeElements { $0.name.local == "dataBinding" } }
      replace(part: part, with: tree)
    }
  }

  private mutating func removeChartWorkbooks() throws(Unreadable) {
    for part in parts where OfficePartsInspector.isChart(contentType(of: part)) {
      guard let tree = try tree(of: part) else { continue }
      var ids: Set<String> = []
      tree.visit { element in
        for data in element.all("externalData") { if let id = data["id"] { ids.insert(id) } }
        element.removeElements { $0.name.local == "externalData" }
      }
      guard !ids.isEmpty else { continue }
      replace(part: part, with: tree)
      let key = OfficePackage.key(part)
      try removeRelationships { source, relationship in
        OfficePackage.key(source) == key && ids.contains(relationship.id)
      }
    }
  }

  /// Pictures that a part is related to and does not show.
  private mutating func removeUnusedPictures() throws(Unreadable) {
    var unused: [String: Set<String>] = [:]
    for part in parts {
      let ids = try relationships(of: part).filter { $0.kind == SharedRelationship.image }.map(\.id)
      guard !ids.isEmpty, let bytes = bytes(of: part) else { continue }
      unused[OfficePackage.key(part)] = PartText.unmentioned(ids, in: bytes)
    }
    try removeRelationships { source, relationship in
      unused[OfficePackage.key(source)]?.contains(relationship.id) ?? false
    }
  }
}

extension XMLElement {
  /// Takes out the elements directly in it that meet a condition.
  package func removeElements(where condition: (XMLElement) -> Bool) {
    children.removeAll { child in
      if case .element(let element) = child { condition(element) } else { false }
    }
  }
}
