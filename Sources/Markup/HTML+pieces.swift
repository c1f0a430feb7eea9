extension HTML {
  /// The piece if the condition holds, otherwise nothing.
  public static func when(_ condition: Bool, _ piece: () -> HTML) -> HTML {
    condition ? piece() : empty
  }

  /// ` name="value"` with a space before it, or nothing where there is no value.
  public static func attribute(_ name: StaticString, _ value: String?) -> HTML {
    guard let value else { return empty }
    var bytes: [UInt8] = [0x20]
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: [0x3D, 0x22])
    escape(value, into: &bytes)
    bytes.append(0x22)
    return HTML(trusted: bytes)
  }

  /// ` name` with a space before it, such as ` checked`, or nothing where it does not hold.
  public static func attribute(_ name: StaticString, if holds: Bool) -> HTML {
    guard holds else { return empty }
    var bytes: [UInt8] = [0x20]
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    return HTML(trusted: bytes)
  }
}

extension Sequence<HTML> {
  /// The pieces in one, with a separator between them.
  public func joined(separator: HTML = .empty) -> HTML {
    var joined = HTML.empty
    for (index, piece) in enumerated() {
      if index > 0 { joined += separator }
      joined += piece
    }
    return joined
  }
}
