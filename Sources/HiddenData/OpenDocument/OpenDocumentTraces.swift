import Documents

/// What lies around the document: properties, settings, thumbnail, versions, macros, objects, pictures.
struct OpenDocumentTraces {
  private let file: OpenDocumentFile
  private let run: InspectionRun
  private let isSheets: Bool

  init(_ file: OpenDocumentFile) {
    self.file = file
    run = file.run
    isSheets = file.kind() == .sheets
  }

  func inspect(shown: String) {
    properties(shown)
    settings()
    thumbnail()
    versions()
    macros()
  }

  private func properties(_ shown: String) {
    guard let meta = file.tree("meta.xml")?.first("meta") else { return }
    var lines: [String] = []
    for field in meta.elements {
      let text = field.text.withoutOuterBlanks
      switch field.name.local {
      case "generator", "creation-date", "date", "editing-cycles", "editing-duration",
        "document-statistic",
        "language", "print-date":
        continue
      case "template", "auto-reload":
        let parts = [field["title"], field["href"]].compactMap { $0?.withoutOuterBlanks }.filter {
          !$0.isEmpty && !Self.usualTemplates.contains($0.lowercased())
        }
        if !parts.isEmpty { lines.append("\(field.name.local): \(parts.joined(separator: ", "))") }
      case "user-defined":
        let name = field["name"] ?? "own property"
        if !text.isEmpty, !Self.ofPrograms.contains(name) { lines.append("\(name): \(text)") }
      // A title that stands in the document too says nothing more.
      case "title" where shown.contains(text): continue
      default: if !text.isEmpty { lines.append("\(field.name.local): \(text)") }
      }
    }
    guard !lines.isEmpty else { return }
    run.report(
      isSheets ? OpenDocumentClass.sheetMeta : OpenDocumentClass.meta, at: "properties",
      lines: lines)
  }

  /// What every document of Word rests on.
  private static let usualTemplates: Set<String> = ["normal.dotm", "normal.dotx", "normal.dot"]

  /// What a file in an Office format says of the program that wrote it, kept when it was converted.
  private static let ofPrograms: Set<String> = [
    "AppVersion", "DocSecurity", "HyperlinksChanged", "LinksUpToDate", "ScaleCrop", "ShareDoc",
    "SharedDoc",
  ]

  private func settings() {
    guard let settings = file.tree("settings.xml")?.first("settings") else { return }
    var lines: [String] = []
    for item in settings.descendants("config-item") {
      let text = item.text.withoutOuterBlanks
      guard let name = item["name"], !text.isEmpty else { continue }
      switch name {
      case "PrinterName", "PrinterPaperFromSetup":
        if text != "false", text != "true" { lines.append("\(name): \(text)") }
      case "PrinterSetup":
        let words = ReadableText.runs(Base64Text.decoded(text.utf8) ?? [], least: 4)
        if !words.isEmpty { lines.append("\(name): \(words)") }
      default:
        let isPlace =
          text.contains("file:") || text.contains("://") || text.contains(":\\")
          || text.hasPrefix("\\\\")
        if isPlace || name.contains("DataSource") || name.contains("Password")
          || name.hasSuffix("ProtectionKey")
        {
          lines.append("\(name): \(text)")
        }
      }
    }
    guard !lines.isEmpty else { return }
    run.report(
      isSheets ? OpenDocumentClass.sheetSettings : OpenDocumentClass.settings, at: "settings",
      lines: lines)
  }

  private func thumbnail() {
    for name in file.names where name.lowercased().hasPrefix("thumbnails/") {
      guard let bytes = file.part(name), !bytes.isEmpty else { continue }
      let isPNG = bytes.starts(with: PNGChunks.signature)
      run.report(
        isSheets ? OpenDocumentClass.sheetThumbnail : OpenDocumentClass.thumbnail, at: name,
        showing: "a picture of the first page, \(bytes.count) bytes", picture: isPNG ? bytes : nil)
    }
  }

  private func versions() {
    let names = file.names.filter { $0.hasPrefix("Versions/") && $0 != "Versions/VersionList.xml" }
    let list =
      (file.contains("VersionList.xml") ? file.tree("VersionList.xml") : nil)
      ?? (file.contains("Versions/VersionList.xml") ? file.tree("Versions/VersionList.xml") : nil)
    let entries = list?.descendants("version-entry") ?? []
    let kind = isSheets ? OpenDocumentClass.sheetVersion : OpenDocumentClass.version
    for name in names {
      guard let bytes = file.part(name) else { continue }
      let title = String(name.split(separator: "/").last ?? "")
      let about = entries.first { $0["title"] == title }.map(Self.words)
      let text = AttachedWords.words(bytes, name: title)
      run.report(
        kind, at: name,
        lines: [about ?? "", text].filter { !$0.isEmpty }
          + (text.isEmpty ? ["\(bytes.count) bytes"] : []))
      run.enter(bytes, name: title + (isSheets ? ".ods" : ".odt"))
    }
    if names.isEmpty, !entries.isEmpty {
      run.report(kind, at: "list of versions", lines: entries.map(Self.words))
    }
  }

  private static func words(_ entry: XMLElement) -> String {
    ["title", "comment", "creator", "date-time"].compactMap { entry[$0] }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  private func macros() {
    for name in file.names {
      let isMacro = ["Basic/", "Scripts/", "Dialogs/"].contains { name.hasPrefix($0) }
      guard isMacro, let bytes = file.part(name), !bytes.isEmpty else { continue }
      let file = String(name.split(separator: "/").last ?? "").lowercased()
      // Lists of libraries and modules are written for empty ones too.
      if file.hasSuffix("-lb.xml") || file.hasSuffix("-lc.xml") { continue }
      let tree = try? XMLElement(reading: bytes, place: name)
      let text =
        tree.map { $0.name.local == "module" ? $0.text : "" } ?? ReadableText.decoded(bytes)
      let shown = text.withoutOuterBlanks.isEmpty ? ReadableText.runs(bytes) : text
      // The module that programs put into a new library.
      let bare = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if tree?.name.local == "module",
        bare.isEmpty || bare == "sub main end sub"
          || bare == "rem ***** basic ***** sub main end sub"
      {
        continue
      }
      run.report(OpenDocumentClass.macro, at: name, lines: [shown])
    }
    guard let scripts = file.tree("content.xml")?.first("scripts") else { return }
    let code =
      scripts.descendants("module").map(\.text) + scripts.descendants("source-code").map(\.text)
    let calls = scripts.descendants("event-listener").compactMap { $0["href"] ?? $0["macro-name"] }
    let lines = (code + calls).map(\.withoutOuterBlanks).filter { !$0.isEmpty }
    if !lines.isEmpty {
      run.report(OpenDocumentClass.macro, at: "scripts of the document", lines: lines)
    }
  }
}
