/// The spellings under which a literal is looked for.
enum CaseVariants {
  /// The literal's bytes in each mixture of the cases of its letters beyond ASCII; of one with more
  /// than six such letters as written, small and capital only.
  static func of(_ literal: String) -> [[UInt8]] {
    let cased = literal.unicodeScalars.filter { !$0.isASCII && other($0) != nil }.count
    if cased == 0 { return [Array(literal.utf8)] }
    if cased > 6 {
      let spellings = [literal, literal.lowercased(), literal.uppercased()]
      return spellings.map { Array($0.utf8) }.filter { $0.count == literal.utf8.count }
    }
    var variants: [[UInt8]] = [[]]
    for scalar in literal.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if !scalar.isASCII, let other = other(scalar) {
        variants = variants.flatMap { [$0 + bytes, $0 + Array(String(other).utf8)] }
      } else {
        variants = variants.map { $0 + bytes }
      }
    }
    return variants
  }

  /// The same letter in the other case, if it is one scalar of the same length.
  private static func other(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let properties = scalar.properties
    for mapped in [properties.lowercaseMapping, properties.uppercaseMapping] {
      if let only = mapped.unicodeScalars.first, mapped.unicodeScalars.count == 1,
        only != scalar, String(only).utf8.count == String(scalar).utf8.count
      {
        return only
      }
    }
    return nil
  }
}
