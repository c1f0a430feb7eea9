import Documents

/// What an XMP packet (ISO 16684-1) says, property by property.
struct XMPText {
  /// The properties that say something about people, places and the history of the file.
  private(set) var lines: [String] = []
  /// The place, where the packet has one.
  private(set) var place: [String] = []
  /// Pictures that the packet holds in base64.
  private(set) var pictures: [(name: String, bytes: [UInt8])] = []
  /// Whether it could be read as XML; otherwise its words are shown as they are.
  private(set) var isWhole = true

  init(_ packet: some Collection<UInt8>) {
    var bytes = Array(packet)
    while let last = bytes.last, last == 0 || last == 0x20 || last == 0x0A { bytes.removeLast() }
    guard !bytes.isEmpty else { return }
    do throws(Unreadable) {
      read(try XMLElement(reading: bytes, place: "XMP", depth: 200), name: "")
    } catch {
      isWhole = false
      let words = ReadableText.decoded(bytes)
      if !words.withoutOuterBlanks.isEmpty { lines.append(words) }
    }
  }

  /// All of it as it is shown.
  var shown: String { lines.joined(separator: "\n") }

  private mutating func read(_ element: XMLElement, name outer: String) {
    let structural =
      element.name.space.hasSuffix("22-rdf-syntax-ns#") || element.name.local == "xmpmeta"
      || element.name.local == "xapmeta"
    let name =
      structural ? outer : Self.join(outer, Self.written(element.prefix, element.name.local))
    for attribute in element.attributes where !attribute.isDeclaration {
      if attribute.prefix == "xml" || attribute.name.local == "xmptk"
        || attribute.name.local == "parseType"
      {
        continue
      }
      let isAbout = attribute.name.local == "about" || attribute.name.local == "resource"
      add(
        isAbout
          ? Self.join(name, attribute.name.local)
          : Self.join(name, Self.written(attribute.prefix, attribute.name.local)),
        attribute.value)
    }
    var text = ""
    for child in element.children {
      switch child {
      case .element(let inner): read(inner, name: name)
      case .text(let words): text += words
      }
    }
    add(name, text)
  }

  private mutating func add(_ name: String, _ value: String) {
    let value = value.withoutOuterBlanks
    guard !value.isEmpty, lines.count < 5_000 else { return }
    // Words may stand where XMP has no property for them.
    let name = name.isEmpty ? "text" : name
    if value.utf8.count > 400, let picture = Self.picture(value) {
      pictures.append((name, picture))
      lines.append("\(name): a picture of \(picture.count) bytes")
      return
    }
    if Self.isOrdinary(name, value) { return }
    let last = name.split(separator: ":").last.map(String.init) ?? ""
    if last.hasPrefix("GPS"), last != "GPSVersionID" { place.append("\(last) \(value)") }
    // Long rows of letters without a blank are packed data; their length tells enough.
    let isPacked = value.utf8.count > 400 && !value.prefix(400).contains(where: \.isWhitespace)
    lines.append("\(name): " + (isPacked ? "\(value.utf8.count) packed characters" : value))
  }

  private static func picture(_ value: String) -> [UInt8]? {
    guard let bytes = Base64Text.decoded(value.utf8) else { return nil }
    let begins =
      bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    return begins ? bytes : nil
  }

  private static func written(_ prefix: String, _ local: String) -> String {
    prefix.isEmpty ? local : "\(prefix):\(local)"
  }

  private static func join(_ outer: String, _ inner: String) -> String {
    outer.isEmpty ? inner : "\(outer)/\(inner)"
  }

  /// Settings and times that every program writes, and what only tells the program.
  private static func isOrdinary(_ name: String, _ value: String) -> Bool {
    let first = name.split(separator: "/").first.map(String.init) ?? name
    let parts = first.split(separator: ":", maxSplits: 1).map(String.init)
    let (prefix, local) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    if local.hasPrefix("GPS") { return local == "GPSVersionID" }
    switch prefix {
    case "tiff": return !["Artist", "Copyright", "ImageDescription"].contains(local)
    case "exif", "exifEX":
      return !["UserComment", "ImageUniqueID", "MakerNote", "RelatedSoundFile"].contains(local)
        && !local.contains("Serial") && !local.contains("Owner")
    case "xmp", "xap":
      return ["CreateDate", "ModifyDate", "MetadataDate", "Rating", "CreatorTool"]
        .contains(
          local) && (local != "CreatorTool" || ProgramWords.names(in: value))
    case "photoshop":
      return ["ColorMode", "ICCProfile", "SidecarForExtension", "DateCreated"].contains(local)
    case "dc": return local == "format"
    case "pdf": return local == "Producer" && ProgramWords.areAll(of: value)
    case "crs", "crd", "aux":
      return !local.contains("Serial") && !local.contains("Owner") && local != "RawFileName"
        && (value.count < 24 || value.contains("."))
    default: return false
    }
  }
}
