@testable import Redaction

extension AwkwardTask {
  /// A picture of 160 by 100 samples: white, with a chequered secret in the middle that the mark covers.
  static let chequered: [UInt8] = (0..<100).flatMap { y in
    (0..<160).map { x in
      let isSecret = (60..<100).contains(x) && (40..<60).contains(y)
      return isSecret && (x / 4 + y / 4).isMultiple(of: 2) ? 0 : 255
    }
  }

  /// Where the secret lies, when the picture covers 320 by 200 points from 100, 400.
  static let middle = box(216, 476, 304, 524)

  private static let size = "/Type/XObject/Subtype/Image/Width 160/Height 100"

  private static var bits: [UInt8] {
    stride(from: 0, to: chequered.count, by: 8).map { start in
      chequered[start..<start + 8].reduce(0) { $0 << 1 | ($1 > 127 ? 1 : 0) }
    }
  }

  static let pictures: [AwkwardTask] = [
    picture("grey samples", "/ColorSpace/DeviceGray/BitsPerComponent 8", chequered),
    picture(
      "coloured samples", "/ColorSpace/DeviceRGB/BitsPerComponent 8",
      chequered.flatMap { [$0, $0, 255] }),
    picture(
      "inks", "/ColorSpace/DeviceCMYK/BitsPerComponent 8",
      chequered.flatMap { [0, 0, 0, 255 - $0] }),
    picture("bits", "/ColorSpace/DeviceGray/BitsPerComponent 1", bits),
    picture("a stencil", "/ImageMask true/BitsPerComponent 1", bits),
    picture(
      "an inverted stencil", "/ImageMask true/BitsPerComponent 1/Decode[1 0]", bits.map { ~$0 }),
    picture(
      "a palette", "/ColorSpace[/Indexed/DeviceRGB 1<000080ffffff>]/BitsPerComponent 8",
      chequered.map { $0 / 255 }),
    picture(
      "a colour that lets through", "/ColorSpace/DeviceGray/BitsPerComponent 8/Mask[255 255]",
      chequered),
    picture(
      "hexadecimal coding", "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode",
      chequered.flatMap { Array(($0 == 0 ? "00" : "ff").utf8) } + [0x3E]),
    jpeg,
    softMask,
    AwkwardTask(
      "a scan with the words behind it",
      withPicture(
        "/ColorSpace/DeviceGray/BitsPerComponent 8", chequered,
        content: "BT 3 Tr /F1 20 Tf 216 490 Td (\(secret)) Tj ET"),
      [middle], secrets: [secret]),
    AwkwardTask(
      "a picture that goes as a whole",
      withPicture("/ColorSpace/DeviceGray/BitsPerComponent 8", chequered), [middle], secrets: [],
      images: .remove),
    AwkwardTask(
      "a picture within the content",
      PDFBuilder.onePage(
        PDFBuilder.head + "q 320 0 0 200 100 400 cm BI /W 160 /H 100 /BPC 1 /CS /G /F /AHx ID "
          + bits.map { $0 == 0 ? "00" : String($0, radix: 16).paddedToFour.suffix(2) }.joined()
          + "> EI Q"), [middle], secrets: []),
    AwkwardTask(
      "outlines and lines",
      PDFBuilder.onePage(
        "0.9 1 0.9 rg 0 0 595 842 re f 0 g " + PDFBuilder.head
          + "240 500 m 240 520 260 520 260 500 c 250 480 l h f 230 490 m 290 510 l S "
          + "1 0 0 RG 3 w 30 500 m 560 500 l S 100 300 m 280 300 280 515 100 515 c b "
          + "250 460 20 30 re B 10 10 575 822 re S"), [middle], secrets: []),
  ]

  private static func picture(_ name: String, _ entries: String, _ data: [UInt8]) -> AwkwardTask {
    AwkwardTask("a picture: " + name, withPicture(entries, data), [middle], secrets: [])
  }

  private static func withPicture(
    _ entries: String, _ data: [UInt8], content: String = ""
  ) -> [UInt8] {
    PDFBuilder.onePage(
      PDFBuilder.head + "q 0.2 g 320 0 0 200 100 400 cm /I Do Q " + content,
      resources: "/XObject<</I 4 0 R>>"
    ) { _ = $0.stream(size + entries, data) }
  }

  private static var jpeg: AwkwardTask {
    let drawing = Drawing(width: 160, height: 100, components: 1, samples: chequered)
    var coded = drawing.jpeg() ?? []
    // A comment that says what is in the picture.
    let comment = Array("shows \(secret)".utf8)
    coded.insert(contentsOf: [0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment, at: 2)
    return AwkwardTask(
      "a picture: JPEG with a comment",
      withPicture("/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode", coded),
      [middle], secrets: [secret])
  }

  private static var softMask: AwkwardTask {
    AwkwardTask(
      "a picture: all in its soft mask",
      PDFBuilder.onePage(
        PDFBuilder.head + "q 320 0 0 200 100 400 cm /I Do Q ", resources: "/XObject<</I 5 0 R>>"
      ) { builder in
        let grey = size + "/ColorSpace/DeviceGray/BitsPerComponent 8"
        _ = builder.stream(grey, chequered.map { 255 - $0 })
        _ = builder.stream(grey + "/SMask 4 0 R", chequered.map { _ in 0 })
      }, [middle], secrets: [])
  }
}
