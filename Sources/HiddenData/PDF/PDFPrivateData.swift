/// What programs keep in a PDF for themselves.
enum PDFPrivateData: PDFFamily {
  static let piece = HiddenDataClass(
    "pdf.piece_info", .high, "Private data of a program",
    lies:
      "In `PieceInfo` of the document, a page or a form: whatever the program that made it wants to "
      + "find again, up to the whole drawing as it was.",
    recognised:
      "By the key, where there is more in it than times, numbers and identifiers. Texts and "
      + "streams in it are shown.",
    removal: "The dictionaries are taken out.")
  static let capture = HiddenDataClass(
    "pdf.web_capture", .low, "Traces of captured web pages",
    lies: "In `SpiderInfo` of the catalog, and in the trees of names `IDS` and `URLS`.",
    recognised: "By the keys. The addresses are shown.",
    removal: "The entries are taken out.")

  static let classes = [piece, capture]

  static func inspect(_ file: PDFFile) {
    for node in file.reach.nodes {
      if let info = file.current.value(node.dictionary, "PieceInfo").dictionary {
        let told = gather(.dictionary(info), file)
        if !told.words.isEmpty || told.hasStream {
          let words = told.words.isEmpty ? ["(data without words)"] : told.words
          let programs = info.keys.sorted().joined(separator: ", ")
          file.report(
            piece, node.page, "private data of \(programs)", words.joined(separator: "\n"))
        }
      }
    }
    let names = file.current.value(file.root, "Names").dictionary ?? [:]
    let places = [
      file.root["SpiderInfo"], names["IDS"], names["URLS"],
    ].compactMap { $0 }
    var words: [String] = []
    for place in places {
      // What was captured is the document itself.
      words += gather(place, file, without: ["O", "ID", "P", "Parent", "K", "D"]).words
    }
    words.removeAll { $0.contains { $0.asciiValue.map { $0 < 0x20 } ?? false } }
    guard !words.isEmpty || file.root["SpiderInfo"] != nil else { return }
    file.report(
      capture, nil, "the record of a web capture",
      words.isEmpty ? "(without words)" : words.joined(separator: "\n"))
  }

  /// The texts below an object, and whether there is a stream among them.
  static func gather(
    _ object: PDFObject, _ file: PDFFile, without keys: Set<String> = ["Parent", "P"]
  ) -> (words: [String], hasStream: Bool) {
    var words: [String] = []
    var hasStream = false
    var open: [(object: PDFObject, depth: Int)] = [(object, 32)]
    var seen: Set<Int> = []
    var steps = 0
    while let (object, depth) = open.popLast(), words.count < 500, steps < 100_000 {
      steps += 1
      if let number = object.reference, !seen.insert(number).inserted { continue }
      let value = file.current.resolve(object)
      guard depth > 0 else { continue }
      if let text = value.text, PDFText.says(text), !PDFText.isDate(text),
        !PDFText.isIdentifier(text)
      {
        words.append(text)
      }
      if let stream = value.stream, let data = file.current.decoded(stream)?.data {
        hasStream = true
        words += PDFFile.printable(data).prefix(200)
      }
      open += (value.array ?? []).reversed().map { ($0, depth - 1) }
      for (key, value) in (value.dictionary ?? [:]).ordered.reversed()
      where !keys.contains(key) {
        open.append((value, depth - 1))
      }
    }
    return (words, hasStream)
  }

  static let examples = [
    InspectionExample(
      "a layout program's own record", file: "piece.pdf",
      PDFExample(
        page: "/LastModified(D:20240101000000)/PieceInfo<</Drawing<<"
          + "/LastModified(D:20240101000000)/Private<</Author(J. Doe)>>>>>>"
      ).file, finds: ["pdf.piece_info"], shows: "J. Doe"),
    InspectionExample(
      "addresses of captured pages", file: "capture.pdf",
      PDFExample(
        catalog: "/SpiderInfo<</V 1.25/C[<</URL(http://intranet/staff/roe)>>]>>"
      ).file, finds: ["pdf.web_capture"], shows: "http://intranet/staff/roe"),
    InspectionExample(
      "a record of times and numbers", file: "numbers.pdf",
      PDFExample(
        catalog: "/PieceInfo<</InDesign<</LastModified<FEFF0044003A0032003000320034003000310030"
          + "0031003000300030003000300030>/NumberOfPages 1>>>>"
      ).file, leaves: ["pdf.piece_info"]),
  ]
}
