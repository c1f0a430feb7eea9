import Documents

/// Pictures, objects and other files in a document: each is looked into, and loose ones are told.
struct OpenDocumentParts {
  private let file: OpenDocumentFile
  private let run: InspectionRun

  init(_ file: OpenDocumentFile) {
    self.file = file
    run = file.run
  }

  /// The folders of objects in the document.
  var folders: [String] {
    let inner = file.names.filter { $0.hasSuffix("/content.xml") && !$0.hasPrefix("Versions/") }
    return inner.map { String($0.dropLast("content.xml".count)) }
  }

  func inspect() {
    let used = used
    let folders = folders
    for folder in folders { object(folder) }
    for name in file.names where !folders.contains(where: name.hasPrefix) && !Self.isUsual(name) {
      guard let bytes = file.part(name), !bytes.isEmpty else { continue }
      let isPicture = PictureInspector.recognises(bytes)
      if isPicture || name.hasPrefix("Pictures/") && used.contains(name) {
        if isPicture { run.enter(bytes, name: name) }
        guard !used.contains(name) else { continue }
      }
      let isLinked = used.contains(name)
      run.report(
        OpenDocumentClass.object,
        at: isLinked ? "object \(name)" : "\(name), to which nothing in the document leads",
        lines: ["\(bytes.count) bytes", AttachedWords.words(bytes, name: name)].filter {
          !$0.isEmpty
        },
        removable: true)
      if !isPicture { run.enter(bytes, name: name) }
    }
    embedded()
    crops()
  }

  private func object(_ folder: String) {
    guard let body = file.body(folder) else { return }
    // A chart shows its own table; a formula is its own text.
    guard body.name.local != "chart", file.tree(folder + "content.xml")?.name.local != "math" else {
      return
    }
    let text = OpenDocumentText.text(body)
    run.report(
      OpenDocumentClass.object, at: "object \(folder.dropLast())",
      lines: [text.isEmpty ? "an object without words" : text])
  }

  /// Files that are written into a flat document, or into the text itself.
  private func embedded() {
    guard let tree = file.tree("content.xml") else { return }
    for (index, data) in tree.descendants("binary-data").enumerated() {
      guard let bytes = Base64Text.decoded(data.text.utf8), !bytes.isEmpty else { continue }
      if PictureInspector.recognises(bytes) { run.enter(bytes, name: "picture \(index + 1)") }
    }
    for object in tree.descendants("object") {
      guard let inner = object.first("document") else { continue }
      let body = inner.first("body")?.elements.first
      guard let body, body.name.local != "chart" else { continue }
      run.report(
        OpenDocumentClass.object, at: "object in the text", lines: [OpenDocumentText.text(body)])
    }
  }

  /// Pictures of which the frame shows only a part.
  private func crops() {
    let styles = OpenDocumentStyles(file)
    for part in ["content.xml", "styles.xml"] {
      guard let tree = file.tree(part) else { continue }
      for frame in tree.descendants("frame") {
        guard let image = frame.first("image") else { continue }
        let clip = ["graphic", "presentation"].compactMap {
          styles.value("clip", "graphic-properties", of: frame["style-name"], $0)
        }.first
        guard let clip, Self.cuts(clip) else { continue }
        let name = image["href"] ?? "picture in the text"
        let bytes = image["href"].flatMap { file.part($0) }
        let title = frame["name"].map { "picture \"\($0)\"" } ?? "picture"
        run.report(
          OpenDocumentClass.cropped, at: title,
          showing: "\(name), cut off at top, right, bottom and left: \(clip)",
          removable: false,
          picture: bytes.flatMap {
            $0.starts(with: PNGChunks.signature) && $0.count < 300_000 ? $0 : nil
          })
      }
      if file.isFlat { break }
    }
  }

  /// Whether a clip takes more than half a millimetre.
  private static func cuts(_ clip: String) -> Bool {
    guard let open = clip.firstIndex(of: "(") else { return false }
    return clip[open...].dropFirst().prefix { $0 != ")" }.split { $0 == "," || $0 == " " }
      .contains { (HTMLLook.length(String($0), of: 16) ?? 0) > 2 }
  }

  /// The parts that anything in the document leads to.
  var used: Set<String> {
    var used: Set<String> = []
    for part in file.names
    where part == "content.xml" || part == "styles.xml" || part.hasSuffix("/content.xml")
      || part.hasSuffix("/styles.xml")
    {
      let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      file.tree(part)?.visit { element in
        guard let address = element["href"] else { return }
        let name = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
        used.insert((folder + name).removingPercentEscapes)
        used.insert(name.removingPercentEscapes)
      }
    }
    return used
  }

  /// Parts with a use of their own.
  private static func isUsual(_ name: String) -> Bool {
    let usual: Set<String> = [
      "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
      "layout-cache",
      "VersionList.xml", "current.xml",
    ]
    return usual.contains(name)
      || [
        "META-INF/", "Thumbnails/", "Configurations2/", "Versions/", "Basic/", "Scripts/",
        "Dialogs/",
        "ObjectReplacements/", "Fonts/", "Configurations/",
      ].contains { name.hasPrefix($0) }
  }
}
