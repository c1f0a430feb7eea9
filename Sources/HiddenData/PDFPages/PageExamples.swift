/// Small PDFs that show each kind found, and innocents that look like it.
enum PageExamples {
  static var all: [InspectionExample] { text + state + parts + pictures + innocents }

  private static let secret = PageExampleFile.secret

  static func example(
    _ name: String, finds: [HiddenDataClass] = [], shows: String? = nil,
    leaves: [HiddenDataClass] = PageClasses.all, allows: Set<String> = [],
    _ build: (inout PageExampleFile) -> Void
  ) -> InspectionExample {
    var file = PageExampleFile()
    build(&file)
    let found = Set(finds.map(\.id))
    return InspectionExample(
      name, file: "page.pdf", file.bytes, finds: found, shows: shows,
      leaves: Set(leaves.map(\.id)).subtracting(found), allows: allows)
  }

  /// What is painted over letters or under them.
  private static var text: [InspectionExample] {
    [
      example("a line under a black box", finds: [PageClasses.underBox], shows: secret) {
        $0.content += PageExampleFile.write(secret, y: 500) + PageExampleFile.box(y: 500)
      },
      example("a line under a picture", finds: [PageClasses.underImage], shows: secret) {
        let image = $0.addImage(width: 8, height: 8) { x, y in (x + y) % 2 == 0 ? 0 : 128 }
        $0.resources = "/XObject << /I1 \(image) 0 R >>"
        $0.content +=
          PageExampleFile.write(secret, y: 500) + "q 320 0 0 22 66 494 cm /I1 Do Q\n"
      },
      example(
        "a line under a filled square", finds: [PageClasses.underAnnotation], shows: secret,
        allows: ["pdf.annotation"]
      ) {
        let appearance = $0.add(
          "/Type /XObject /Subtype /Form /BBox [0 0 320 22]",
          stream: Array("0 g 0 0 320 22 re f".utf8))
        let square = $0.add(
          "<< /Type /Annot /Subtype /Square /Rect [66 494 386 516] /F 4 /AP << /N \(appearance) 0 R >> >>"
        )
        $0.page = "/Annots [\(square) 0 R]"
        $0.content += PageExampleFile.write(secret, y: 500)
      },
      example("a white line on paper", finds: [PageClasses.background], shows: secret) {
        $0.content += "1 g " + PageExampleFile.write(secret, y: 500)
      },
      example(
        "a black line on a black bar", finds: [PageClasses.underBox, PageClasses.background],
        shows: secret
      ) {
        $0.content += PageExampleFile.box(y: 500) + PageExampleFile.write(secret, y: 500)
      },
      example("text in the cell of a pattern", finds: [PageClasses.pattern], shows: secret) {
        let pattern = $0.add(
          "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 250 30] /XStep 250"
            + " /YStep 30 /Resources << /Font << /F1 5 0 R >> >>",
          stream: Array(PageExampleFile.write(secret, y: 10, x: 2).utf8))
        $0.resources = "/Pattern << /P1 \(pattern) 0 R >>"
        $0.content += "/Pattern cs /P1 scn 60 200 400 300 re f\n"
      },
    ]
  }

  /// What the state says in which letters are written.
  private static var state: [InspectionExample] {
    [
      example("a line in render mode 3", finds: [PageClasses.invisible], shows: secret) {
        $0.content += PageExampleFile.write(secret, y: 500, before: "3 Tr")
      },
      example("a line without opacity", finds: [PageClasses.invisible], shows: secret) {
        $0.resources = "/ExtGState << /G1 << /ca 0 >> >>"
        $0.content += "/G1 gs " + PageExampleFile.write(secret, y: 500)
      },
      example("a line outside its clip", finds: [PageClasses.clipped], shows: secret) {
        $0.content += "q 72 600 90 20 re W n " + PageExampleFile.write(secret, y: 500) + "Q\n"
      },
      example("a line beside the sheet", finds: [PageClasses.offPage], shows: secret) {
        $0.content += PageExampleFile.write(secret, y: 500, x: 900)
      },
      example("a line outside the crop", finds: [PageClasses.cropped], shows: secret) {
        $0.page = "/CropBox [0 100 595 842]"
        $0.content += PageExampleFile.write(secret, y: 50)
      },
      example("a line made tiny", finds: [PageClasses.tiny], shows: secret) {
        $0.content +=
          "q 0.05 0 0 0.05 72 500 cm " + PageExampleFile.write(secret, y: 0, x: 0) + "Q\n"
      },
      example("a line in a layer that is off", finds: [PageClasses.layer], shows: secret) {
        let group = $0.add("<< /Type /OCG /Name (Draft) >>")
        $0.catalog = "/OCProperties << /OCGs [\(group) 0 R] /D << /OFF [\(group) 0 R] >> >>"
        $0.resources = "/Properties << /O1 \(group) 0 R >>"
        $0.content += "/OC /O1 BDC " + PageExampleFile.write(secret, y: 500) + "EMC\n"
      },
      example(
        "a line that belongs to a layer and one that is off", finds: [PageClasses.layer],
        shows: secret
      ) {
        let shown = $0.add("<< /Type /OCG /Name (Text) >>")
        let off = $0.add("<< /Type /OCG /Name (Draft) >>")
        let both = $0.add("<< /Type /OCMD /OCGs [\(shown) 0 R \(off) 0 R] /P /AllOn >>")
        $0.catalog =
          "/OCProperties << /OCGs [\(shown) 0 R \(off) 0 R] /D << /OFF [\(off) 0 R] >> >>"
        $0.resources = "/Properties << /O1 \(both) 0 R >>"
        $0.content += "/OC /O1 BDC " + PageExampleFile.write(secret, y: 500) + "EMC\n"
      },
      example(
        "a line under the condition that a layer is off", finds: [PageClasses.layer], shows: secret
      ) {
        let group = $0.add("<< /Type /OCG /Name (Clean copy) >>")
        let condition = $0.add("<< /Type /OCMD /VE [/Not \(group) 0 R] >>")
        $0.catalog = "/OCProperties << /OCGs [\(group) 0 R] /D << >> >>"
        $0.resources = "/Properties << /O1 \(condition) 0 R >>"
        $0.content += "/OC /O1 BDC " + PageExampleFile.write(secret, y: 500) + "EMC\n"
      },
    ]
  }

  /// What resources hold.
  private static var parts: [InspectionExample] {
    [
      example("a form that is never painted", finds: [PageClasses.unused], shows: secret) {
        let form = $0.addForm(PageExampleFile.write(secret, y: 500))
        $0.resources = "/XObject << /X1 \(form) 0 R >>"
      },
      example("a form that is painted") {
        let form = $0.addForm(PageExampleFile.write("We hold the information.", y: 500))
        $0.resources = "/XObject << /X1 \(form) 0 R >>"
        $0.content += "/X1 Do\n"
      },
    ]
  }
}
