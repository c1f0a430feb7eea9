/// The text of a body in RTF; of a body that was made from HTML, the HTML.
struct RTFText {
  /// What a reader sees, without what is formatted as hidden.
  private(set) var visible = ""
  /// What is formatted as hidden.
  private(set) var hidden = ""
  /// The HTML from which the body was made; nil where it was not.
  private(set) var html: String?

  private struct Group {
    var isSkipped = false
    var isHTMLTag = false
    var isHidden = false
    var isOnlyRTF = false
    var isFresh = true
    var fallback = 1
  }

  private var group = Group()
  private var stack: [Group] = []
  /// Groups that lie deeper than is kept count only for their end.
  private var tooDeep = 0
  private var isFromHTML = false
  private var source: [UInt8] = []
  private var page = CodePage.western
  private var toSkip = 0
  private static let deepest = 2_000

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"):
        open()
        index += 1
      case UInt8(ascii: "}"):
        close()
        index += 1
      case UInt8(ascii: "\\"): index = control(bytes, index + 1)
      case 0x0D, 0x0A: index += 1
      default:
        put([byte])
        index += 1
      }
    }
    flush()
    html = isFromHTML ? visible : nil
  }

  private mutating func open() {
    flush()
    guard stack.count < Self.deepest else {
      tooDeep += 1
      return
    }
    stack.append(group)
    group.isFresh = true
  }

  private mutating func close() {
    flush()
    if tooDeep > 0 {
      tooDeep -= 1
    } else if let outer = stack.popLast() {
      group = outer
    }
  }

  private mutating func control(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start < bytes.count else { return start }
    let first = bytes[start]
    guard isLetter(first) else { return symbol(bytes, start) }
    var end = start
    while end < bytes.count, isLetter(bytes[end]), end - start < 32 { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    var number: Int?
    let from = end
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.count, (48...57).contains(bytes[end]), end - from < 10 { end += 1 }
    if end > from { number = Int(String(decoding: bytes[from..<end], as: UTF8.self)) }
    if end < bytes.count, bytes[end] == 0x20 { end += 1 }
    apply(word, number)
    // Bytes that are no text follow a picture's word for them.
    if word == "bin", let number, number > 0 {
      end = min(bytes.count, end + min(number, bytes.count))
    }
    group.isFresh = false
    return end
  }

  private mutating func symbol(_ bytes: [UInt8], _ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "'"):
      let digits = bytes[min(start + 1, bytes.count)..<min(start + 3, bytes.count)]
      if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        put([byte])
      }
      return min(start + 3, bytes.count)
    case UInt8(ascii: "*"):
      // A part that a reader who does not know it leaves out; HTML's own tags are known.
      if group.isFresh { group.isSkipped = true }
    case UInt8(ascii: "~"): put([0x20])
    case UInt8(ascii: "_"): put([0x2D])
    case UInt8(ascii: "-"): break
    case 0x0D, 0x0A: put([0x0A])
    case let byte: put([byte])
    }
    return start + 1
  }

  private static let skipped: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "themedata",
    "colorschememapping",
    "latentstyles", "datastore", "generator", "filetbl", "listtable", "listoverridetable",
    "rsidtbl",
    "xmlnstbl", "mmathPr", "fldinst",
  ]

  private mutating func apply(_ word: String, _ number: Int?) {
    switch word {
    case "fromhtml": isFromHTML = true
    case "htmltag", "mhtmltag":
      group.isSkipped = word == "mhtmltag"
      group.isHTMLTag = true
    case "htmlrtf":
      flush()
      group.isOnlyRTF = number != 0
    case "v":
      flush()
      group.isHidden = number != 0
    case "plain":
      flush()
      group.isHidden = false
    case "ansicpg": page = CodePage(number: number ?? 1_252)
    case "uc": group.fallback = max(0, min(number ?? 1, 8))
    case "u":
      flush()
      append(Unicode.Scalar(UInt32(truncatingIfNeeded: (number ?? 0) & 0xFFFF)) ?? "\u{FFFD}")
      toSkip = group.fallback
    case "par", "line", "sect", "page", "row": put([0x0A])
    case "tab", "cell": put([0x09])
    case "lquote", "rquote": put([0x27])
    case "ldblquote", "rdblquote": put([0x22])
    case "endash", "emdash": put([0x2D])
    case "bullet": put([0x2A])
    default: if Self.skipped.contains(word) { group.isSkipped = true }
    }
  }

  private var isShown: Bool {
    !group.isSkipped && !(isFromHTML && group.isOnlyRTF && !group.isHTMLTag)
  }

  private mutating func put(_ bytes: [UInt8]) {
    group.isFresh = false
    guard toSkip == 0 else {
      toSkip -= 1
      return
    }
    if isShown { source += bytes }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    guard isShown else { return }
    if group.isHidden && !isFromHTML {
      hidden.unicodeScalars.append(scalar)
    } else {
      visible.unicodeScalars.append(scalar)
    }
  }

  private mutating func flush() {
    guard !source.isEmpty else { return }
    let text = page.decode(source)
    source = []
    if group.isHidden && !isFromHTML { hidden += text } else { visible += text }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
