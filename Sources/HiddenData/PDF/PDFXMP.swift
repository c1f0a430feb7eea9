import Documents

/// Reads the values of a packet of XMP that say something about people or matters.
enum PDFXMP {
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// The usual prefixes, whatever a packet writes.
  private static let prefixes = [
    "http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp", "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights", "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/exif/1.0/": "exif", "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
  ]
  /// Namespaces whose values describe the format.
  private static let technicalSpaces = [
    "http://www.aiim.org/pdfa/ns/", "http://www.aiim.org/pdfua/ns/", "http://www.npes.org/pdfx/ns/",
    "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xap/1.0/g/",
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#", "http://ns.adobe.com/xap/1.0/sType/Font#",
    "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://ns.adobe.com/xap/1.0/sType/Version#", "http://ns.adobe.com/xfa/",
    "http://www.w3.org/XML/1998/namespace", "adobe:ns:meta/",
  ]
  private static let technical: Set = [
    "format", "Trapped", "PDFVersion", "action", "when", "instanceID", "documentID",
    "DocumentID", "InstanceID", "OriginalDocumentID", "RenditionClass", "renditionClass",
    "Orientation", "ColorMode", "ICCProfile", "ColorSpace", "NativeDigest", "VersionID",
    "GTS_PDFXVersion", "GTS_PDFXConformance", "about", "parseType", "Marked", "StartupProfile",
    "CreateDate", "ModifyDate", "MetadataDate", "SourceModified", "language", "versionID",
  ]
  private static let programs: Set = [
    "Producer", "CreatorTool", "softwareAgent", "Creator", "HistorySoftwareAgent", "AuthoringTool",
  ]

  /// The values, each with the name that it usually goes by: `dc:creator: J. Doe`.
  static func values(_ packet: [UInt8], _ file: PDFFile) -> [String] {
    let start = packet.firstIndex(of: UInt8(ascii: "<")) ?? 0
    // A mark of the order of bytes may stand before it.
    let from = start > 0 && packet[start - 1] == 0 ? start - 1 : start
    do throws(Unreadable) {
      let root = try XMLElement(reading: Array(trimmed(packet[from...])), place: "the metadata")
      var lines: [String] = []
      walk(root, under: nil, file, into: &lines)
      return lines + remarks(packet)
    } catch {
      // Broken XML still says what it says.
      let text = PDFFile.withoutMarks(PDFText.decode(packet))
      let words = text.split(separator: " ").filter {
        !PDFText.isDate(String($0)) && !PDFText.isIdentifier(String($0))
      }.joined(separator: " ")
      return PDFText.says(words) && !PDFPrograms.isProgram(words) ? [words] : []
    }
  }

  /// Comments between the values.
  private static func remarks(_ packet: [UInt8]) -> [String] {
    var remarks: [String] = []
    var from = 0
    while remarks.count < 100,
      let start = packet.position(of: Array("<!--".utf8), from: from),
      let end = packet.position(of: Array("-->".utf8), from: start + 4)
    {
      let text = PDFText.decode(Array(packet[(start + 4)..<end])).withoutOuterBlanks
      if PDFText.says(text, atLeast: 3), !PDFPrograms.isProgram(text) {
        remarks.append("comment: \(text)")
      }
      from = end + 3
    }
    return remarks
  }

  /// Nothing may follow an XML document, and packets are filled up.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return bytes }
    let wide = bytes.prefix(2).contains(0) && bytes.first != 0
    return bytes[...min(wide ? last + 1 : last, bytes.endIndex - 1)]
  }

  private static func walk(
    _ element: XMLElement, under property: XMLName?, _ file: PDFFile, into lines: inout [String]
  ) {
    let isSyntax = element.name.space == rdf || element.name.space == "adobe:ns:meta/"
    let own = isSyntax ? property : element.name
    for attribute in element.attributes where !attribute.isDeclaration {
      let isResource = attribute.name.space == rdf && attribute.name.local == "resource"
      if attribute.name.space == rdf && !isResource { continue }
      add(isResource ? own : attribute.name, attribute.value, file, to: &lines)
    }
    let children = element.elements
    if children.isEmpty {
      add(own, element.text, file, to: &lines)
    } else {
      for child in children { walk(child, under: own, file, into: &lines) }
    }
  }

  /// What a program says that it changed: `/`, `/metadata`, `/;/content` (XMP part 2, ResourceEvent).
  private static func isUsualChange(_ text: String) -> Bool {
    text.split(separator: ";").allSatisfy {
      ["", "metadata", "content"].contains($0.drop { $0 == "/" || $0.isWhitespace })
    }
  }

  private static func add(
    _ name: XMLName?, _ value: String, _ file: PDFFile, to lines: inout [String]
  ) {
    let value = value.trimmingPrefix(while: \.isWhitespace)
    guard let name, PDFText.says(String(value)), lines.count < 1_000 else { return }
    let text = String(value)
    if technicalSpaces.contains(where: { name.space.hasPrefix($0) }) { return }
    if technical.contains(name.local) || PDFText.isDate(text) || PDFText.isIdentifier(text) {
      return
    }
    if name.local == "changed", isUsualChange(text) { return }
    if programs.contains(name.local), PDFPrograms.isProgram(text) { return }
    if PDFPrograms.isPlaceholder(text) { return }
    if name.local == "title", file.visible.shows(text) { return }
    // `from application/x to application/y` tells of formats.
    if name.local == "parameters", text.contains("application/") || text.contains("image/") {
      return
    }
    if Double(text) != nil || ["True", "False", "true", "false"].contains(text) { return }
    let prefix = prefixes[name.space].map { $0 + ":" } ?? ""
    lines.append("\(prefix)\(name.local): \(text)")
  }
}
