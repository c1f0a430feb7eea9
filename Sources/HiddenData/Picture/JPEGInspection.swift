import Documents

/// One JPEG file as it is looked through, segment by segment.
struct JPEGInspection {
  let bytes: [UInt8]
  let run: InspectionRun
  /// What stands before every place: `in the thumbnail, `.
  var place = ""

  init(_ bytes: [UInt8], run: InspectionRun, place: String = "") {
    self.bytes = bytes
    self.run = run
    self.place = place
  }

  /// Reports what is hidden, and what could not be read.
  func inspect() {
    let file = JPEGSegments(bytes)
    inspectHeader(file.segments)
    let further = MultiPictureIndex(bytes, file.segments)
    further.report(self)
    guard file.hasPixels, let end = file.end else {
      run.fail(.broken("the picture breaks off"))
      return
    }
    for stray in file.strays { reportTrailing(stray, at: "between its segments") }
    var rest = end
    for range in further.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard range.lowerBound >= rest else { continue }
      reportTrailing(rest..<range.lowerBound, at: "behind the end of the picture")
      rest = range.upperBound
    }
    reportTrailing(rest..<bytes.count, at: "behind the end of the picture")
  }

  /// Reports what the segments hold.
  func inspectHeader(_ segments: [JPEGSegments.Segment]) {
    var extended = ExtendedXMP()
    var photoshop: [UInt8] = []
    var profile: [UInt8] = []
    for segment in segments {
      let data = bytes[segment.data]
      switch segment.marker {
      case 0xFE: report(comment: data, at: "comment segment")
      case 0xE0...0xEF:
        if let exif = data.after("Exif\0\0") ?? data.after("Exif\0\u{1}") ?? data.after("EXIF\0\0")
        {
          MetadataReport(self).exif(exif)
        } else if let packet = data.after("http://ns.adobe.com/xap/1.0/\0") {
          MetadataReport(self).xmp(packet, at: "XMP")
        } else if let piece = data.after("http://ns.adobe.com/xmp/extension/\0") {
          extended.add(piece)
        } else if let block = data.after("Photoshop 3.0\0") ?? data.after("Adobe_Photoshop2.5:") {
          photoshop += block
        } else if let piece = data.after("ICC_PROFILE\0") {
          profile += piece.dropFirst(2)
        } else if !data.starts(with: "MPF\0".utf8) {
          application(segment.marker, data)
        }
      default: continue
      }
    }
    for packet in extended.packets { MetadataReport(self).xmp(packet, at: "extended XMP") }
    if !photoshop.isEmpty { MetadataReport(self).photoshop(photoshop) }
    let words = ColourProfileText(profile).unusual.map(\.text)
    if !words.isEmpty {
      run.report(
        PictureClass.profileText, at: place + "colour profile",
        showing: words.joined(separator: "\n"))
    }
  }

  /// Application segments that are none of the great ones.
  private func application(_ marker: UInt8, _ data: ArraySlice<UInt8>) {
    let name = "APP\(marker - 0xE0) segment"
    if data.starts(with: "JFIF\0".utf8) {
      let size = data.dropFirst(12).prefix(2).map { Int($0) }
      if size.count == 2, size[0] * size[1] > 0 {
        let picture = PNGWriter.picture(
          width: size[0], height: size[1], rgb: Array(data.dropFirst(14)))
        run.report(
          PictureClass.thumbnail, at: place + "JFIF header",
          showing: "a copy of \(size[0]) × \(size[1]) pixels", picture: picture)
      }
    } else if let extension_ = data.after("JFXX\0") {
      run.report(
        PictureClass.thumbnail, at: place + "JFIF extension",
        showing: "a copy of \(extension_.count) bytes")
    } else if data.starts(with: "Adobe".utf8), data.count <= 12 {
      return
    } else {
      report(comment: data.after("Ducky") ?? data, at: name, least: 6)
    }
  }

  private func report(comment: ArraySlice<UInt8>, at where_: String, least: Int = 0) {
    let text = least == 0 ? ReadableText.decoded(comment) : ReadableText.runs(comment, least: least)
    let words = text.withoutOuterBlanks
    guard !words.isEmpty, !ProgramWords.areAll(of: words) else { return }
    run.report(PictureClass.comment, at: place + where_, showing: words)
  }

  private func reportTrailing(_ range: Range<Int>, at where_: String) {
    let data = bytes[range]
    // Scanners and transport fill up with zeros or line ends.
    guard data.contains(where: { $0 != 0 && $0 != 0xFF && $0 != 0x0A && $0 != 0x0D && $0 != 0x20 })
    else { return }
    TrailingData(data).report(PictureClass.trailing, at: place + where_, run: run)
  }
}

extension ArraySlice<UInt8> {
  /// What follows a beginning; nil where it begins otherwise.
  func after(_ beginning: String) -> ArraySlice<UInt8>? {
    let start = beginning.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    return starts(with: start) ? dropFirst(start.count) : nil
  }
}

/// The pieces of an extended XMP packet, which may come in any order.
struct ExtendedXMP {
  private var pieces: [[UInt8]: [(offset: Int, data: ArraySlice<UInt8>)]] = [:]

  mutating func add(_ piece: ArraySlice<UInt8>) {
    guard piece.count > 40 else { return }
    let start = piece.startIndex
    let offset = piece[(start + 36)..<(start + 40)].reduce(0) { $0 << 8 | Int($1) }
    pieces[Array(piece.prefix(32)), default: []].append((offset, piece.dropFirst(40)))
  }

  var packets: [[UInt8]] {
    pieces.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { packet in
      packet.value.sorted { $0.offset < $1.offset }.reduce(into: []) { $0 += $1.data }
    }
  }
}
