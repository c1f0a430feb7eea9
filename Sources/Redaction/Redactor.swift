import CPoppler
public import Documents
import HiddenData

/// Takes marked parts out of files and proves that they are gone.
///
/// What it returns was tried with code that had no part in making it. What cannot be proved is not
/// returned.
public enum Redactor {
  /// What a caller can lend, because it is not at hand where files are opened.
  public struct Aids: Sendable {
    /// The words that were recognised on pages, counted from 0, which show pictures: texts are looked for
    /// among them too.
    public var recognised: [Int: [RecognisedWord]]
    /// The words that were recognised on the pictures that pages, counted from 0, became. Without them, the
    /// words that stood visibly outside the marks are kept behind the picture.
    public var layers: [Int: [RecognisedWord]]
    /// Is told how many of how many pages are done.
    public var progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?

    /// Makes aids.
    public init(
      recognised: [Int: [RecognisedWord]] = [:], layers: [Int: [RecognisedWord]] = [:],
      progress: (@Sendable (Int, Int) -> Void)? = nil
    ) {
      self.recognised = recognised
      self.layers = layers
      self.progress = progress
    }
  }

  /// Loads what the proof needs of the system. A process that is to be confined calls it before; false
  /// where the proof will not be possible.
  public static func prepare() -> Bool { secondreader_prepare() }

  /// Redacts a PDF, a JPEG or PNG picture, or a text, by what its bytes are.
  public static func redact(
    _ bytes: [UInt8], plan: RedactionPlan, limits: DocumentLimits = DocumentLimits(),
    aids: Aids = Aids()
  ) throws(Unreadable) -> RedactionResult {
    guard !plan.marks.isEmpty else {
      throw Unreadable(.empty, "The plan has no marks; there is nothing to redact.")
    }
    guard bytes.count <= limits.bytes else {
      throw Unreadable(.overLimit, "The file has more than \(limits.bytes) bytes.")
    }
    switch RedactableFormat(bytes) {
    case .pdf: return try PDFRedaction(plan: plan, limits: limits, aids: aids).redact(bytes)
    case .png, .jpeg: return try PictureRedaction(plan: plan, limits: limits).redact(bytes)
    case .text: return try TextRedaction(plan: plan).redact(bytes)
    case nil:
      throw Unreadable(
        .unknownFormat,
        "This kind of file is not redacted as it is. Convert it to PDF after it was inspected, and redact"
          + " that.")
    }
  }
}

/// The kinds of file that are redacted.
enum RedactableFormat: String {
  case pdf, png, jpeg, text

  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(1_024)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if Self.contains(head, Array("%PDF-".utf8)) {
      self = .pdf
    } else if TextEncoding(bytes) != nil, !PrintedMail.recognises(bytes) {
      // The words of an e-mail stand in it several times over, packed in different ways.
      self = .text
    } else {
      return nil
    }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }
}
