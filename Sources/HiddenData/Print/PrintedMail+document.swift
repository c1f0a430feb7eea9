extension PrintedMail {
  /// The page as a flat OpenDocument text (`.fodt`), which holds nothing but these words.
  public var document: [UInt8] {
    var paragraphs: [String] = []
    for line in head {
      paragraphs.append(
        Self.paragraph("Head", [("Name", line.name + ":"), (nil, "\t" + line.value)]))
    }
    paragraphs.append(Self.paragraph("Rule", []))
    for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      paragraphs.append(Self.paragraph("Body", [(nil, String(line))]))
    }
    if !attachments.isEmpty {
      paragraphs.append(Self.paragraph("Rule", []))
      let count = attachments.count
      paragraphs.append(
        Self.paragraph("Body", [("Name", count == 1 ? "1 attachment" : "\(count) attachments")]))
      for name in attachments { paragraphs.append(Self.paragraph("Body", [(nil, name)])) }
      paragraphs.append(
        Self.paragraph(
          "Note",
          [(nil, "Attachments are no part of this page; each is redacted as a file of its own.")]))
    }
    return Array((Self.start + paragraphs.joined(separator: "\n") + Self.end).utf8)
  }

  private static func paragraph(_ style: String, _ parts: [(style: String?, text: String)])
    -> String
  {
    let spans = parts.map { style, text in
      let written = written(text)
      return style.map { "<text:span text:style-name=\"\($0)\">\(written)</text:span>" } ?? written
    }
    return "<text:p text:style-name=\"\(style)\">\(spans.joined())</text:p>"
  }

  /// A text as XML; blanks that stand together are kept.
  private static func written(_ text: String) -> String {
    var result = ""
    var isAfterBlank = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t": result += "<text:tab/>"
      case " ": result += isAfterBlank ? "<text:s/>" : " "
      // What XML cannot hold.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      case _ where scalar.value < 0x20: break
      default: result.unicodeScalars.append(scalar)
      }
      isAfterBlank = scalar == " "
    }
    return result
  }

  private static let start = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.text">
    <office:styles>
    <style:default-style style:family="paragraph"><style:text-properties fo:font-family="Liberation Sans" \
    fo:font-size="11pt"/></style:default-style>
    <style:style style:name="Body" style:family="paragraph"/>
    <style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-left="2.5cm" \
    fo:text-indent="-2.5cm"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>\
    </style:paragraph-properties></style:style>
    <style:style style:name="Rule" style:family="paragraph"><style:paragraph-properties \
    fo:border-bottom="0.5pt solid #000000" fo:margin-bottom="0.4cm"/></style:style>
    <style:style style:name="Note" style:family="paragraph"><style:text-properties fo:font-style="italic"/>\
    </style:style>
    <style:style style:name="Name" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
    </office:styles>
    <office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties \
    fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>\
    </office:master-styles>
    <office:body><office:text>

    """

  private static let end = "\n</office:text></office:body></office:document>\n"
}
