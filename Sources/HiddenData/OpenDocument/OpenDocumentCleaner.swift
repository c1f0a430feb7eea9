package import Documents

/// Writes an OpenDocument file again without what is hidden in it. What is shown stays; formulas become their
/// values where something that they may need is taken out.
package enum OpenDocumentCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let run = InspectionRun(limits: limits) { _, _, _ in }
    let file = try OpenDocumentFile(bytes, run: run)
    guard file.body() != nil else {
      throw run.failures.first ?? .broken("the OpenDocument file has no content")
    }
    let folders = charts(file)
    for folder in [""] + folders { edit(file, folder) }
    properties(file)
    if let failure = run.failures.first { throw failure }
    guard file.isFlat else { return try packed(file, keeping: folders, limits) }
    guard let tree = file.tree("content.xml") else { throw .broken("the file has no content") }
    for data in tree.descendants("binary-data") { clean(binary: data, limits) }
    return tree.document()
  }

  /// The folders of objects that stay: charts, which show their own table, and formulas.
  private static func charts(_ file: OpenDocumentFile) -> [String] {
    OpenDocumentParts(file).folders.filter { folder in
      file.tree(folder + "content.xml")?.name.local == "math"
        || file.body(folder)?.name.local == "chart"
    }
  }

  private static func edit(_ file: OpenDocumentFile, _ folder: String) {
    let styles = OpenDocumentStyles(file, folder: folder)
    let content = file.tree(folder + "content.xml")
    if let body = file.body(folder) {
      if file.kind(folder) == .sheets {
        SheetCleaning(styles).clean(body)
      } else {
        let ground = file.kind(folder) == .text ? styles.page : nil
        TextCleaning(styles).clean(body, ground: ground)
      }
    }
    content?.remove { $0.name.local == "scripts" || $0.name.local == "event-listeners" }
    if folder.isEmpty {
      content?.remove { element in
        element.name.local == "object-ole" || element.name.local == "plugin"
          || element.name.local == "object" && !keeps(element, file)
      }
    }
    for master in file.tree(folder + "styles.xml")?.first("master-styles")?.all("master-page") ?? []
    {
      for piece in master.elements
      where piece.name.local.hasPrefix("header") || piece.name.local.hasPrefix("footer") {
        TextCleaning(styles).clean(piece, ground: styles.page)
      }
    }
  }

  private static func keeps(_ object: XMLElement, _ file: OpenDocumentFile) -> Bool {
    guard let address = object["href"] else {
      return object.first("math") != nil
        || object.first("document")?.first("body")?.first("chart") != nil
    }
    let name = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
    return charts(file).contains(name.removingPercentEscapes + "/")
  }

  private static func properties(_ file: OpenDocumentFile) {
    let kept: Set<String> = ["generator", "document-statistic", "language"]
    if let meta = file.tree("meta.xml")?.first("meta") {
      meta.children.removeAll {
        if case .element(let field) = $0 { !kept.contains(field.name.local) } else { true }
      }
    }
    file.tree("settings.xml")?.first("settings")?.remove { item in
      guard item.name.local == "config-item", let name = item["name"] else { return false }
      let text = item.text
      return name.hasPrefix("Printer") || name.contains("DataSource") || name.contains("Password")
        || name.hasSuffix("ProtectionKey") || text.contains("file:") || text.contains("://")
        || text.contains(":\\") || text.hasPrefix("\\\\")
    }
  }

  /// The parts that the document needs, in a package without anything else.
  private static func packed(
    _ file: OpenDocumentFile, keeping folders: [String], _ limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let used = OpenDocumentParts(file).used
    var parts: [(name: String, bytes: [UInt8])] = []
    for name in file.names {
      let isOfObject = folders.contains(where: name.hasPrefix)
      let isDocument = ["content.xml", "styles.xml", "meta.xml", "settings.xml"].contains(
        isOfObject ? String(name.split(separator: "/").last ?? "") : name)
      if name == "mimetype" || name == "META-INF/manifest.xml" { continue }
      if isDocument, let tree = file.tree(name) {
        parts.append((name, tree.document()))
      } else if used.contains(name) || isOfObject
        || name.hasPrefix("ObjectReplacements/") && used.contains(name) || name.hasPrefix("Fonts/")
      {
        guard let bytes = file.part(name) else { continue }
        let isPicture = PictureInspector.recognises(bytes)
        guard
          isPicture || name.hasPrefix("Pictures/") || name.hasPrefix("ObjectReplacements/")
            || isOfObject || name.hasPrefix("Fonts/") || name.hasPrefix("media/")
        else { continue }
        parts.append((name, isPicture ? try PictureCleaner.clean(bytes, limits: limits) : bytes))
      }
    }
    let type =
      file.part("mimetype")
      ?? Array((file.types["/"] ?? "application/vnd.oasis.opendocument.text").utf8)
    let manifest = manifest(file, type, parts.map(\.name), folders)
    return ZipWriter.file([("mimetype", type)] + parts + [("META-INF/manifest.xml", manifest)])
  }

  private static func manifest(
    _ file: OpenDocumentFile, _ type: [UInt8], _ names: [String], _ folders: [String]
  ) -> [UInt8] {
    var out = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    out +=
      #"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">"#
      .utf8
    func add(_ path: String, _ type: String) {
      out += "<manifest:file-entry manifest:full-path=\"".utf8
      XMLElement.escape(path, isAttribute: true, to: &out)
      out += "\" manifest:media-type=\"".utf8
      XMLElement.escape(type, isAttribute: true, to: &out)
      out += "\"/>".utf8
    }
    add("/", String(decoding: type, as: UTF8.self))
    for folder in folders {
      add(folder, file.types[folder] ?? "application/vnd.oasis.opendocument.chart")
    }
    for name in names { add(name, file.types[name] ?? (name.hasSuffix(".xml") ? "text/xml" : "")) }
    return out + Array("</manifest:manifest>".utf8)
  }

  private static func clean(binary data: XMLElement, _ limits: InspectionLimits) {
    guard let bytes = Base64Text.decoded(data.text.utf8), PictureInspector.recognises(bytes),
      let clean = try? PictureCleaner.clean(bytes, limits: limits)
    else { return }
    data.children = [.text(String(decoding: Base64Text.encoded(clean), as: UTF8.self))]
  }
}

extension XMLElement {
  /// Takes out every element below it for which the condition holds.
  func remove(where condition: (XMLElement) -> Bool) {
    children.removeAll { if case .element(let inner) = $0 { condition(inner) } else { false } }
    for inner in elements { inner.remove(where: condition) }
  }

  /// Puts what stands in an element in its place, for every one for which the condition holds.
  func unwrap(where condition: (XMLElement) -> Bool) {
    for inner in elements { inner.unwrap(where: condition) }
    children = children.flatMap { child -> [Child] in
      if case .element(let inner) = child, condition(inner) { inner.children } else { [child] }
    }
  }
}
