import Documents

/// One PNG file as it is looked through, chunk by chunk.
struct PNGInspection {
  private let bytes: [UInt8]
  private let run: InspectionRun

  init(_ bytes: [UInt8], run: InspectionRun) {
    self.bytes = bytes
    self.run = run
  }

  func inspect() {
    let file = PNGChunks(bytes)
    for chunk in file.chunks { look(chunk) }
    for type in Set(file.damaged) {
      run.fail(.broken("chunk \(type) of the picture does not agree with its checksum"))
    }
    guard let end = file.end else {
      run.fail(.broken("the picture breaks off"))
      return
    }
    reportTrailing(bytes[end...], at: "behind the end of the picture")
    inspectPixels(file)
  }

  private func look(_ chunk: PNGChunks.Chunk) {
    let data = bytes[chunk.data]
    switch chunk.type {
    case "tEXt", "zTXt", "iTXt", "gIFt":
      do throws(Unreadable) {
        report(try PNGTextChunk(chunk.type, data, limits: run.limits))
      } catch { run.fail(error) }
    case "eXIf", "exIf", "zxIf": report(exif: data)
    default:
      guard !Self.known.contains(chunk.type),
        !(Self.harmless.contains(chunk.type) && data.count <= 64)
      else { return }
      // Programs pack their data as the text chunks do.
      let packed = try? Inflation.inflate(
        Array(data), 0..<data.count, window: 15, most: min(run.limits.part, 1 << 20),
        name: "a chunk of the picture")
      let words = ReadableText.runs(packed?.0 ?? Array(data), least: 4)
      run.report(
        PictureClass.pngPrivate, at: "chunk \(chunk.type)",
        showing: "\(data.count) bytes" + (words.isEmpty ? "" : ": " + words))
    }
  }

  private func report(_ text: PNGTextChunk) {
    let place = "\(text.type) chunk \"\(text.keyword)\""
    switch text.keyword {
    case "XML:com.adobe.xmp", "Raw profile type xmp":
      let packet = text.keyword.hasPrefix("Raw") ? text.rawProfile : Array(text.text.utf8)
      let xmp = XMPText(packet)
      if !xmp.lines.isEmpty { run.report(PictureClass.pngXMP, at: place, showing: xmp.shown) }
    case "Raw profile type exif", "Raw profile type APP1":
      let block = text.rawProfile[...]
      if let packet = block.after("http://ns.adobe.com/xap/1.0/\0") {
        let xmp = XMPText(packet)
        if !xmp.lines.isEmpty { run.report(PictureClass.pngXMP, at: place, showing: xmp.shown) }
      } else {
        report(exif: block.after("Exif\0\0") ?? block)
      }
    case "Raw profile type iptc", "Raw profile type 8bim":
      let words = PhotoshopBlocks(text.rawProfile).words
      if !words.isEmpty {
        run.report(
          PictureClass.pngText, at: place,
          showing: words.map { "\($0.name): \($0.text)" }.joined(separator: "\n"))
      }
    default:
      guard !text.isOrdinary else { return }
      run.report(PictureClass.pngText, at: place, showing: "\(text.keyword): \(text.words)")
    }
  }

  private func report(exif block: ArraySlice<UInt8>) {
    guard let contents = ExifContents(block.after("Exif\0\0") ?? block) else {
      if block.contains(where: { $0 != 0 }) { run.fail(.broken("its EXIF block cannot be read")) }
      return
    }
    if !contents.isWhole { run.fail(.broken("its EXIF block points outside itself")) }
    var lines = contents.place
    lines += contents.words.map { "\($0.name): \($0.text)" }
    if let note = contents.makerNote {
      lines.append("maker's note: \(note.count) bytes \(ReadableText.runs(note, least: 4))")
    }
    if let copy = contents.thumbnail { lines.append("thumbnail: \(copy.bytes.count) bytes") }
    // Make, model and times alone say no more here than beside something else.
    lines += contents.camera.map { "\($0.name): \($0.text)" }
    guard !lines.isEmpty else { return }
    let picture = contents.thumbnail.flatMap { $0.isJPEG ? BaselineJPEG.png($0.bytes) : nil }
    run.report(
      PictureClass.pngExif, at: "EXIF", showing: lines.joined(separator: "\n"), picture: picture)
  }

  private func inspectPixels(_ file: PNGChunks) {
    // Apple's own variant packs pixels in another way; no browser shows it.
    guard !file.chunks.contains(where: { $0.type == "CgBI" }) else {
      run.fail(.broken("the picture is packed in a way that only Apple's devices read"))
      return
    }
    do throws(Unreadable) {
      let raster = try PNGRaster(bytes, file, limits: run.limits)
      reportTrailing(raster.packedRest[...], at: "behind the packed pixels")
      reportTrailing(raster.rowsRest[...], at: "behind the last row of pixels")
      guard raster.hasAlpha else { return }
      let hidden = TransparentPixels(raster)
      guard hidden.isPicture else { return }
      run.report(
        PictureClass.pngAlpha, at: hidden.place,
        showing: "a picture lies under the transparent part: \(hidden.count) transparent pixels, "
          + "\(hidden.edges) of them where the colour changes", picture: hidden.picture)
    } catch { run.fail(error) }
  }

  private func reportTrailing(_ data: ArraySlice<UInt8>, at place: String) {
    guard data.contains(where: { $0 != 0 && $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }) else {
      return
    }
    TrailingData(data).report(PictureClass.pngTrailing, at: place, run: run)
  }

  /// Chunks of the standard and of its register of extensions.
  private static let known: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "mDCv", "cLLi", "bKGD", "hIST", "pHYs", "sPLT", "tIME", "acTL", "fcTL", "fdAT", "oFFs",
    "pCAL", "sCAL", "gIFg", "gIFx", "sTER", "fRAc", "dSIG", "CgBI",
  ]

  /// Small settings that programs write unasked.
  private static let harmless: Set<String> = [
    "iDOT", "vpAg", "caNv", "orNT", "tXMP", "cmOD", "gdAT", "mkBF", "pcLb", "npTc", "npOl",
  ]
}
