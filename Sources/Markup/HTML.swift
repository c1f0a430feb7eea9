/// HTML that cannot be unescaped by accident.
///
/// A literal is trusted, because a programmer wrote it; a value that is interpolated is text and is
/// escaped; only a value that is HTML already is inserted as it is.
///
/// ```swift
/// let name = "<script>"
/// let page: HTML = "<p title=\"\(name)\">\(name)</p>"   // both escaped
/// ```
///
/// Attribute values have to stand in quotes; interpolation into `<script>`, `<style>` or an event
/// attribute is not made safe by escaping and is never written.
public struct HTML: Equatable, Sendable {
  /// The markup.
  public private(set) var text: String

  /// Nothing.
  public static let empty = HTML(trusted: "")

  init(trusted text: String) { self.text = text }

  /// The pieces one after the other.
  public static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.text + right.text) }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Trusted markup.
  public init(stringLiteral value: String) { text = value }

  /// Markup with values in it.
  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Collects literals and escaped values.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text: String

    /// Prepares for the literals and the values.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    /// A literal, as it is.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text, escaped.
    public mutating func appendInterpolation(_ value: String) { HTML.escape(value, into: &text) }

    /// A slice of text, escaped.
    public mutating func appendInterpolation(_ value: Substring) {
      HTML.escape(String(value), into: &text)
    }

    /// A number.
    public mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// HTML, as it is.
    public mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// HTML, as it is, or nothing.
    public mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    /// Several pieces of HTML, as they are.
    public mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { text += value.text }
    }
  }

  /// Escapes the five characters that mean something in text and in quoted attributes.
  static func escape(_ value: String, into text: inout String) {
    var value = value
    let clean = value.withUTF8 { bytes in
      bytes.allSatisfy { $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 && $0 != 0x27 }
    }
    guard !clean else {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
