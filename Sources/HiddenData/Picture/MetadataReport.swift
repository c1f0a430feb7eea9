import Documents

/// Reports the three kinds of description that a JPEG file carries: EXIF, XMP, Photoshop.
struct MetadataReport {
  private let bytes: [UInt8]
  private let run: InspectionRun
  private let place: String

  init(_ inspection: JPEGInspection) {
    bytes = inspection.bytes
    run = inspection.run
    place = inspection.place
  }

  func exif(_ block: some Collection<UInt8>) {
    guard let contents = ExifContents(block) else {
      // A block of zeros is what some cleaners leave behind.
      if block.contains(where: { $0 != 0 }) { run.fail(.broken("its EXIF block cannot be read")) }
      return
    }
    if !contents.isWhole { run.fail(.broken("its EXIF block points outside itself")) }
    if !contents.place.isEmpty {
      run.report(
        PictureClass.gps, at: place + "EXIF, GPS", showing: contents.place.joined(separator: "\n"))
    }
    if !contents.words.isEmpty {
      let names = contents.words.map(\.name).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let lines = (contents.words + contents.camera).map { "\($0.name): \($0.text)" }
      run.report(
        PictureClass.identity, at: place + "EXIF, " + names.prefix(6).joined(separator: ", "),
        showing: lines.joined(separator: "\n"))
    }
    if let note = contents.makerNote {
      let words = ReadableText.runs(note, least: 4)
      run.report(
        PictureClass.makerNote, at: place + "EXIF, maker's note",
        showing: "\(note.count) bytes" + (words.isEmpty ? "" : ": " + words))
    }
    if let thumbnail = contents.thumbnail { report(thumbnail, at: "EXIF, second directory") }
  }

  func xmp(_ packet: some Collection<UInt8>, at where_: String) {
    let text = XMPText(packet)
    if !text.place.isEmpty {
      run.report(
        PictureClass.gps, at: place + where_, showing: text.place.joined(separator: "\n"))
    }
    if !text.lines.isEmpty {
      run.report(PictureClass.xmp, at: place + where_, showing: text.shown)
    }
    for picture in text.pictures {
      run.enter(picture.bytes, name: picture.name + (picture.bytes[0] == 0xFF ? ".jpg" : ".png"))
    }
  }

  func photoshop(_ block: [UInt8]) {
    let blocks = PhotoshopBlocks(block)
    if !blocks.words.isEmpty {
      run.report(
        PictureClass.iptc, at: place + "Photoshop segment",
        showing: blocks.words.map { "\($0.name): \($0.text)" }.joined(separator: "\n"))
    }
    if let copy = blocks.thumbnail {
      report(ExifContents.Thumbnail(bytes: copy, isJPEG: true), at: "Photoshop segment")
    }
    if let exif = blocks.exif { self.exif(exif) }
    if let xmp = blocks.xmp { self.xmp(xmp, at: "XMP in the Photoshop segment") }
  }

  private func report(_ thumbnail: ExifContents.Thumbnail, at where_: String) {
    var size = thumbnail.size
    var picture: [UInt8]?
    if thumbnail.isJPEG {
      let segments = JPEGSegments(thumbnail.bytes).segments
      size = JPEGSegments.size(thumbnail.bytes, segments) ?? size
      // A copy with metadata of its own: one step further and no deeper.
      if place.isEmpty {
        JPEGInspection(thumbnail.bytes, run: run, place: "in the thumbnail, ")
          .inspectHeader(segments)
      }
      picture = BaselineJPEG.png(thumbnail.bytes)
    } else if let size {
      picture = PNGWriter.picture(width: size.0, height: size.1, rgb: thumbnail.bytes)
    }
    let pixels = size.map { "\($0.0) × \($0.1) pixels, " } ?? ""
    run.report(
      PictureClass.thumbnail, at: place + where_,
      showing: "a copy of the picture: \(pixels)\(thumbnail.bytes.count) bytes", picture: picture)
  }
}
