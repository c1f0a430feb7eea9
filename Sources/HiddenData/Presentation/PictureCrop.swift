import Documents

/// Writes a cropped picture again as it is shown, without the parts cut off. Only PNG is written; other
/// formats stay and are reported again.
struct PictureCrop {
  let part: String
  let limits: InspectionLimits

  /// Whether a picture can be written again.
  static func isPossible(_ bytes: [UInt8]) -> Bool { FirstBytes(bytes) == .png }

  func crop(_ fill: XMLElement, in edit: inout OfficePackageEdit) throws(Unreadable) {
    guard let cut = fill.first("srcRect"), let blip = fill.first("blip"),
      let id = blip.attributes.firstIndex(where: { $0.name.local == "embed" }),
      let link = try edit.relationships(of: part).first(where: {
        $0.id == blip.attributes[id].value && !$0.isExternal
      }),
      let bytes = edit.bytes(of: link.target), Self.isPossible(bytes)
    else { return }
    let sides = ["l", "t", "r", "b"].map { ShapeDetails.share(cut[$0]) }
    guard sides.contains(where: { $0 >= 0.005 }), sides.allSatisfy({ $0 >= 0 && $0 < 1 }),
      let shown = try cropped(bytes, sides)
    else { return }
    // Others may show the same picture whole, so the cut one is a part of its own.
    let name = newName(beside: link.target, in: edit)
    edit.replace(part: name, with: shown)
    edit.setContentType(of: name, to: "image/png")
    let taken = Set(try edit.relationships(of: part).map(\.id))
    var number = 1
    while taken.contains("shown\(number)") { number += 1 }
    let new = "shown\(number)"
    try edit.addRelationship(from: part, id: new, type: link.type, to: name)
    blip.attributes[id].value = new
    fill.removeElements { $0 === cut }
  }

  private func newName(beside picture: String, in edit: OfficePackageEdit) -> String {
    let stem = picture.lastIndex(of: ".").map { String(picture[..<$0]) } ?? picture
    var number = 1
    while edit.contains("\(stem)-shown\(number).png") { number += 1 }
    return "\(stem)-shown\(number).png"
  }

  private func cropped(_ bytes: [UInt8], _ sides: [Double]) throws(Unreadable) -> [UInt8]? {
    let raster = try PNGRaster(bytes, PNGChunks(bytes), limits: limits)
    let (width, height) = (raster.width, raster.height)
    let left = Int((Double(width) * sides[0]).rounded())
    let top = Int((Double(height) * sides[1]).rounded())
    let right = width - Int((Double(width) * sides[2]).rounded())
    let bottom = height - Int((Double(height) * sides[3]).rounded())
    guard left < right, top < bottom else { return nil }
    let pixels = raster.rgba()
    guard pixels.count >= width * height * 4 else { return nil }
    var rows: [UInt8] = []
    rows.reserveCapacity((bottom - top) * ((right - left) * 4 + 1))
    for y in top..<bottom {
      rows.append(0)
      rows += pixels[((y * width + left) * 4)..<((y * width + right) * 4)]
    }
    guard let packed = PNGWriter.packed(rows) else { return nil }
    func big(_ value: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - $0 * 8)) }
    }
    let header = big(right - left) + big(bottom - top) + [8, 6, 0, 0, 0]
    return PNGChunks.signature + PNGWriter.chunk("IHDR", header) + PNGWriter.chunk("IDAT", packed)
      + PNGWriter.chunk("IEND", [])
  }
}
