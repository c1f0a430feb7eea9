import Markup

extension Letter {
  /// The letter as a Word document (Office Open XML, ISO/IEC 29500 transitional): real headings,
  /// lists and tables, the language set, and no author, date or other property beyond the letter.
  ///
  /// The same letter always gives the same bytes.
  public func docx() -> [UInt8] {
    var archive = ZipWriter()
    let parts: [(String, XML)] = [
      ("[Content_Types].xml", DocxPackage.contentTypes),
      ("_rels/.rels", DocxPackage.relationships),
      ("docProps/core.xml", DocxPackage.coreProperties(title: title)),
      ("docProps/app.xml", DocxPackage.applicationProperties),
      ("word/document.xml", DocxDocument(letter: self).xml),
      ("word/_rels/document.xml.rels", DocxPackage.documentRelationships),
      ("word/styles.xml", DocxStyles.styles),
      ("word/numbering.xml", DocxStyles.numbering),
      ("word/settings.xml", DocxPackage.settings),
      ("word/footer1.xml", DocxDocument(letter: self).footer),
    ]
    for (name, xml) in parts {
      let declaration: XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      archive.add(name, (declaration + xml).utf8)
    }
    return archive.finished()
  }
}

/// XML is written with the type that writes HTML: it escapes the same characters and leaves out those
/// that XML 1.0 forbids.
typealias XML = HTML

/// The parts of the package that say what the others are.
enum DocxPackage {
  static let contentTypes: XML = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
    <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
    <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
    </Types>
    """

  static let relationships: XML = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>\
    </Relationships>
    """

  static let documentRelationships: XML = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>\
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>\
    <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>\
    </Relationships>
    """

  /// Title and language, and on purpose nobody's name and no time.
  static func coreProperties(title: String) -> XML {
    """
    <cp:coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/">\
    <dc:title>\(title)</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>
    """
  }

  static let applicationProperties: XML = """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
    <Application>Steelyard</Application></Properties>
    """

  /// Compatibility mode 15 keeps Word from opening the letter in the layout of an older Word.
  static let settings: XML = """
    <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>\
    <w:compat><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
    <w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>\
    </w:settings>
    """
}
