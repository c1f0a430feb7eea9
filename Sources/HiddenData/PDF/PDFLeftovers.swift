/// Bytes of the file that belong to no object.
enum PDFLeftovers: PDFFamily {
  static let trailing = HiddenDataClass(
    "pdf.trailing_data", .medium, "Bytes before the beginning or after the end",
    lies: "Before `%PDF-`, or after the `%%EOF` that ends the last version.",
    recognised:
      "Anything there but blanks, ends of lines and zeros. What looks like a file is entered.",
    removal: "The file is written anew.")
  static let comment = HiddenDataClass(
    "pdf.comment_bytes", .medium, "Comments, and bytes between objects",
    lies:
      "In lines that begin with `%`, also within pages, and wherever between two objects something "
      + "stands that is none.",
    recognised:
      "Comments and gaps with words. The line of high bytes after the header and the remarks "
      + "that programs write are left alone.",
    removal: "The file is written anew; pages are written without comments.")
  static let tail = HiddenDataClass(
    "pdf.stream_tail", .medium, "Bytes behind the end of a packed stream",
    lies: "Between the end of the packed data and `endstream`, where readers stop before.",
    recognised: "The end that the data itself has, and the length that the dictionary gives, are "
      + "compared with `endstream`. Ends of lines and zeros are left alone.",
    removal: "The file is written anew with streams of their true length.")

  static let classes = [trailing, comment, tail]

  static func inspect(_ file: PDFFile) { inspect(file, isLocked: false) }

  /// - Parameter isLocked: Whether streams and texts are encrypted, so that only what lies between is read.
  static func inspect(_ file: PDFFile, isLocked: Bool) {
    let end = self.end(of: file)
    around(file, end)
    for range in file.scan.comments where range.lowerBound < end {
      remark(file.source.bytes[range], "a comment", file)
    }
    for range in file.scan.gaps where range.lowerBound < end {
      gap(file.source.bytes[range], file)
    }
    guard !isLocked else { return }
    for found in file.scan.objects {
      if let stream = found.object.stream { behind(stream, found.number, file) }
    }
    for (index, page) in file.reach.pages.enumerated() {
      for text in file.contents.page(page.dictionary, in: file.current, .operators).comments {
        remark(ArraySlice(text.utf8), "page \(index + 1), a comment in its content", file)
      }
    }
    for node in file.reach.nodes {
      guard let stream = node.stream, PDFStructureTexts.isContent(node, file) else { continue }
      for text in file.contents.content(of: stream, in: file.current, .operators).comments {
        remark(ArraySlice(text.utf8), "object \(node.number), a comment in its content", file)
      }
    }
  }

  /// Where the file ends as readers see it: after the `%%EOF` that follows the last table.
  private static func end(of file: PDFFile) -> Int {
    guard let start = file.scan.starts.last else {
      return file.scan.ends.last ?? file.source.bytes.count
    }
    return file.scan.ends.first { $0 > start } ?? file.source.bytes.count
  }

  private static func around(_ file: PDFFile, _ end: Int) {
    let bytes = file.source.bytes
    for (range, place) in [
      (0..<file.source.header, "before the beginning"), (end..<bytes.count, "after the end"),
    ] {
      var rest = bytes[range]
      // A mark of UTF-8 is put there by editors.
      if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
      let kept = trimmed(rest)
      guard !kept.isEmpty else { continue }
      let name = signatures.first { kept.starts(with: $0.bytes) }?.name
      let title = name.map { "a file (\($0))\n" } ?? ""
      file.report(trailing, nil, place, title + shown(kept))
      if let name { file.run.enter(Array(kept), name: name) }
    }
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "appended.zip"), ([0xFF, 0xD8, 0xFF], "appended.jpg"),
    ([0x89] + Array("PNG".utf8), "appended.png"), (Array("%PDF-".utf8), "appended.pdf"),
    ([0xD0, 0xCF, 0x11, 0xE0], "appended.doc"),
  ]

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let last = bytes.last, PDFLexer.isSpace(last) { bytes.removeLast() }
    return bytes.drop { PDFLexer.isSpace($0) }
  }

  /// Bytes as words where they are some.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.prefix(1 << 16)
    let controls = start.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 9 }.count
    if controls * 10 <= start.count { return PDFText.decode(Array(start)) }
    var runs = PDFFile.printable(Array(bytes))
    // Two bytes a letter.
    if runs.isEmpty { runs = [ReadableText.runs(bytes + [0], least: 4)].filter { !$0.isEmpty } }
    return runs.isEmpty ? "(\(bytes.count) bytes without words)" : runs.joined(separator: "\n")
  }

  private static func remark(_ bytes: ArraySlice<UInt8>, _ place: String, _ file: PDFFile) {
    // The second line holds high bytes so that nobody takes the file for text.
    let high = bytes.filter { $0 >= 0x80 }.count
    if high * 2 >= bytes.count - 1, bytes.count <= 40 { return }
    let isMarked = high >= 4 && bytes.dropFirst().prefix(4).allSatisfy { $0 >= 0x80 }
    let start = bytes.drop { $0 == UInt8(ascii: "%") || isMarked && $0 >= 0x80 }
    let text = PDFText.decode(Array(start))
    guard PDFText.says(text, atLeast: 3), !isUsual(text) else { return }
    file.report(comment, nil, place, text)
  }

  /// Remarks of programs about their own work.
  private static func isUsual(_ text: String) -> Bool {
    let text = text.drop { $0.isWhitespace || $0 == "%" }
    let starts = [
      "QDF-", "QDF:", "Original object ID", "Contents for page", "ReportLab", "'",
      "Page dictionary",
      "Document Root", "Outlines", "Info dictionary", "Form XObject", "Cross-reference", "EOF",
      "Invocation", "Font ", "page stream", "Pages dictionary", "page labels", "Page stream",
      "BeginPage", "EndPage", "Document catalog", "Document info", "Image data", "linearized",
      "Linearized",
    ]
    guard text.utf8.count <= 160 else { return false }
    // `iText-5.3.4`, `Page 7` and nothing else.
    let words = text.split { !$0.isLetter }
    if words.count == 1, let word = words.first?.lowercased(),
      word == "page" || word == "itext" || word == "openpdf" || word == "itextsharp"
    {
      return true
    }
    if text.hasPrefix("PDF-"), text.utf8.count <= 8 { return true }
    // ReportLab names the kind of what it draws.
    if text.drop(while: \.isWhitespace) == "PreformattedPara" { return true }
    for made in [
      "created by", "produced by", "generated by", "written by", "creator:", "producer:",
    ]
    where text.lowercased().hasPrefix(made) {
      return PDFPrograms.isProgram(String(text.dropFirst(made.count)))
    }
    guard starts.contains(where: { text.hasPrefix($0) }) else { return false }
    if text.hasPrefix("'") { return text.contains("class PDF") }
    if text.hasPrefix("Font ") { return text.contains("class PDF") }
    return text.utf8.count <= 60 || text.hasPrefix("ReportLab") || text.hasPrefix("Invocation")
  }

  private static func gap(_ bytes: ArraySlice<UInt8>, _ file: PDFFile) {
    let kept = trimmed(bytes)
    // Stray closing words of a program that counts wrongly say nothing.
    let text = PDFText.decode(Array(kept.prefix(64)))
    if ["endobj", "endstream", "obj", "stream", "trailer", ">>", ">", "xref"].contains(text) {
      return
    }
    guard PDFText.says(text, atLeast: 3) || kept.count >= 16 else { return }
    file.report(comment, nil, "between objects", shown(kept))
  }

  private static func behind(_ stream: PDFStream, _ number: Int, _ file: PDFFile) {
    let bytes = file.source.bytes
    let filters = PDFFilters.filters(stream.dictionary, resolve: file.current.resolve)
    var end = stream.range.upperBound
    if let declared = stream.declared, declared >= 0, declared < stream.range.count {
      end = stream.range.lowerBound + declared
    }
    switch filters.first?.name {
    case "FlateDecode":
      if let used = PDFFlate.length(bytes, stream.range) {
        end = min(end, stream.range.lowerBound + used)
      } else if !stream.range.isEmpty, file.reach.numbers.contains(number) {
        file.run.fail(.broken("object \(number) cannot be unpacked"))
      }
    case "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "LZWDecode":
      if let used = file.current.decoded(stream)?.used {
        end = min(end, stream.range.lowerBound + used)
      }
    case "DCTDecode":
      if let found = lastEnd(bytes, stream.range) { end = min(end, found) }
    default: break
    }
    let kept = trimmed(bytes[end..<stream.range.upperBound])
    guard kept.count >= 4 else { return }
    let words = shown(kept)
    guard PDFText.says(words, atLeast: 3) || kept.count >= 16 else { return }
    file.report(tail, nil, "object \(number)", words)
  }

  /// Where the last end of a picture is in a JPEG.
  private static func lastEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.upperBound - 2
    while index >= range.lowerBound {
      if bytes[index] == 0xFF, bytes[index + 1] == 0xD9 { return index + 2 }
      index -= 1
    }
    return nil
  }

  static let examples = [
    InspectionExample(
      "words after the end", file: "tail.pdf", PDFExample(tail: "\nJane Roe, 4 High Street\n").file,
      finds: ["pdf.trailing_data"], shows: "Jane Roe"),
    InspectionExample(
      "words of two bytes a letter after the end", file: "wide.pdf",
      PDFExample().file + "\nJane Roe".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      finds: ["pdf.trailing_data"], shows: "Jane Roe"),
    InspectionExample(
      "words before the beginning", file: "head.pdf",
      Array("From: jane.roe@example.org\r\n".utf8) + PDFExample().file,
      finds: ["pdf.trailing_data"], shows: "jane.roe"),
    InspectionExample(
      "a comment between objects", file: "comment.pdf",
      PDFExample(head: "% checked by J. Doe\n").file, finds: ["pdf.comment_bytes"], shows: "J. Doe"),
    InspectionExample(
      "words in a gap, and a comment on a page", file: "gap.pdf",
      PDFExample(content: "\n%Roe withheld\n", head: "draft for Ms Doe\n").file,
      finds: ["pdf.comment_bytes"], shows: "Ms Doe"),
    InspectionExample(
      "bytes behind a packed stream", file: "packed.pdf",
      PDFExample(
        resources: "/Properties<</P<</X 20 0 R>>>>",
        objects: [20: PDFExample.stream("00FF>Jane Roe", "/Filter/ASCIIHexDecode")]
      ).file, finds: ["pdf.stream_tail"], shows: "Jane Roe"),
    InspectionExample(
      "the ends of lines and zeros that transport leaves", file: "ends.pdf",
      PDFExample(head: "%QDF-1.0\n\n% created by Pillow PDF driver\n", tail: "\r\n\0\0\0").file,
      leaves: ["pdf.trailing_data", "pdf.comment_bytes", "pdf.stream_tail"]),
  ]
}
