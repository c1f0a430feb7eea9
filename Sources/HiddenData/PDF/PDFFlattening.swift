import Documents

/// Makes what annotations show a part of their page.
extension PDFRewriter {
  /// Annotations that are comments, or signs of things that go.
  private static let dropped: Set = ["Text", "Popup", "FileAttachment", "Sound", "Link", "Redact"]

  /// Annotations that readers draw as they see fit where they have no appearance.
  private static let drawings: Set = [
    "Caret", "Circle", "FreeText", "Highlight", "Ink", "Line", "PolyLine", "Polygon", "Square",
    "Squiggly", "Stamp", "StrikeOut", "Underline",
  ]

  /// Operators that draw what the annotations of a page show, and the forms that they draw.
  mutating func flattened(
    _ page: PDFDictionary
  ) throws(Unreadable) -> (operators: [UInt8], forms: PDFDictionary) {
    var operators: [UInt8] = []
    var forms: PDFDictionary = [:]
    // Fields share the fonts of their form.
    let form = file.current.value(file.root, "AcroForm").dictionary
    let shared = file.current.value(form, "DR").dictionary ?? [:]
    for item in file.current.value(page, "Annots").array ?? [] {
      guard let annotation = file.current.resolve(item).dictionary,
        let drawn = appearance(annotation),
        let matrix = placement(annotation, drawn.dictionary)
      else { continue }
      let name = "A\(forms.count + 1)"
      forms[name] = try self.form(drawing: drawn, shared)
      let numbers = matrix.map(PDFWriter.number).joined(separator: " ")
      operators += "q \(numbers) cm /\(name) Do Q\n".utf8
    }
    return (operators, forms)
  }

  /// Whether some annotation is drawn by readers as they see fit, because it has no appearance.
  var lacksAppearances: Bool {
    let form = file.current.value(file.root, "AcroForm").dictionary
    if case .bool(true) = file.current.value(form, "NeedAppearances") { return true }
    return PDFAnnotations.nodes(of: file).contains { node in
      let kind = file.current.value(node.dictionary, "Subtype").name ?? ""
      return !Self.dropped.contains(kind)
        && file.current.value(file.current.value(node.dictionary, "AP").dictionary, "N").isNull
    }
  }

  /// Whether some drawing on a page still has no appearance. A field without one shows nothing.
  var losesDrawings: Bool {
    PDFAnnotations.nodes(of: file).contains { node in
      let kind = file.current.value(node.dictionary, "Subtype").name ?? ""
      let look = file.current.value(node.dictionary, "AP").dictionary
      return Self.drawings.contains(kind)
        && PDFAnnotations.reasonHidden(node, file) != "without any extent"
        && (file.current.value(node.dictionary, "F").int ?? 0) & 34 == 0
        && file.current.value(look, "N").isNull
    }
  }

  /// The stream that an annotation shows as it is; nil where it shows nothing.
  private func appearance(_ annotation: PDFDictionary) -> PDFStream? {
    let current = file.current
    let flags = current.value(annotation, "F").int ?? 0
    guard let kind = current.value(annotation, "Subtype").name, !Self.dropped.contains(kind),
      flags & 2 == 0, flags & 32 == 0, layers.shows(annotation["OC"])
    else { return nil }
    let given = current.value(current.value(annotation, "AP").dictionary, "N")
    if let stream = given.stream { return stream }
    guard let state = current.value(annotation, "AS").name else { return nil }
    return current.value(given.dictionary, state).stream
  }

  /// The matrix by which an appearance fills the rectangle of its annotation.
  private func placement(_ annotation: PDFDictionary, _ form: PDFDictionary) -> [Double]? {
    guard
      let place = PDFAnnotations.rectangle(file.current.value(annotation, "Rect"), file),
      let box = PDFAnnotations.rectangle(file.current.value(form, "BBox"), file)
    else { return nil }
    let given = (file.current.value(form, "Matrix").array ?? []).compactMap {
      file.current.resolve($0).double
    }
    let matrix = given.count == 6 ? given : [1, 0, 0, 1, 0, 0]
    let corners = [
      (box.left, box.bottom), (box.right, box.bottom), (box.left, box.top), (box.right, box.top),
    ].map { x, y in
      (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
    }
    let left = corners.map(\.0).min() ?? 0
    let right = corners.map(\.0).max() ?? 0
    let bottom = corners.map(\.1).min() ?? 0
    let top = corners.map(\.1).max() ?? 0
    guard right > left, top > bottom else { return nil }
    let across = (place.right - place.left) / (right - left)
    let up = (place.top - place.bottom) / (top - bottom)
    return [across, 0, 0, up, place.left - left * across, place.bottom - bottom * up]
  }

  /// Links that stay, and marks of a redaction, which a person has to decide about.
  mutating func annotations(_ page: PDFDictionary) throws(Unreadable) -> [PDFObject] {
    var kept: [PDFObject] = []
    for item in file.current.value(page, "Annots").array ?? [] {
      guard let annotation = file.current.resolve(item).dictionary else { continue }
      let kind = file.current.value(annotation, "Subtype").name
      guard kind == "Redact" || kind == "Link" else { continue }
      var copy: PDFDictionary = ["Type": .name("Annot"), "Subtype": .name(kind ?? "")]
      for key in ["Rect", "QuadPoints", "Border", "F"] where annotation[key] != nil {
        copy[key] = try self.copy(file.current.resolve(annotation[key]))
      }
      if kind == "Link" {
        guard let target = target(of: annotation) else { continue }
        copy.merge(target) { own, _ in own }
      }
      kept.append(writer.add(.dictionary(copy)))
    }
    return kept
  }

  /// Where a link or bookmark leads, by page and never by name; nil where that is not to be kept.
  func target(of item: PDFDictionary) -> PDFDictionary? {
    let action = file.current.value(item, "A").dictionary
    if let address = PDFLinks.plainAddress(action ?? [:], file) {
      return [
        "A": .dictionary(["S": .name("URI"), "URI": .string(Array(address.utf8))])
      ]
    }
    var destination = file.current.value(item, "Dest")
    if destination.isNull, file.current.value(action, "S").name == "GoTo" {
      destination = file.current.value(action, "D")
    }
    if let name = destination.bytes ?? destination.name.map({ Array($0.utf8) }) {
      destination = file.destination(name)
    }
    if let inner = destination.dictionary { destination = file.current.value(inner, "D") }
    guard let list = destination.array, let page = list.first?.reference,
      let number = pageNumbers[page]
    else { return nil }
    let rest = list.dropFirst().map { file.current.resolve($0) }.filter {
      $0.double != nil || $0.name != nil || $0.isNull
    }
    return ["Dest": .array([.reference(number)] + rest)]
  }
}

extension PDFFile {
  /// What a named destination stands for.
  func destination(_ name: [UInt8]) -> PDFObject {
    if let known = destinations[name] { return current.resolve(known) }
    let old = current.value(root, "Dests").dictionary
    return current.resolve(old?[String(decoding: name, as: UTF8.self)])
  }
}
