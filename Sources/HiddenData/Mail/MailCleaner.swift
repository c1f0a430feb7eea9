package import Documents

/// Writes an e-mail again without the header lines, the hidden words of its HTML and the metadata of its
/// pictures that its reader does not see. Attachments, earlier messages and differing versions stay: somebody
/// has to decide on them.
package enum MailCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let message = MailPart(bytes)
    guard !message.headers.fields.isEmpty else { throw .broken("the e-mail has no header lines") }
    guard !message.all.contains(where: { $0.isTooDeep || !$0.isClosed }) else {
      throw .broken("a part of the e-mail breaks off")
    }
    return written(message, isOutermost: true, limits)
  }

  private static func written(
    _ part: MailPart, isOutermost: Bool, _ limits: InspectionLimits
  ) -> [UInt8] {
    let body: (bytes: [UInt8], isEncoded: Bool)
    if !part.children.isEmpty {
      body = (joined(part, limits), false)
    } else if let changed = changed(part, limits) {
      body = (Base64Text.encoded(changed), true)
    } else {
      body = (Array(part.bytes[part.body]), false)
    }
    var out: [UInt8] = []
    for field in part.headers.fields {
      switch MailHeaderInspection.kind(of: field) {
      case .blind, .way, .thread: if isOutermost { continue }
      default: break
      }
      if body.isEncoded, field.name == "content-transfer-encoding" { continue }
      if body.isEncoded, field.name == "content-type", part.type.value == "text/html" { continue }
      out += part.bytes[field.whole]
    }
    if body.isEncoded {
      if part.type.value == "text/html" { out += "Content-Type: text/html; charset=utf-8\r\n".utf8 }
      out += "Content-Transfer-Encoding: base64\r\n".utf8
    }
    if !out.isEmpty, out.last != 0x0A, out.last != 0x0D { out += "\r\n".utf8 }
    return out + "\r\n".utf8 + body.bytes
  }

  /// The parts between their boundaries, with nothing before and behind.
  private static func joined(_ part: MailPart, _ limits: InspectionLimits) -> [UInt8] {
    let boundary = part.type["boundary"] ?? ""
    var out: [UInt8] = []
    for child in part.children {
      out += "--\(boundary)\r\n".utf8
      out += written(child, isOutermost: false, limits)
      out += "\r\n".utf8
    }
    return out + "--\(boundary)--\r\n".utf8
  }

  /// The new content of a part; nil where nothing is to be taken out of it.
  private static func changed(_ part: MailPart, _ limits: InspectionLimits) -> [UInt8]? {
    if PictureInspector.recognises(part.content) {
      guard let clean = try? PictureCleaner.clean(part.content, limits: limits),
        clean != part.content
      else { return nil }
      return clean
    }
    guard part.type.value == "text/html", MailWords.isText(part) else { return nil }
    let words = HTMLWords(part.text)
    let ranges = (words.hidden.flatMap(\.ranges) + words.comments.map(\.range))
      .sorted { $0.lowerBound < $1.lowerBound }
    guard !ranges.isEmpty else { return nil }
    let source = Array(part.text.utf8)
    var out: [UInt8] = []
    var at = 0
    for range in ranges where range.lowerBound >= at && range.upperBound <= source.count {
      out += source[at..<range.lowerBound]
      at = range.upperBound
    }
    return out + source[at...]
  }
}
