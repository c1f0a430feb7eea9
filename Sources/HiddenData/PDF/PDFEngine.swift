import CMuPDF

/// What is asked of the library that draws: opening what is locked without a password, words under a mark,
/// small pictures.
final class PDFEngine {
  /// How opening a document ended.
  enum Opening {
    case open(PDFEngine)
    case locked
    case unreadable
  }

  private let document: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  static func open(_ bytes: [UInt8]) -> Opening {
    // The bytes have to stay where they are as long as the document is open.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = copy.initialize(from: bytes)
    var opened: OpaquePointer?
    let result = pdfobjects_open(copy.baseAddress, bytes.count, 256 << 20, &opened)
    guard result == pdfobjects_ok, let opened else {
      copy.deallocate()
      return result == pdfobjects_encrypted ? .locked : .unreadable
    }
    return .open(PDFEngine(opened, copy))
  }

  private init(_ document: OpaquePointer, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.document = document
    self.bytes = bytes
  }

  deinit {
    pdfobjects_close(document)
    bytes.deallocate()
  }

  /// The document without encryption.
  func decrypted() -> [UInt8]? { take { pdfobjects_decrypt(document, &$0) } }

  /// The same, with appearances for the annotations and fields that have none.
  func withAppearances() -> [UInt8]? { take { pdfobjects_draw_annotations(document, &$0) } }

  /// The words on a page, counted from 1, in a rectangle of its own space.
  func words(onPage page: Int, in box: PDFAnnotations.Rectangle) -> String {
    let corners = [Float(box.left), Float(box.bottom), Float(box.right), Float(box.top)]
    let found = take { pdfobjects_text_in(document, Int32(clamping: page - 1), corners, &$0) }
    return String(decoding: found ?? [], as: UTF8.self)
  }

  /// A small copy of the picture that an object is, as PNG.
  func picture(_ number: Int, side: Int = 240) -> [UInt8]? {
    take { pdfobjects_picture(document, Int32(clamping: number), Int32(side), &$0) }
  }

  private func take(_ ask: (inout pdfobjects_bytes) -> pdfobjects_result) -> [UInt8]? {
    var found = pdfobjects_bytes()
    guard ask(&found) == pdfobjects_ok else { return nil }
    defer { pdfobjects_free(&found) }
    return Array(UnsafeBufferPointer(start: found.data, count: found.length))
  }
}
