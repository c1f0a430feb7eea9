import Documents

/// The words of a message as its reader sees them.
enum MailWords {
  static func shown(_ message: MailPart) -> String {
    message.all.filter { isText($0) }.map { shown(part: $0) }.joined(separator: "\n")
      .withoutOuterBlanks
  }

  static func shown(part: MailPart) -> String {
    part.type.value.hasSuffix("html") ? HTMLWords(part.text).shown : part.text
  }

  /// Whether a part is text of the message itself.
  static func isText(_ part: MailPart) -> Bool {
    part.type.value.hasPrefix("text/") && part.type.value != "text/calendar"
      && part.disposition.value != "attachment" && part.name == nil
  }
}

/// The words of an attached file, as far as they can be had quickly, so that a person sees what is attached.
enum AttachedWords {
  static func words(_ bytes: [UInt8], name: String) -> String {
    words(bytes, name: name, depth: 3)
  }

  private static func words(_ bytes: [UInt8], name: String, depth: Int) -> String {
    guard !bytes.isEmpty else { return "" }
    let hint = NameHint(fileName: name)
    var limits = DocumentLimits()
    limits.bytes = 32 * 1_024 * 1_024
    do throws(Unreadable) {
      return try DocumentText(reading: bytes, hint: hint, limits: limits).text
    } catch {
      return bytes.starts(with: "PK\u{3}\u{4}".utf8)
        ? packed(bytes, depth: depth) : ReadableText.runs(bytes, least: 6)
    }
  }

  /// The words in the XML parts of a package of any kind, and in the files of other archives.
  private static func packed(_ bytes: [UInt8], depth: Int) -> String {
    let run = InspectionRun { _, _, _ in }
    guard let archive = try? ZipArchive(bytes, limits: run.limits) else { return "" }
    var words: [String] = []
    var left = 8 * 1_024 * 1_024
    let isOffice = archive.entries.contains {
      $0.name == "[Content_Types].xml" || $0.name == "mimetype"
    }
    for entry in archive.entries where !entry.isFolder {
      guard isOffice else {
        words.append(entry.name)
        guard depth > 0, entry.size <= left, let file = try? archive.unpack(entry, run: run) else {
          continue
        }
        left -= file.count
        words.append(Self.words(file, name: entry.name, depth: depth - 1))
        continue
      }
      let isText = ["sharedStrings", "sheet", "slide", "document", "content"].contains {
        entry.name.hasSuffix(".xml") && entry.name.contains($0)
      }
      guard isText, entry.size <= left, let part = try? archive.unpack(entry, run: run),
        let tree = try? XMLElement(reading: part, place: entry.name)
      else { continue }
      left -= entry.size
      tree.visit { element in
        for case .text(let text) in element.children {
          let text = text.withoutOuterBlanks
          if !text.isEmpty { words.append(text) }
        }
      }
    }
    return String(words.joined(separator: " ").prefix(InspectionRun.mostText))
  }
}
