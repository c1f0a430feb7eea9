/// Parts that nothing leads to: left over from what was taken out, or put there by somebody.
struct OrphanParts {
  let file: SharedPartsInspection

  func inspect() {
    let package = file.package
    for part in package.parts where !package.reachable.contains(OfficePackage.key(part)) {
      guard let bytes = package.part(part), !bytes.isEmpty, !isUnusedStyles(part, bytes) else {
        continue
      }
      file.run.report(
        file.classes.orphan, at: "the part \(part), which nothing leads to",
        showing: words(bytes))
      if FirstBytes(bytes).isDocument { file.run.enter(bytes, name: EmbeddedParts.name(part)) }
    }
    for entry in package.archive.entries where OfficePackage.isRelationshipPart(entry.name) {
      let source = OfficePackageEdit.source(of: entry.name)
      guard !source.isEmpty, !package.contains(source), let bytes = package.part(entry.name) else {
        continue
      }
      let words = PartText.words(of: bytes, run: file.run)
      guard !words.isEmpty else { continue }
      file.run.report(
        file.classes.orphan, at: "the list \(entry.name), whose part is gone", showing: words)
    }
    inspectUnusedPictures()
  }

  /// Libraries write the styles of a workbook that uses none, and do not link them.
  private func isUnusedStyles(_ part: String, _ bytes: [UInt8]) -> Bool {
    guard file.family == .workbook, bytes.count < 1 << 16 else { return false }
    // Not by way of the package, to which a part that is no XML would be damage.
    guard let root = try? XMLElement(reading: bytes, place: part) else { return false }
    return root.name.local == "styleSheet" && words(bytes).isEmpty
  }

  private func words(_ bytes: [UInt8]) -> String {
    let kind = FirstBytes(bytes)
    return kind.isPicture ? "a picture of \(bytes.count) bytes" : file.words(of: bytes)
  }

  /// A picture that was taken off the page and stayed in the file.
  private func inspectUnusedPictures() {
    var used: Set<String> = []
    var unused: [(part: String, source: String)] = []
    var sources: [String: [OfficePackage.Relationship]] = [:]
    for (source, link) in file.links where link.kind == SharedRelationship.image {
      sources[source, default: []].append(link)
    }
    for (source, links) in sources.sorted(by: { $0.key < $1.key }) {
      guard !source.isEmpty, file.package.entry(source).map({ $0.size < 16 << 20 }) ?? false,
        let bytes = file.package.part(source)
      else {
        used.formUnion(links.map { OfficePackage.key($0.target) })
        continue
      }
      let missing = PartText.unmentioned(links.map(\.id), in: bytes)
      for link in links {
        if missing.contains(link.id) {
          unused.append((link.target, source))
        } else {
          used.insert(OfficePackage.key(link.target))
        }
      }
    }
    // Other kinds of relationships may lead to the same part.
    for (_, link) in file.links where link.kind != SharedRelationship.image {
      used.insert(OfficePackage.key(link.target))
    }
    for (part, source) in unused where used.insert(OfficePackage.key(part)).inserted {
      guard let bytes = file.package.part(part) else { continue }
      file.run.report(
        file.classes.orphan, at: "the picture \(part), which \(source) does not show",
        showing: words(bytes), picture: FirstBytes(bytes) == .png ? bytes : nil)
    }
  }
}
