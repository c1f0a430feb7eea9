/// The fields of a form: names with their values, as typed or as saved.
public struct FormValues: Equatable, Sendable {
  private var values: [String: [String]] = [:]
  /// The names in the order in which they first came.
  public private(set) var names: [String] = []

  /// No fields.
  public init() {}

  /// Fields from pairs of name and value; a name may come several times.
  public init(_ pairs: some Sequence<(String, String)>) {
    for (name, value) in pairs { add(value, to: name) }
  }

  /// Adds a value to a field.
  public mutating func add(_ value: String, to name: String) {
    if values[name] == nil { names.append(name) }
    values[name, default: []].append(value)
  }

  /// The first value of a field, blank space at the ends removed, line ends as `\n`; empty where the
  /// field is absent.
  public subscript(name: String) -> String {
    get { FormValues.tidy(values[name]?.first ?? "") }
    set {
      if values[name] == nil { names.append(name) }
      values[name] = [newValue]
    }
  }

  /// The first value of a field exactly as it was typed: for passwords.
  public func raw(_ name: String) -> String { values[name]?.first ?? "" }

  /// Every value of a field.
  public func all(_ name: String) -> [String] { (values[name] ?? []).map(FormValues.tidy) }

  /// Whether the form has the field at all; an unticked box has none.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// Reads `application/x-www-form-urlencoded` bytes, or nil where they are not that.
  ///
  /// Source: WHATWG URL Standard, section 5.1. At most 2,000 fields.
  public init?(urlEncoded bytes: some Sequence<UInt8>) {
    var pairs = 0
    for piece in Array(bytes).split(separator: UInt8(ascii: "&")) {
      pairs += 1
      guard pairs <= 2_000 else { return nil }
      let halves = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = FormValues.decode(halves[0]),
        let value = FormValues.decode(halves.count > 1 ? halves[1] : [])
      else { return nil }
      add(value, to: name)
    }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
          let low = hex(bytes[index + 2])
        else { return nil }
        decoded.append(high << 4 | low)
        index += 2
      default: decoded.append(byte)
      }
      index += 1
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func isTidy(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    guard first > 32, first < 128, last > 32, last < 128 else { return false }
    return text.utf8.allSatisfy { $0 >= 32 || $0 == 10 || $0 == 9 }
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func tidy(_ text: String) -> String {
    // Most fields need no tidying, and a pasted document may be megabytes long.
    if isTidy(text) { return text }
    var view = text.replacing("\r\n", with: "\n")[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    // Control characters other than line ends and tabs have no business in a letter or a name.
    return String(
      String.UnicodeScalarView(
        view.unicodeScalars.filter { $0.value >= 32 || $0 == "\n" || $0 == "\t" }))
  }
}
