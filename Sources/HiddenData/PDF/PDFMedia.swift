/// Film, sound and models on the pages; part of ``PDFAttachments``.
enum PDFMedia {
  private static let kinds: [String: String] = [
    "RichMedia": "a medium", "3D": "a model", "Movie": "a film", "Sound": "a sound",
    "Screen": "a medium",
  ]

  static func inspect(_ file: PDFFile, _ annotations: [PDFNode]) {
    var seen: Set<Int> = []
    for node in annotations {
      let kind = file.current.value(node.dictionary, "Subtype").name ?? ""
      guard let name = kinds[kind] else { continue }
      // An area that only has an action of another kind plays nothing.
      let plays = kind != "Screen" || node.dictionary["A"] != nil || node.dictionary["AA"] != nil
      guard plays else { continue }
      seen.insert(node.number)
      file.report(PDFAttachments.media, node.page, name, words(node, file))
    }
    for node in file.reach.nodes where !seen.contains(node.number) {
      let action = file.current.value(node.dictionary, "S").name
      let isAction = node.key == "A" || node.key == "Next" || node.dictionary["Type"] != nil
      guard let action, ["Rendition", "Movie", "Sound", "RichMediaExecute"].contains(action),
        isAction || node.dictionary["R"] != nil || node.dictionary["Sound"] != nil
      else { continue }
      file.report(PDFAttachments.media, node.page, "an action that plays", words(node, file))
    }
  }

  /// Names and titles of the media in an annotation or action, as far as they hang below it.
  private static func words(_ node: PDFNode, _ file: PDFFile) -> String {
    var words: [String] = []
    var open: [(PDFObject, Int)] = [(.dictionary(node.dictionary), 6)]
    var seen: Set<Int> = []
    while let (object, depth) = open.popLast(), words.count < 200, seen.count < 10_000 {
      if let number = object.reference, !seen.insert(number).inserted { continue }
      let value = file.current.resolve(object)
      guard depth > 0 else { continue }
      if let array = value.array { open += array.reversed().map { ($0, depth - 1) } }
      for (key, value) in (value.dictionary ?? [:]).ordered
      where !["P", "Parent", "AP", "MK", "Popup", "Resources"].contains(key) {
        let target = file.current.resolve(value)
        if ["T", "Contents", "N", "F", "UF", "Desc", "XN", "Alt", "CT", "TU", "JS"].contains(key),
          let text = target.text, PDFText.says(text), !words.contains(text)
        {
          words.append(text)
        }
        if target.array != nil || target.dictionary != nil { open.append((value, depth - 1)) }
      }
    }
    return words.isEmpty ? "(without words)" : words.joined(separator: "\n")
  }
}
