import Documents

/// The words and pictures in an object that the document does not use any more.
struct PDFTraces {
  let file: PDFFile

  /// What an object says.
  struct Trace {
    var words: [String] = []
    /// What it shows where it has no words: `a picture of 20 × 30 pixels`.
    var picture: String?

    var isEmpty: Bool { words.isEmpty && picture == nil }

    var text: String { (words + [picture].compactMap { $0 }).joined(separator: "\n") }
  }

  /// Entries whose texts describe the format and not its matter.
  private static let technical: Set = [
    "Lang", "ID", "DA", "DS", "NM", "Registry", "Ordering", "CharSet", "Panose", "FontFamily",
    "OutputCondition", "OutputConditionIdentifier", "RegistryName", "CreationDate", "ModDate", "M",
    "LastModified", "IDTree", "Usage", "Cert", "CheckSum", "Lookup", "R", "O", "U", "OE", "UE",
    "Perms", "Trapped", "ByteRange", "Limits", "DocumentID", "SubFilter", "CreatorInfo",
  ]
  private static let kinds: Set = [
    "Font", "FontDescriptor", "Encoding", "ExtGState", "XRef", "ObjStm", "OutputIntent", "Halftone",
    "CMap", "OCG", "OCMD",
  ]

  /// - Parameter resources: Those of the page that a content stream belonged to.
  func trace(
    _ object: PDFObject, in revision: PDFRevision, resources: PDFDictionary? = nil
  ) -> Trace {
    var trace = Trace()
    if let stream = object.stream { trace = self.trace(stream, revision, resources) }
    if let kind = revision.value(object.dictionary, "Type").name, Self.kinds.contains(kind) {
      return trace
    }
    if object.dictionary?["Linearized"] != nil || object.dictionary?["FontName"] != nil {
      return trace
    }
    strings(object, key: "", revision, into: &trace.words)
    return trace
  }

  private func strings(
    _ object: PDFObject, key: String, _ revision: PDFRevision, into words: inout [String]
  ) {
    guard words.count < 500 else { return }
    switch object {
    case .string(let bytes):
      let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      let text = key == "RC" ? PDFFile.withoutMarks(PDFText.decode(bytes)) : PDFText.decode(bytes)
      // Bytes of a digest are no words.
      let isText = isWide || bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 9 }
      guard isText, isTelling(text, key) else { return }
      words.append(text)
    case .array(let list):
      for item in list { strings(item, key: key, revision, into: &words) }
    case .dictionary, .stream:
      for (key, value) in (object.dictionary ?? [:]).ordered where !Self.technical.contains(key) {
        strings(value, key: key, revision, into: &words)
      }
    default: return
    }
  }

  private func isTelling(_ text: String, _ key: String) -> Bool {
    guard PDFText.says(text, atLeast: 3), !PDFText.isDate(text), !PDFText.isIdentifier(text),
      !PDFPrograms.isPlaceholder(text)
    else { return false }
    return !["Producer", "Creator"].contains(key) || !PDFPrograms.isProgram(text)
  }

  private func trace(
    _ stream: PDFStream, _ revision: PDFRevision, _ resources: PDFDictionary?
  ) -> Trace {
    var trace = Trace()
    let dictionary = stream.dictionary
    let type = revision.value(dictionary, "Type").name
    let subtype = revision.value(dictionary, "Subtype").name ?? ""
    if type == "XRef" || type == "ObjStm" { return trace }
    if subtype == "Image" {
      let width = revision.value(dictionary, "Width").int ?? 0
      let height = revision.value(dictionary, "Height").int ?? 0
      trace.picture = "a picture of \(width) × \(height) pixels"
      return trace
    }
    // Programs of fonts and profiles of colours.
    let isTechnical =
      dictionary["Length1"] != nil || dictionary["Length2"] != nil || dictionary["N"] != nil
      || ["Type1C", "CIDFontType0C", "OpenType"].contains(subtype) || type == "CMap"
      || dictionary["FunctionType"] != nil || dictionary["ShadingType"] != nil
    guard !isTechnical, let data = file.source.decoded(stream, resolve: revision.resolve)?.data
    else { return trace }
    if type == "Metadata" || subtype == "XML" {
      trace.words = PDFXMP.values(data, file)
    } else if type == "EmbeddedFile" {
      trace.words = [PDFAttachments.words(data, "")]
    } else if data.position(of: Array("begincmap".utf8)) == nil {
      let content = file.contents.content(of: stream, resources: resources, in: revision)
      if content.hasText {
        trace.words = content.lines
      } else if Self.isPlainText(data) {
        trace.words = [PDFText.decode(data)]
      }
    }
    return trace
  }

  /// Whether bytes read as words, and not as operators of a drawing.
  private static func isPlainText(_ data: [UInt8]) -> Bool {
    let start = data.prefix(4_096)
    guard start.count >= 4 else { return false }
    let letters = start.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count
    let controls = start.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 9 }.count
    return controls == 0 && letters * 2 > start.count
  }
}
