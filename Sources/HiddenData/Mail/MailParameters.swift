/// A value with parameters, as Content-Type has it (RFC 2045, RFC 2231).
struct MailParameters {
  /// In small letters.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ raw: [UInt8]?) {
    let text = MailCharset.text(raw ?? [], "")
    var pieces = Self.split(text)
    value = (pieces.isEmpty ? "" : pieces.removeFirst()).lowercased().withoutOuterBlanks
    var continued: [String: [(order: Int, text: String, isCoded: Bool)]] = [:]
    for piece in pieces {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = piece[..<equals].lowercased().withoutOuterBlanks
      let written = Self.unquoted(String(piece[piece.index(after: equals)...]).withoutOuterBlanks)
      let steps = name.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      if steps.count == 1 {
        if parameters[name] == nil { parameters[name] = EncodedWord.decoded(Array(written.utf8)) }
      } else {
        let order = steps.count > 1 ? Int(steps[1]) ?? 0 : 0
        continued[steps[0], default: []].append((order, written, name.hasSuffix("*")))
      }
    }
    for (name, list) in continued {
      var bytes: [UInt8] = []
      var charset = ""
      for (index, piece) in list.sorted(by: { $0.order < $1.order }).enumerated() {
        var text = piece.text
        if index == 0, piece.isCoded {
          let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
          if parts.count == 3 {
            charset = String(parts[0])
            text = String(parts[2])
          }
        }
        bytes += piece.isCoded ? Self.percentDecoded(text) : Array(text.utf8)
      }
      parameters[name] = MailCharset.text(bytes, charset)
    }
  }

  subscript(_ name: String) -> String? { parameters[name] }

  private static func percentDecoded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let high = EncodedWord.hex(bytes[at + 1]),
        let low = EncodedWord.hex(bytes[at + 2])
      {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  private static func unquoted(_ text: String) -> String {
    guard text.hasPrefix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst() {
      if isEscaped {
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        break
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// At semicolons that do not stand in quotation marks or comments.
  private static func split(_ text: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "(" {
        depth += 1
        continue
      } else if !isQuoted, character == ")", depth > 0 {
        depth -= 1
        continue
      } else if character == ";", !isQuoted {
        pieces.append("")
        continue
      }
      if depth == 0 { pieces[pieces.count - 1].append(character) }
    }
    return pieces
  }
}
