/// The properties of a file: who wrote it, for whom, with what, and under which label.
struct PropertyParts {
  let file: SharedPartsInspection

  func inspect() {
    for part in file.parts(of: SharedRelationship.core) { inspectCore(part) }
    for part in file.parts(of: SharedRelationship.extended) { inspectExtended(part) }
    for part in file.parts(of: SharedRelationship.custom) { inspectCustom(part) }
    for part in file.parts(of: SharedRelationship.labels) {
      guard let bytes = file.package.part(part), file.package.tree(part) != nil else { continue }
      let words = file.words(of: bytes)
      guard !words.isEmpty else { continue }
      file.run.report(file.classes.label, at: "the sensitivity label", showing: words)
    }
  }

  private func inspectCore(_ part: String) {
    guard let tree = file.package.tree(part) else { return }
    for element in tree.elements {
      let value = element.text.edgesTrimmed
      guard let name = Self.coreFields[element.name.local], !value.isEmpty,
        !Self.isProgram(value)
      else { continue }
      if element.name.local == "title", ShownTitles(file).shows(value) { continue }
      file.run.report(file.classes.core, at: "properties: \(name)", showing: value)
    }
    reportComments(of: part, as: file.classes.core)
  }

  /// A comment in such a part is no program's; somebody put it there.
  private func reportComments(of part: String, as kind: HiddenDataClass) {
    guard let bytes = file.package.part(part) else { return }
    let comments = PartText.comments(bytes)
    guard !comments.isEmpty else { return }
    file.run.report(
      kind, at: "a comment in \(part)", showing: comments.joined(separator: "\n"))
  }

  private func inspectExtended(_ part: String) {
    guard let tree = file.package.tree(part) else { return }
    for element in tree.elements {
      let value = element.text.edgesTrimmed
      guard !value.isEmpty, !Self.isProgram(value) else { continue }
      switch element.name.local {
      case "Company", "Manager", "HyperlinkBase":
        let name = Self.extendedFields[element.name.local] ?? element.name.local
        file.run.report(file.classes.extended, at: "properties: \(name)", showing: value)
      case "Template":
        guard !Self.isUsualTemplate(value, file.family) else { continue }
        file.run.report(file.classes.extended, at: "properties: template", showing: value)
      case "HLinks":
        // The targets of links as they were when the file was saved; those on the web are usual.
        let paths = element.descendants("lpwstr").map { $0.text.edgesTrimmed }.filter {
          $0.lowercased().hasPrefix("file:") || $0.contains("\\") || $0.dropFirst().hasPrefix(":/")
        }
        if !paths.isEmpty {
          file.run.report(
            file.classes.extended, at: "properties: the list of links",
            showing: paths.joined(separator: "\n"))
        }
      default: break
      }
    }
    for title in ShownTitles(file).stale(in: tree) {
      file.run.report(
        file.classes.extended, at: "properties: the titles of parts",
        showing: title)
    }
    reportComments(of: part, as: file.classes.extended)
  }

  private func inspectCustom(_ part: String) {
    guard let tree = file.package.tree(part) else { return }
    for property in tree.all("property") {
      let name = property["name"] ?? ""
      let value = property.text.edgesTrimmed
      let link = property["linkTarget"] ?? ""
      guard !(value.isEmpty && link.isEmpty), !Self.isProgramProperty(name),
        !Self.isMovedProperty(name, value)
      else { continue }
      let isLabel =
        name.lowercased().hasPrefix("msip_label") && !name.lowercased().hasSuffix("owner")
      file.run.report(
        isLabel ? file.classes.label : file.classes.custom, at: "properties: \(name)",
        showing: link.isEmpty ? "\(name): \(value)" : "\(name): \(value) (from \(link))")
    }
    reportComments(of: part, as: file.classes.custom)
  }

  private static let coreFields = [
    "creator": "author", "lastModifiedBy": "last saved by", "title": "title",
    "subject": "subject", "keywords": "keywords", "description": "comments",
    "category": "category", "contentStatus": "status", "identifier": "identifier",
    "contributor": "contributor", "publisher": "publisher", "source": "source",
    "relation": "relation", "coverage": "coverage", "rights": "rights",
    "contentType": "content type", "version": "version",
  ]
  private static let extendedFields = [
    "Company": "company", "Manager": "manager", "HyperlinkBase": "base of hyperlinks",
  ]

  /// What programs and their defaults put where a name could be.
  static func isProgram(_ value: String) -> Bool {
    let words = value.lowercased()
    let names: Set<String> = [
      "openpyxl", "xlsxwriter", "python-docx", "python-pptx", "apache poi", "docx4j", "sheetjs",
      "pptxgenjs", "aspose", "libreoffice", "openoffice.org", "microsoft office user",
      "microsoft excel", "microsoft word", "microsoft powerpoint", "windows user", "phpword",
      "phpspreadsheet", "phpexcel", "phpoffice", "unknown", "unknown creator", "un-named",
      "unnamed",
      "generated by python-docx", "created by openpyxl", "word document", "untitled",
      "powerpoint presentation", "office theme", "final", "draft", "1.0",
      "generated using python-pptx", "google docs", "google sheets", "google slides", "epplus",
      "closedxml", "exceljs", "pyexcelerate", "rubyxl", "axlsx", "excelize", "xuri", "unioffice",
    ]
    if words.contains("powerpoint"), words.count < 40 { return true }
    return names.contains(words) || !words.contains { $0.isLetter || $0.isNumber }
  }

  private static func isProgramProperty(_ name: String) -> Bool {
    [
      "ksoproductbuildver", "icv", "contenttypeid", "generator", "appversion",
      "grammarlydocumentid",
    ]
    .contains(name.lowercased())
  }

  /// LibreOffice keeps the figures of Office's own properties among those that people made.
  private static func isMovedProperty(_ name: String, _ value: String) -> Bool {
    if name == "PresentationFormat" {
      return ["on-screen show", "widescreen", "custom", "a4 paper", "letter paper"]
        .contains { value.lowercased().hasPrefix($0) }
    }
    let figures = [
      "HyperlinksChanged", "LinksUpToDate", "ScaleCrop", "ShareDoc", "DocSecurity", "Slides",
      "Notes", "HiddenSlides", "MMClips", "Words", "Paragraphs", "Pages", "Characters",
    ]
    return figures.contains(name)
      && (["true", "false"].contains(value) || value.allSatisfy(\.isWholeNumber))
  }

  private static func isUsualTemplate(_ value: String, _ family: OfficeFamily) -> Bool {
    let words = value.lowercased()
    let isPath = words.contains("/") || words.contains("\\")
    guard family == .document else {
      return !isPath && !words.contains("@") && ![".pot", ".xlt"].contains { words.contains($0) }
    }
    return !isPath && (words.hasPrefix("normal") || words == "default" || words == "blank")
  }
}
