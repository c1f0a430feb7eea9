import Documents

/// What kind of file some bytes are: by what they begin with and what is in them. A name is believed only
/// of bytes that do not show their kind.
enum FileKind: Equatable {
  /// An Office Open XML package.
  case office(OfficeFamily)
  case openDocument
  case archive
  case pdf
  case picture
  /// An OLE2 file: old Office documents, Outlook messages, protected documents.
  case compound
  case mail
  /// Text in rows and columns, or any plain text.
  case table
  /// Nothing that there is an inspector for; says what it is.
  case unknown(String)

  /// Finds out.
  init(_ bytes: [UInt8], name: String) {
    let start = Array(bytes.prefix(4_096))
    func begins(_ signature: [UInt8]) -> Bool { start.starts(with: signature) }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 0x30, 0x30])
    {
      self = Self.package(bytes)
    } else if start.position(of: Array("%PDF-".utf8), to: 1_024) != nil {
      self = .pdf
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if begins([0xFF, 0xD8, 0xFF]) || begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) {
      self = .picture
    } else if begins([0x78, 0x9F, 0x3E, 0x22]) {
      // TNEF: the winmail.dat of Outlook, by itself.
      self = .mail
    } else if ArchiveInspector.recognises(bytes) {
      // Bytes may stand before a package, too, and programs open it all the same.
      self = Self.package(bytes)
    } else if let known = Self.others.first(where: { begins($0.signature) }) {
      self = .unknown(known.name)
    } else {
      self = Self.text(bytes, start, ending: FileName.ending(name))
    }
  }

  /// The last resort: text, if it is any.
  private static func text(_ bytes: [UInt8], _ start: [UInt8], ending: String) -> FileKind {
    if ending == "eml" || ending == "mht" || ending == "mhtml" { return .mail }
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    let words = String(decoding: start.filter { $0 != 0 }, as: UTF8.self)
    if looksLikeMail(words) { return .mail }
    // A few control characters may be hidden in a text; a file full of them is something else.
    let controls = start.count { $0 < 9 || (14..<32).contains($0) && $0 != 27 }
    let isNamedText = ["csv", "tsv", "tab", "txt", "text", "md", "json"].contains(ending)
    if isWide || isNamedText || controls * 50 <= start.count {
      let trimmed = words.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(200).lowercased()
      if trimmed.hasPrefix("<") && !isNamedText {
        if trimmed.contains("<office:document") || ["fods", "fodt", "fodp"].contains(ending) {
          return .openDocument
        }
        return .unknown(
          trimmed.hasPrefix("<!doctype html") || trimmed.hasPrefix("<html")
            ? "a web page" : "a file of markup")
      }
      return .table
    }
    return .unknown("not a kind of file that is known here")
  }

  /// What a ZIP file holds.
  private static func package(_ bytes: [UInt8]) -> FileKind {
    guard let archive = try? ZipArchive(bytes, limits: InspectionLimits()) else { return .archive }
    let names = Set(archive.entries.map { OfficePackage.key($0.name) })
    if names.contains("[content_types].xml") {
      let run = InspectionRun { _, _, _ in }
      if let package = try? OfficePackage(bytes, run: run), let main = package.mainPart,
        let family = OfficeFamily(contentType: package.contentType(of: main))
          ?? package.tree(main).flatMap({ OfficeFamily(root: $0.name.local) })
      {
        return .office(family)
      }
      // Without a main part that says what it is, the parts' folders are all there is to go by.
      for (folder, family) in [
        ("xl/", OfficeFamily.workbook), ("word/", .document), ("ppt/", .presentation),
      ]
      where names.contains(where: { $0.hasPrefix(folder) }) { return .office(family) }
      return .archive
    }
    let marks = names.intersection(["mimetype", "content.xml", "meta-inf/manifest.xml", "meta.xml"])
    if marks.count >= 2 || marks.contains("content.xml") { return .openDocument }
    return .archive
  }

  /// Header lines that only programs write, and one that says who wrote.
  private static func looksLikeMail(_ start: String) -> Bool {
    let names = FormatRecognition.headerNames(atStartOf: start)
    let technical: Set = [
      "received", "message-id", "mime-version", "content-type", "return-path", "subject", "date",
      "to",
    ]
    return names.contains("from") && names.intersection(technical).count >= 2
  }

  private static let others: [(signature: [UInt8], name: String)] = [
    (Array("{\\rtf".utf8), "a rich text document"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("II*\0".utf8), "a TIFF picture"), (Array("MM\0*".utf8), "a TIFF picture"),
    (Array("BM".utf8), "a bitmap picture"),
    (Array("RIFF".utf8), "a RIFF file"),
    ([0x1F, 0x8B], "packed with gzip"),
    (Array("Rar!".utf8), "a RAR archive"), (Array("7z".utf8) + [0xBC, 0xAF], "a 7-Zip archive"),
    ([0x7F] + Array("ELF".utf8), "a program"), (Array("MZ".utf8), "a program"),
    (Array("SQLite format 3".utf8), "a database"),
    (Array("<?xpacket".utf8), "a piece of metadata"),
  ]
}

/// What the name of a file says.
enum FileName {
  /// The ending in lower case, without the dot; empty where there is none.
  static func ending(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
