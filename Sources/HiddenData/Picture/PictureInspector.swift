package import Documents

/// Looks into photographs and pictures: JPEG and PNG.
package enum PictureInspector: FormatInspector {
  package static let classes = PictureClass.all

  package static let examples = PictureExamples.all

  /// Whether the bytes begin like a picture that is looked into here.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: PNGChunks.signature)
  }

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      JPEGInspection(bytes, run: run).inspect()
    } else if bytes.starts(with: PNGChunks.signature) {
      PNGInspection(bytes, run: run).inspect()
    } else {
      throw Unreadable(
        .unknownFormat, "The picture is neither JPEG nor PNG. Save it as one of them.")
    }
  }
}
