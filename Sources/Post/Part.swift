/// One part of a message: its headers, read, and its content, still encoded.
struct Part {
  let type: ParameterisedValue
  let disposition: ParameterisedValue
  let encoding: String
  let content: Bytes

  /// Reads a part; where it does not say what it is, it is `defaultType`.
  init(headers: HeaderBlock, content: Bytes, defaultType: String) {
    let declared = headers["content-type"].map(ParameterisedValue.init)
    if let declared, declared.value.contains("/") {
      type = declared
    } else {
      type = ParameterisedValue(Array(defaultType.utf8)[...])
    }
    disposition = ParameterisedValue(headers["content-disposition"] ?? [])
    encoding = ParameterisedValue(headers["content-transfer-encoding"] ?? []).value
    self.content = content
  }

  /// The content as it was before it was encoded for the post.
  func decoded(remarks: inout Remarks) -> [UInt8] {
    switch encoding {
    case "base64": return Base64.decode(content).bytes
    case "quoted-printable": return QuotedPrintable.decode(content)
    case "", "7bit", "8bit", "binary": break
    default: remarks.add("A part of the message is encoded in a way that is not known here.")
    }
    return Array(content)
  }

  /// The name of the file without any folder, or nil.
  func filename(remarks: inout Remarks) -> String? {
    guard
      let text = disposition.text("filename", remarks: &remarks)
        ?? type.text("name", remarks: &remarks)
    else { return nil }
    let name = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    // Marks that turn the direction of writing can make `exe.fdp` look like a PDF.
    let visible = name.unicodeScalars.filter { $0.properties.generalCategory != .format }
    let result = EncodedWords.oneLine(String(String.UnicodeScalarView(visible)))
    return result.isEmpty || result == "." || result == ".." ? nil : result
  }
}
