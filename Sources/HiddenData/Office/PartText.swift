import Documents

/// The words of a part of a file, whatever it is, to show what lies in it.
package enum PartText {
  /// More than findings show of one thing, so that its end is there to be shown.
  private static let most = InspectionRun.mostText
  /// What is shown of bytes that are no text: after the first runs of letters, most are chance.
  private static let mostRuns = 8_000

  /// The words of XML (text, then comments and values of attributes), of packed files, of plain text in UTF-8
  /// or UTF-16; of other bytes the runs of letters in them.
  package static func words(of bytes: [UInt8], run: InspectionRun, depth: Int = 0) -> String {
    if bytes.isEmpty { return "" }
    if FirstBytes(bytes) == .zip, depth < 2, let text = packed(bytes, run: run, depth: depth) {
      return text
    }
    if looksLikeXML(bytes), let text = markup(bytes) { return text }
    if let text = plain(bytes) { return String(text.prefix(most)) }
    return FirstBytes(bytes) == .compound ? wordsFirst(runs(bytes)) : runs(bytes)
  }

  /// Puts the lines first that look like words, before those that are fonts and chance.
  private static func wordsFirst(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let isWords = { (line: Substring) in
      line.utf8.count >= 6
        && line.utf8.count { $0 == 0x20 || $0 > 0x2F && $0 < 0x3A || $0 > 0x40 } * 10
          >= line.utf8.count * 9
    }
    return (lines.filter(isWords) + lines.filter { !isWords($0) }).joined(separator: "\n")
  }

  /// Whether some ASCII stands in bytes, also as UTF-16.
  static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    bytes.holds(Array(word.utf8)) || bytes.holds(word.utf8.flatMap { [$0, 0] })
  }

  /// Which ids are not the value of any attribute in an XML part.
  static func unmentioned(_ ids: [String], in bytes: [UInt8]) -> Set<String> {
    Set(
      ids.filter { id in
        !contains(bytes, "\"\(id)\"") && !contains(bytes, "'\(id)'")
      })
  }

  private static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(64).filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF }
    let body = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    return body.first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  static func markup(_ bytes: [UInt8]) -> String? {
    let words = MarkupWords()
    let read: Void? = try? XMLEvents.read(bytes, place: "", depth: 1_000, to: words)
    guard read != nil else { return nil }
    var parts = [words.text] + comments(bytes)
    if words.text.utf8.count < most { parts.append(words.values.joined(separator: " ")) }
    let all = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    return String(all.prefix(most))
  }

  /// Comments in XML, which a parser passes over.
  static func comments(_ bytes: [UInt8]) -> [String] {
    let open = Array("<!--".utf8), close = Array("-->".utf8)
    var found: [String] = []
    var at = 0
    while at + 7 <= bytes.count, found.count < 100 {
      guard bytes[at] == open[0], bytes[at..<(at + 4)].elementsEqual(open) else {
        at += 1
        continue
      }
      var end = at + 4
      while end + 3 <= bytes.count, !bytes[end..<(end + 3)].elementsEqual(close) { end += 1 }
      let inner = Array(bytes[(at + 4)..<max(at + 4, min(end, bytes.count))])
      let text = ZipText.decoded(inner).edgesTrimmed
      if !text.isEmpty { found.append(text) }
      at = end + 3
    }
    return found
  }

  private static func packed(_ bytes: [UInt8], run: InspectionRun, depth: Int) -> String? {
    guard let archive = try? ZipArchive(bytes, limits: run.limits) else { return nil }
    // What people wrote comes before what programs wrote.
    let dull = ["styles", "theme", "rels", "[content", "fonttable", "settings", "docprops/app"]
    var lines: [String] = []
    var length = 0
    let entries = archive.entries.filter { entry in
      !entry.isFolder && !dull.contains { entry.name.lowercased().contains($0) }
    }
    for entry in entries.sorted(by: { rank($0.name) < rank($1.name) }) where length < most {
      guard entry.size <= 8 << 20, let part = try? archive.unpack(entry, run: run),
        !FirstBytes(part).isPicture
      else { continue }
      let text = words(of: part, run: run, depth: depth + 1)
      length += text.utf8.count
      lines.append(text)
    }
    return String(lines.joined(separator: "\n").prefix(most))
  }

  private static func rank(_ name: String) -> Int {
    let name = name.lowercased()
    if name.hasSuffix("sharedstrings.xml") || name.hasSuffix("content.xml") { return 0 }
    if name.hasSuffix("document.xml") || name.contains("slides/slide") { return 1 }
    return name.contains("sheets/") ? 2 : 3
  }

  /// Text in UTF-8 or UTF-16; nil where it is not text.
  static func plain(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let little = bytes[0] == 0xFF
      var units: [UInt16] = []
      for at in stride(from: 2, to: bytes.count - 1, by: 2) {
        let (low, high) = little ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
        units.append(UInt16(low) | UInt16(high) << 8)
      }
      return String(decoding: units, as: UTF16.self)
    }
    guard !bytes.contains(where: { $0 < 9 || $0 > 13 && $0 < 32 && $0 != 27 }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Runs of four and more printable characters, in one byte each or two of either order.
  static func runs(_ bytes: [UInt8]) -> String {
    var lines: [String] = []
    var length = 0
    var seen: Set<String> = []
    func take(_ line: [UInt8]) {
      guard line.count >= 4, length < mostRuns else { return }
      let text = String(decoding: line, as: UTF8.self)
      guard seen.insert(text).inserted else { return }
      lines.append(text)
      length += line.count + 1
    }
    func isPrintable(_ byte: UInt8) -> Bool { byte >= 32 && byte < 127 }
    // Text in two bytes first: it is rarer and more often what somebody wrote.
    for start in 0..<2 {
      var line: [UInt8] = []
      var at = start
      while at + 1 < bytes.count, length < mostRuns {
        let (low, high) = (bytes[at], bytes[at + 1])
        if high == 0, isPrintable(low) {
          line.append(low)
        } else {
          // With the higher byte first the last letter stands before something else.
          if line.count > 2, isPrintable(low) { line.append(low) }
          take(line)
          line = []
        }
        at += 2
      }
      if at < bytes.count, line.count > 2, isPrintable(bytes[at]) { line.append(bytes[at]) }
      take(line)
    }
    var line: [UInt8] = []
    for byte in bytes where length < mostRuns {
      if isPrintable(byte) { line.append(byte) } else { take(line); line = [] }
    }
    take(line)
    return lines.joined(separator: "\n")
  }

  /// Gathers text, with a blank between elements, and values of attributes that say something.
  private final class MarkupWords: XMLListener {
    private(set) var text = ""
    private(set) var values: [String] = []
    private var seen: Set<String> = []
    private var isOpen = false
    private var pending: [UInt8] = []

    var isFull: Bool { text.utf8.count > PartText.most }

    func begin(_ name: XMLName, prefix: String, attributes: [XMLAttribute]) {
      flush()
      guard values.count < 500 else { return }
      for attribute in attributes
      where !attribute.isDeclaration && attribute.name.local != "Ignorable" {
        let value = attribute.value.edgesTrimmed
        // Numbers, switches and addresses of schemas are the file's own and say nothing.
        guard value.count > 3, value.contains(where: \.isLetter), !value.contains("schemas."),
          seen.insert(value).inserted
        else { continue }
        values.append(value)
      }
    }

    func end(_ name: XMLName) {
      flush()
      // Runs of a paragraph belong together; other elements are apart.
      if name.local != "r", name.local != "t", name.local != "rPr", !text.hasSuffix(" "),
        !text.isEmpty
      {
        text += " "
      }
    }

    func text(_ bytes: UnsafeRawBufferPointer) { pending += bytes }

    private func flush() {
      guard !pending.isEmpty else { return }
      let piece = String(decoding: pending, as: UTF8.self)
      pending.removeAll(keepingCapacity: true)
      if piece.contains(where: { !$0.isWhitespace }) { text += piece }
    }
  }
}

extension FirstBytes {
  var isPicture: Bool {
    switch self {
    case .jpeg, .png, .gif, .tiff, .metafile: true
    default: false
    }
  }
}

extension String {
  /// Without white space at either end.
  package var edgesTrimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
