extension PageExamples {
  /// Pictures, and scans with a text layer.
  static var pictures: [InspectionExample] {
    [
      example("a box over a part of a picture", finds: [PageClasses.imageUnderBox]) {
        $0.resources = "/XObject << /I1 \(photograph(&$0)) 0 R >>"
        $0.content += "q 300 0 0 200 72 300 cm /I1 Do Q 0 g 120 340 120 80 re f\n"
      },
      example("a picture of which a corner is shown", finds: [PageClasses.imageCropped]) {
        $0.resources = "/XObject << /I1 \(photograph(&$0)) 0 R >>"
        $0.content += "q 72 300 100 60 re W n 300 0 0 200 72 300 cm /I1 Do Q\n"
      },
      example("a picture with masked pixels", finds: [PageClasses.imageSoftMask]) {
        let mask = $0.addImage(width: 90, height: 60) { x, _ in x < 45 ? 0 : 255 }
        $0.resources = "/XObject << /I1 \(photograph(&$0, more: "/SMask \(mask) 0 R")) 0 R >>"
        $0.content += "q 300 0 0 200 72 300 cm /I1 Do Q\n"
      },
      example("a scan whose text layer agrees with it") { scan(&$0, isBlack: false) },
      example(
        "a scan that is blacked out and keeps its text layer", finds: [PageClasses.textLayer],
        shows: PageExampleFile.secret
      ) { scan(&$0, isBlack: true) },
      example("a cut-out whose unseen pixels have one colour") {
        let mask = $0.addImage(width: 90, height: 60) { x, _ in x < 45 ? 0 : 255 }
        let image = $0.addImage(width: 90, height: 60, more: "/SMask \(mask) 0 R") { x, y in
          x < 45 ? 200 : UInt8((x * 91 + y * 57) % 256)
        }
        $0.resources = "/XObject << /I1 \(image) 0 R >>"
        $0.content += "q 300 0 0 200 72 300 cm /I1 Do Q\n"
      },
      example("a panel with writing on a photograph") {
        $0.resources = "/XObject << /I1 \(photograph(&$0)) 0 R >>"
        $0.content +=
          "q 500 0 0 600 47 100 cm /I1 Do Q\n" + PageExampleFile.box(y: 500, colour: "1 g")
          + PageExampleFile.write("What we hold and where to look", y: 500)
      },
      example("a picture whose bleed runs off the page") {
        $0.resources = "/XObject << /I1 \(photograph(&$0)) 0 R >>"
        $0.content = "q 611 0 0 858 -8 -8 cm /I1 Do Q\n"
      },
    ]
  }

  /// An image of which each pixel differs from its neighbours.
  private static func photograph(_ file: inout PageExampleFile, more: String = "") -> Int {
    file.addImage(width: 90, height: 60, more: more) { x, y in
      UInt8((x * 91 + y * 57 + x * y) % 256)
    }
  }

  /// A page that is a picture of one line of writing, with that line unseen over it.
  private static func scan(_ file: inout PageExampleFile, isBlack: Bool) {
    let image = file.addImage(width: 298, height: 421) { x, y in
      guard (163...176).contains(y), (30...170).contains(x) else { return 255 }
      return isBlack || (x % 4 < 2 && y > 166 && y < 173) ? 0 : 255
    }
    file.resources = "/XObject << /I1 \(image) 0 R >>"
    file.content =
      "q 595 0 0 842 0 0 cm /I1 Do Q\n"
      + PageExampleFile.write(PageExampleFile.secret, y: 500, before: "3 Tr")
  }

  /// Pages that look like it and show all that they hold.
  static var innocents: [InspectionExample] {
    [
      example("white letters on a dark box") {
        $0.content +=
          PageExampleFile.box(y: 500, colour: "0 0 0.4 rg") + "1 g "
          + PageExampleFile.write("Decision", y: 500)
      },
      example("a label on a black box") {
        $0.content +=
          PageExampleFile.box(y: 500) + "1 g " + PageExampleFile.write("s40\\(2\\)", y: 500)
      },
      example("a label in the colour of its box") {
        $0.content += PageExampleFile.box(y: 500) + PageExampleFile.write("Redacted", y: 500)
      },
      example("letters written twice to be bold, and with a shadow") {
        let line = "Summary of the decision"
        $0.content +=
          PageExampleFile.write(line, y: 500) + PageExampleFile.write(line, y: 500)
          + "0.7 g " + PageExampleFile.write(line, y: 399, x: 73) + "0 g "
          + PageExampleFile.write(line, y: 400)
      },
      example("a see-through highlight and an underline") {
        $0.resources = "/ExtGState << /G1 << /BM /Multiply >> >>"
        $0.content +=
          PageExampleFile.write("Read this", y: 500) + "72 498 m 140 498 l S q /G1 gs "
          + PageExampleFile.box(y: 500, colour: "1 1 0 rg") + "Q\n"
      },
      example("a turned, enlarged and cropped page with a table on a tint") {
        $0.page = "/Rotate 90 /UserUnit 2 /CropBox [20 30 560 800]"
        for row in 0..<6 {
          let y = 400 + row * 22
          $0.content +=
            PageExampleFile.box(y: y, colour: row % 2 == 0 ? "0.9 g" : "1 g")
            + PageExampleFile.write("Row \(row) of the table", y: y)
            + "66 \(y - 6) 320 22 re S\n"
        }
      },
      example("a pale watermark, and dots under a white box") {
        $0.content =
          "0.88 g BT /F1 80 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET 0 g\n" + $0.content
          + PageExampleFile.write(". . . . . . . .", y: 500)
          + PageExampleFile.box(y: 500, colour: "1 g")
      },
    ]
  }
}
