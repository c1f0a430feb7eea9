import Documents

@testable import HiddenData

extension Reader {
  /// A few readers that are read in turn: the first byte of an input chooses one.
  private init(
    _ name: String, seeds: @escaping @Sendable () -> [[UInt8]],
    oneOf readers: [@Sendable ([UInt8]) throws -> Void]
  ) {
    self.init(
      name: name,
      seeds: { seeds().flatMap { seed in readers.indices.map { [UInt8($0)] + seed } } },
      read: { input in
        guard let first = input.first else { return }
        try? readers[Int(first) % readers.count](Array(input.dropFirst()))
      })
  }

  /// Readers of pieces of files, each called by itself.
  static let pieces = [
    Reader(
      name: "compound", seeds: { examples(["xls", "doc", "msg", "ppt"]) },
      read: { bytes in
        guard let file = try? CompoundFile(bytes) else { return }
        _ = CompoundInspector.kind(of: file)
        for entry in file.entries { _ = try? file.data(of: entry) }
        _ = OLEObject.contents(of: file, bytes)
        SlackInspector.inspect(file, as: WorkbookClasses.slack, run: InspectionRun { _, _, _ in })
        var writer = CompoundWriter()
        try? writer.copy(file, from: 0, to: 0)
        _ = writer.bytes
      }),
    Reader(
      "old-streams", seeds: { parts(["xls", "doc", "msg", "docm", "xlsm"]) },
      oneOf: [
        { _ = try PropertySet($0) },
        { _ = VBACompression.decompress($0, from: 0) },
        { _ = VBAProject.modules(in: $0) },
        { _ = OLEObject.contents(of: $0) },
      ]),
    Reader(
      "outlook", seeds: { examples(["dat"]) + parts(["msg"]) },
      oneOf: [
        { inspect($0, as: "winmail.dat") },
        { _ = OutlookRichText.words($0) },
        { _ = RTFText($0) },
      ]),
    Reader(
      "jpeg", seeds: { examples(["jpg", "jpeg"]) },
      oneOf: [
        { inspect($0, as: "a.jpg") },
        { _ = ExifContents($0) },
        { _ = PhotoshopBlocks($0) },
        { _ = ColourProfileText($0) },
        { _ = BaselineJPEG.png($0) },
      ]),
    Reader(
      "inflate", seeds: { examples(["pdf"]) },
      oneOf: [
        { try unpack($0, by: "FlateDecode") },
        { try unpack($0, by: "LZWDecode") },
        { try unpack($0, by: "ASCII85Decode") },
        { try unpack($0, by: "ASCIIHexDecode") },
        { try unpack($0, by: "RunLengthDecode") },
        { bytes in
          _ = try Inflation.inflate(
            bytes, 0..<bytes.count, window: -15, most: 1 << 24, name: "it")
        },
      ]),
    Reader(
      "xml", seeds: { parts(["docx", "xlsx", "odt"]) },
      oneOf: [
        { _ = try XMLElement(reading: $0, place: "it").document() },
        { _ = XMPText($0) },
      ]),
    Reader(
      "pdf-content", seeds: { examples(["pdf"]) },
      oneOf: [
        { _ = try PDFContentReader.read($0, .text) { _ in nil } },
        { bytes in
          var lexer = PDFLexer(bytes)
          while lexer.position < bytes.count {
            if try lexer.object() == nil { _ = lexer.next() }
          }
        },
        { _ = PDFText.decode($0) },
      ]),
  ]

  /// What lies in the examples of these endings.
  private static func parts(_ endings: [String]) -> [[UInt8]] {
    examples(endings).flatMap { Container.package.parts($0) + Container.compound.parts($0) }
  }

  private static func unpack(_ bytes: [UInt8], by filter: String) throws {
    let parameters: PDFDictionary = ["Predictor": .int(12), "Columns": .int(3)]
    _ = try PDFFilters.decode(
      bytes, 0..<bytes.count, filters: [(filter, parameters)], most: 1 << 24)
  }
}
