import Documents

/// A drawing in VML, which carries notes, form controls and pictures of headers.
struct LegacyDrawing {
  /// One shape in it.
  struct Item {
    var name: String
    /// `Note`, `Button`, `List`… as the program calls it; empty for a plain shape.
    var kind: String
    var text: String
    var isHidden: Bool
    var alternative: String
    /// Links and lists of a control.
    var details: [String]
    var isCropped: Bool
  }

  private(set) var items: [Item] = []

  /// Reads a part; programs leave breaks in it open, which XML does not allow.
  init(_ part: String, _ workbook: Workbook) {
    guard let bytes = workbook.package.part(part) else { return }
    let depth = workbook.run.limits.depth
    if let tree = try? XMLElement(reading: bytes, place: part, depth: depth) {
      items = Self.items(tree)
      return
    }
    let mended = String(decoding: bytes, as: UTF8.self).replacing("<br>", with: "<br/>")
      .replacing("<BR>", with: "<br/>")
    do throws(Unreadable) {
      items = Self.items(
        try XMLElement(reading: Array(mended.utf8), place: part, depth: depth))
    } catch { workbook.run.fail(error) }
  }

  private static func items(_ tree: XMLElement) -> [Item] {
    let kinds: Set = ["shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "image"]
    var items: [Item] = []
    tree.visit { element in
      guard kinds.contains(element.name.local) else { return }
      let data = element.first("ClientData")
      let style = (element["style"] ?? "").lowercased().filter { !$0.isWhitespace }
      let words = element.descendants("textbox").map(\.text).joined(separator: "\n")
      let picture = element.first("imagedata")
      let telling: Set = [
        "FmlaMacro", "FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup", "FmlaPict", "ListItems",
        "Accel", "MapOCX",
      ]
      let details = (data?.elements ?? []).filter {
        telling.contains($0.name.local) && $0.text.hasWords
      }.map { "\($0.name.local): \($0.text)" }
      let crops = ["croptop", "cropbottom", "cropleft", "cropright"].compactMap { picture?[$0] }
      items.append(
        Item(
          name: element["id"] ?? "", kind: data?["ObjectType"] ?? "",
          text: words.trimmingWhitespace, isHidden: style.contains("visibility:hidden"),
          alternative: [element["alt"], picture?["title"]].compactMap { $0 }.first(
            where: \.hasWords)
            ?? "", details: details,
          isCropped: crops.contains {
            $0.contains { "123456789".contains($0) } && !$0.hasPrefix("-")
          }))
    }
    return items
  }
}
