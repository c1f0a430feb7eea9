/// HTML that cannot be unescaped by accident.
///
/// A literal is trusted, because a programmer wrote it; a value that is interpolated is text and is
/// escaped; only a value that is HTML already is inserted as it is. No initialiser takes text that
/// is made at run time, so there is no way around the escaping.
///
/// ```swift
/// let name = "<script>"
/// let page: HTML = "<p title=\"\(name)\">\(name)</p>"   // both escaped
/// ```
///
/// Attribute values have to stand in quotes. Escaping does not make it safe to put a value into
/// `<script>`, `<style>`, an event attribute or an address with a scheme of the value's choosing.
public struct HTML: Equatable, Sendable {
  /// The markup in UTF-8, ready to be sent.
  public private(set) var utf8: [UInt8]

  /// The markup.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Nothing.
  public static let empty = HTML(trusted: [])

  init(trusted bytes: [UInt8]) { utf8 = bytes }

  /// Adds a piece at the end.
  public static func += (left: inout HTML, right: HTML) { left.utf8 += right.utf8 }

  /// The pieces one after the other.
  public static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.utf8 + right.utf8) }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Markup that stands in the program. A `StaticString` cannot be made at run time.
  public init(stringLiteral value: StaticString) {
    utf8 = value.withUTF8Buffer { Array($0) }
  }

  /// Markup with values in it.
  public init(stringInterpolation: StringInterpolation) { utf8 = stringInterpolation.bytes }

  /// Collects literals and escaped values in one buffer.
  public struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8]

    /// Prepares for the literals and the values.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes = []
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    /// A literal, as it is.
    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text, escaped.
    public mutating func appendInterpolation(_ value: String) {
      HTML.escape(value, into: &bytes)
    }

    /// A slice of text, escaped.
    public mutating func appendInterpolation(_ value: Substring) {
      HTML.escape(String(value), into: &bytes)
    }

    /// A number.
    public mutating func appendInterpolation(_ value: Int) {
      bytes.append(contentsOf: String(value).utf8)
    }

    /// HTML, as it is.
    public mutating func appendInterpolation(_ value: HTML) { bytes += value.utf8 }

    /// HTML, as it is, or nothing.
    public mutating func appendInterpolation(_ value: HTML?) {
      if let value { bytes += value.utf8 }
    }

    /// Several pieces of HTML, as they are.
    public mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { bytes += value.utf8 }
    }
  }
}
