/// Walks through the parts of a message and gathers its words and its attachments.
struct PartReader {
  /// How deep parts may lie in parts.
  static let maximumDepth = 20
  /// How many parts a message may have.
  static let maximumParts = 500

  private(set) var attachments: [Attachment] = []
  var remarks = Remarks()
  private var partCount = 0

  /// Words found in a part, and whether they were plain text.
  struct Words {
    var text: String
    var isPlain: Bool
  }

  /// Reads a part and everything in it; returns its words, or nil where it has none.
  mutating func read(_ part: Part, depth: Int = 0) -> Words? {
    let type = part.type.value
    if type.hasPrefix("multipart/") { return readMultipart(part, depth: depth) }
    let mayBeBody = type == "text/plain" || type == "text/html"
    let filename = part.filename(remarks: &remarks)
    // The text of a message that has only one part may have a name; within others a name is the
    // sign of an attachment.
    if mayBeBody, part.disposition.value != "attachment", depth == 0 || filename == nil {
      return Words(text: part.text(remarks: &remarks), isPlain: type == "text/plain")
    }
    if let remark = Self.remark(on: type) { remarks.add(remark) }
    // A report of delivery is about the message, not a part of it.
    guard type != "message/delivery-status" else { return nil }
    attachments.append(
      Attachment(
        filename: filename, declaredType: type,
        byteCount: part.decoded(remarks: &remarks).count))
    return nil
  }

  private mutating func readMultipart(_ part: Part, depth: Int) -> Words? {
    if let remark = Self.remark(on: part.type.value) { remarks.add(remark) }
    guard depth < Self.maximumDepth else {
      remarks.add("Parts that lie more than \(Self.maximumDepth) deep in others were not opened.")
      attachments.append(
        Attachment(
          filename: nil, declaredType: part.type.value, byteCount: part.content.count))
      return nil
    }
    guard let children = split(part) else {
      remarks.add("The message says that it has several parts but has none; it was read as text.")
      let plain = Part(headers: HeaderBlock(), content: part.content, defaultType: "text/plain")
      return Words(text: plain.text(remarks: &remarks), isPlain: true)
    }
    var found: [Words] = []
    for child in children {
      if let words = read(child, depth: depth + 1), !words.text.isEmpty { found.append(words) }
    }
    guard part.type.value == "multipart/alternative" else { return Self.joined(found) }
    // Of several forms of the same words the last is the richest, but plain text is what is asked.
    return found.first(where: \.isPlain) ?? found.last
  }

  private mutating func split(_ part: Part) -> [Part]? {
    guard let boundary = part.type["boundary"], !boundary.isEmpty else { return nil }
    let parts = Multipart(
      part.content, boundary: boundary, limit: Self.maximumParts - partCount)
    guard !parts.parts.isEmpty || parts.isCut else { return nil }
    partCount += parts.parts.count
    if parts.isCut {
      remarks.add("The message has more than \(Self.maximumParts) parts; the rest were not read.")
    } else if !parts.isClosed {
      remarks.add("The end of the message is missing; something may be lost.")
    } else if parts.goesOnAfterEnd {
      remarks.add("The message goes on after the mark of its end; what follows was read too.")
    }
    let isDigest = part.type.value == "multipart/digest"
    return parts.parts.map { bytes in
      let (headers, content) = HeaderBlock.read(bytes)
      return Part(
        headers: headers, content: content,
        defaultType: isDigest ? "message/rfc822" : "text/plain")
    }
  }

  private static func joined(_ found: [Words]) -> Words? {
    guard !found.isEmpty else { return nil }
    return Words(
      text: found.map(\.text).joined(separator: "\n\n"), isPlain: found.allSatisfy(\.isPlain))
  }

  private static func remark(on type: String) -> String? {
    switch type {
    case "application/ms-tnef", "application/vnd.ms-tnef":
      "Outlook packed a part of the message as winmail.dat, which is not opened here; text or files"
        + " may be in it."
    case "application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted":
      "The message, or a part of it, is encrypted or sealed and cannot be read here."
    case "message/delivery-status":
      "The message is a report by a mail server on whether another message was delivered."
    default: nil
    }
  }
}
