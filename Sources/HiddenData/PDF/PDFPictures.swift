import Documents

/// What pictures carry beside what is seen of them.
enum PDFPictures: PDFFamily {
  static let metadata = HiddenDataClass(
    "pdf.image_metadata", .high, "Data of the camera or author inside pictures",
    lies: "In the bytes of a picture that lies in the file as JPEG or JPEG 2000: EXIF, IPTC, XMP, "
      + "comments.",
    recognised: "Each picture with such a part is entered and inspected as the file that it is. "
      + "Profiles of colour and marks of programs are left alone.",
    removal: "The parts are taken out of the pictures; no pixel changes.")
  static let thumbnail = HiddenDataClass(
    "pdf.thumbnail", .high, "Small pictures of pages",
    lies:
      "In `Thumb` of a page: made when the file was saved, and perhaps before something was blacked "
      + "out.",
    recognised: "By the key. The small picture is shown.",
    removal: "The small pictures are taken out.")
  static let alternate = HiddenDataClass(
    "pdf.image_alternate", .medium, "Other versions of a picture",
    lies: "In `Alternates` of a picture, and in `OPI`, which names the file of the better one.",
    recognised: "By the keys. Names of files in them are shown.",
    removal: "The entries are taken out with the pictures that they lead to.")

  static let classes = [metadata, thumbnail, alternate]

  static func inspect(_ file: PDFFile) {
    var seen: Set<Int> = []
    for node in file.reach.nodes {
      if let thumb = node.dictionary["Thumb"], file.current.resolve(thumb).stream != nil {
        let size = self.size(file.current.resolve(thumb).dictionary ?? [:], file)
        file.run.report(
          thumbnail, at: PDFReach.place(node.page), showing: "a picture of \(size)",
          picture: thumb.reference.flatMap { file.engine?.picture($0) })
      }
      alternates(node, file)
      if let stream = node.stream, seen.insert(stream.range.lowerBound).inserted {
        enter(stream, node, file)
      }
    }
  }

  static func size(_ dictionary: PDFDictionary, _ file: PDFFile) -> String {
    let width = file.current.value(dictionary, "Width").int ?? 0
    let height = file.current.value(dictionary, "Height").int ?? 0
    return "\(width) × \(height) pixels"
  }

  private static func alternates(_ node: PDFNode, _ file: PDFFile) {
    guard node.stream != nil || node.isWhole else { return }
    for key in ["Alternates", "OPI"] {
      let value = file.current.value(node.dictionary, key)
      guard value.array?.isEmpty == false || value.dictionary != nil else { continue }
      var words = PDFPrivateData.gather(value, file).words
      let pictures = (value.array ?? []).compactMap {
        file.current.value(file.current.resolve($0).dictionary, "Image").dictionary
      }
      words += pictures.map { "a picture of \(size($0, file))" }
      let number = (value.array?.first).flatMap {
        file.current.resolve($0).dictionary?["Image"]?.reference
      }
      file.run.report(
        alternate, at: node.page.map { "page \($0), a picture" } ?? "a picture",
        showing: words.isEmpty ? "(without words)" : words.joined(separator: "\n"),
        picture: number.flatMap { file.engine?.picture($0) })
    }
  }

  private static func enter(_ stream: PDFStream, _ node: PDFNode, _ file: PDFFile) {
    let filters = PDFFilters.filters(stream.dictionary, resolve: file.current.resolve)
    guard let last = filters.last?.name, last == "DCTDecode" || last == "JPXDecode",
      let data = file.current.decoded(stream)?.data,
      last == "DCTDecode" ? carriesMore(jpeg: data) : carriesMore(boxes: data)
    else { return }
    let name = "picture \(node.number).\(last == "DCTDecode" ? "jpg" : "jp2")"
    let before = file.run.findings.count
    if last == "DCTDecode" { file.run.enter(data, name: name) }
    let found = file.run.findings.dropFirst(before).filter { $0.severity >= .medium }
    var words = found.map(\.excerpt)
    if last == "JPXDecode" {
      words = PDFFile.printable(data).filter { PDFText.says($0, atLeast: 5) }
    }
    guard !words.isEmpty else { return }
    file.report(metadata, node.page, name, words.joined(separator: "\n"))
  }

  /// Whether a JPEG has parts that are not needed for drawing it.
  static func carriesMore(jpeg data: [UInt8]) -> Bool {
    var index = 2
    while index + 4 <= data.count, data[index] == 0xFF {
      let marker = data[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xDA || marker == 0xD9 { return false }
      let length = Int(data[index + 2]) << 8 | Int(data[index + 3])
      switch marker {
      case 0xE1, 0xE3...0xED, 0xEF, 0xFE: return true
      case 0xE0:
        // The small picture of JFXX.
        if data.position(of: Array("JFXX".utf8), from: index, to: index + 8) != nil { return true }
      default: break
      }
      index += 2 + max(length, 2)
    }
    return false
  }

  private static func carriesMore(boxes data: [UInt8]) -> Bool {
    let head = min(data.count, 1 << 16)
    return data.position(of: Array("xml ".utf8), to: head) != nil
      || data.position(of: Array("uuid".utf8), to: head) != nil
  }

  private static let pixel =
    "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
    + "/ColorSpace/DeviceGray"

  static let examples = [
    InspectionExample(
      "the author of a photograph", file: "photo.pdf",
      PDFExample(
        content: "q 9 0 0 9 72 600 cm /I Do Q", resources: "/XObject<</I 20 0 R>>",
        objects: [
          20: PDFExample.stream(
            "FFD8FFFE0015"
              + "5461 6B656E206279204A 616E6520526F65203100" + "FFDA0008010100003F0000FFD9>",
            pixel + "/Filter[/ASCIIHexDecode/DCTDecode]")
        ]
      ).file, finds: ["pdf.image_metadata"], shows: "Taken by Jane Roe",
      allows: ["jpeg.comment", "jpeg.trailing", "jpeg.app_segments"]),
    InspectionExample(
      "a small picture of the page", file: "thumb.pdf",
      PDFExample(page: "/Thumb 20 0 R", objects: [20: PDFExample.stream("A", pixel)]).file,
      finds: ["pdf.thumbnail"]),
    InspectionExample(
      "a picture with a better version", file: "alternate.pdf",
      PDFExample(
        content: "q 9 0 0 9 72 600 cm /I Do Q", resources: "/XObject<</I 20 0 R>>",
        objects: [
          20: PDFExample.stream("A", pixel + "/Alternates[<</Image 21 0 R>>]"),
          21: PDFExample.stream("B", pixel),
        ]
      ).file, finds: ["pdf.image_alternate"]),
    InspectionExample(
      "a picture with nothing beside", file: "plain.pdf",
      PDFExample(
        content: "q 9 0 0 9 72 600 cm /I Do Q", resources: "/XObject<</I 20 0 R>>",
        objects: [20: PDFExample.stream("A", pixel)]
      ).file, leaves: ["pdf.image_metadata", "pdf.thumbnail", "pdf.image_alternate"]),
  ]
}
