/// What lies in the file as a whole: other files, macros, add-ins, data of programs, a thumbnail.
struct EmbeddedParts {
  let file: SharedPartsInspection

  func inspect() {
    inspectThumbnails()
    inspectCustomXML()
    inspectFiles()
    inspectMacros()
    for part in file.parts(where: { SharedRelationship.isWebExtension($0.kind) }) {
      guard let bytes = file.package.part(part) else { continue }
      file.run.report(
        file.classes.addIn, at: "an add-in's part \(part)", showing: file.words(of: bytes))
    }
  }

  private func inspectThumbnails() {
    for part in file.parts(of: SharedRelationship.thumbnail) {
      guard let bytes = file.package.part(part), !bytes.isEmpty else { continue }
      let isPNG = FirstBytes(bytes) == .png
      let words = FirstBytes(bytes).isPicture ? "" : file.words(of: bytes)
      file.run.report(
        file.classes.thumbnail, at: "the thumbnail \(part)",
        showing: words.isEmpty ? "a picture of \(bytes.count) bytes" : words,
        picture: isPNG ? bytes : nil)
    }
  }

  private func inspectCustomXML() {
    for part in file.parts(of: SharedRelationship.customXML) {
      guard let bytes = file.package.part(part), !bytes.isEmpty else { continue }
      if let tree = try? XMLElement(reading: bytes, place: part), Self.saysNothing(tree),
        PartText.comments(bytes).isEmpty
      {
        continue
      }
      file.run.report(
        file.classes.customXML, at: "custom XML in \(part)", lines: Self.lines(bytes, file))
      if FirstBytes(bytes).isDocument { file.run.enter(bytes, name: Self.name(part)) }
    }
  }

  /// The words of a custom part; where there are hardly any, the names of its elements say what it tells.
  private static func lines(_ bytes: [UInt8], _ file: SharedPartsInspection) -> [String] {
    let words = file.words(of: bytes)
    let tree = words.utf8.count < 400 ? try? XMLElement(reading: bytes, place: "") : nil
    return [words] + (tree.map(names) ?? [])
  }

  /// The names of elements, and of the vocabularies they are in, that are no program's.
  private static func names(_ tree: XMLElement) -> [String] {
    let programs = ["microsoft.com", "openxmlformats.org", "purl.org", "w3.org"]
    let isPrograms = { (space: String) in programs.contains { space.contains($0) } }
    // An element by itself tells nothing, and what is in a program's own list is named by the program.
    guard !tree.elements.isEmpty, !isPrograms(tree.name.space) else { return [] }
    var seen: Set<String> = []
    var found: [String] = []
    tree.visit { element in
      guard !isPrograms(element.name.space), found.count < 200 else { return }
      for name in [element.name.space, element.name.local]
      where !name.isEmpty && seen.insert(name).inserted {
        found.append(name)
      }
    }
    return found
  }

  /// Lists that Word and SharePoint leave in files of people who never used them.
  private static func saysNothing(_ tree: XMLElement) -> Bool {
    if tree.name.local == "FormTemplates", tree.name.space.contains("sharepoint") { return true }
    let hasText = tree.text.contains { !$0.isWhitespace }
    if tree.name.local == "Sources", tree.name.space.contains("bibliography") {
      return tree.elements.isEmpty && !hasText
    }
    if tree.name.local == "CoverPageProperties" { return !hasText }
    var hasValue = false
    tree.visit { element in
      hasValue =
        hasValue
        || element.attributes.contains {
          !$0.isDeclaration && $0.name.space != "http://www.w3.org/2001/XMLSchema-instance"
            && $0.value.contains { !$0.isWhitespace }
        }
    }
    return !hasText && !hasValue && names(tree).isEmpty
  }

  private func inspectFiles() {
    var seen: Set<String> = []
    for (source, link) in file.links {
      guard isFile(link), seen.insert(OfficePackage.key(link.target)).inserted,
        let bytes = file.package.part(link.target), !bytes.isEmpty
      else { continue }
      let packed = OLEObject.contents(of: bytes)
      let isPackage = FirstBytes(bytes) == .zip || link.kind == SharedRelationship.package
      let name = packed?.name ?? Self.name(link.target)
      let contents = packed?.payload ?? bytes
      let words = [packed?.name ?? "", packed?.path ?? "", file.words(of: contents)]
      file.run.report(
        isPackage ? file.classes.embedded : file.classes.object,
        at: "\(name), embedded in \(Self.place(source))",
        showing: words.filter { !$0.isEmpty }.joined(separator: "\n"))
      // An object of an unknown program is shown above as the words in it; there is nothing to enter.
      if FirstBytes(contents) != .compound || packed != nil, FirstBytes(contents).isDocument {
        file.run.enter(contents, name: name)
      }
    }
  }

  private func isFile(_ link: OfficePackage.Relationship) -> Bool {
    switch link.kind {
    case SharedRelationship.package, SharedRelationship.oleObject: return true
    case "officeDocument", SharedRelationship.customXML, "aFChunk": return false
    default:
      // A part of another kind that is by its type a file of its own.
      let type = file.package.contentType(of: link.target).lowercased()
      // The sheets and styles of a binary workbook have types of the same family and are its own parts.
      if type.hasPrefix("application/vnd.ms-excel."), !type.hasSuffix("macroenabled.12") {
        return false
      }
      return Self.fileTypes.contains { type == $0 || type.hasPrefix($0 + ".") }
        && !type.hasSuffix("+xml")
    }
  }

  private static let fileTypes = [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.presentationml.slide",
    "application/vnd.openxmlformats-officedocument.oleobject", "application/vnd.ms-excel",
    "application/msword", "application/vnd.ms-powerpoint", "application/pdf",
    "application/vnd.oasis.opendocument",
  ]

  private func inspectMacros() {
    let parts = file.parts {
      $0.kind == "vbaProject"
        || file.package.contentType(of: $0.target).lowercased().hasSuffix("ms-office.vbaproject")
    }
    for part in parts {
      guard let bytes = file.package.part(part) else { continue }
      let modules = VBAProject.modules(in: bytes)
      let telling = modules.filter { !VBAProject.isBare($0.source) }
      for module in telling {
        file.run.report(
          file.classes.macros, at: "macros, module \(module.name)",
          lines: module.source.split(whereSeparator: \.isNewline).map(String.init))
      }
      guard telling.isEmpty else { continue }
      let names = modules.map(\.name).joined(separator: ", ")
      file.run.report(
        file.classes.macros, at: "macros in \(part)",
        showing: modules.isEmpty ? file.words(of: bytes) : "empty modules: \(names)")
    }
  }

  /// The last step of the name of a part.
  static func name(_ part: String) -> String {
    part.split(separator: "/").last.map(String.init) ?? part
  }

  private static func place(_ source: String) -> String {
    source.isEmpty ? "the file" : source
  }
}
