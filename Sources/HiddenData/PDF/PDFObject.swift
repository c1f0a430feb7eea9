/// A value as a PDF writes it.
enum PDFObject {
  case null
  case bool(Bool)
  case int(Int)
  case real(Double)
  /// Without its slash, `#20` and the like resolved.
  case name(String)
  case string([UInt8])
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case stream(PDFStream)
  /// The number of an indirect object.
  case reference(Int)
}

/// A dictionary by names of keys.
typealias PDFDictionary = [String: PDFObject]

/// A stream: its dictionary, and where its bytes lie in the file.
struct PDFStream {
  var dictionary: PDFDictionary
  /// The bytes up to where the file itself says `endstream`, the end of the line before it left out.
  var range: Range<Int>
  /// What the dictionary says of the length, where it says something.
  var declared: Int?
}

extension PDFObject {
  var int: Int? {
    switch self {
    case .int(let value): value
    case .real(let value): Int(exactly: value.rounded())
    default: nil
    }
  }

  var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  var name: String? { if case .name(let value) = self { value } else { nil } }
  var bytes: [UInt8]? { if case .string(let value) = self { value } else { nil } }
  var array: [PDFObject]? { if case .array(let value) = self { value } else { nil } }
  var reference: Int? { if case .reference(let value) = self { value } else { nil } }
  var stream: PDFStream? { if case .stream(let value) = self { value } else { nil } }

  /// The dictionary, that of a stream too.
  var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let value): value
    case .stream(let value): value.dictionary
    default: nil
    }
  }

  /// A text string, decoded.
  var text: String? { bytes.map(PDFText.decode) }

  var isNull: Bool { if case .null = self { true } else { false } }
}

extension PDFDictionary {
  /// Its entries in the order of their names, so that every run tells the same.
  var ordered: [(key: String, value: PDFObject)] { sorted { $0.key < $1.key } }
}
