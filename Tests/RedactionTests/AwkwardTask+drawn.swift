@testable import Redaction

extension AwkwardTask {
  private static let usualFont = "/Resources<</Font<</F1 3 0 R>>>>"

  /// Text that is drawn by something else than the page, and drawings.
  static let drawn: [AwkwardTask] = [
    AwkwardTask(
      "a form",
      PDFBuilder.onePage(
        PDFBuilder.head + "q 1 0 0 1 60 490 cm /X Do Q", resources: "/XObject<</X 4 0 R>>"
      ) { form(&$0, secret) }, [row], secrets: [secret]),
    AwkwardTask(
      "forms in forms",
      PDFBuilder.onePage(
        PDFBuilder.head + "q 1 0 0 1 60 490 cm /X Do Q", resources: "/XObject<</X 7 0 R>>"
      ) { builder in
        form(&builder, secret)
        for inner in 4..<7 {
          _ = builder.stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 300 40]/Resources<</XObject<</I \(inner) 0 R>>>>",
            "/I Do")
        }
      }, [find(secret)], secrets: [secret]),
    sharedForm,
    AwkwardTask(
      "a font of drawings",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /T3 12 Tf 60 500 Td <000102030405> Tj 0 -100 Td <0607> Tj ET",
        fonts: "/T3 4 0 R", with: drawnFont), [row], secrets: ["SECRET", "Sg0", "Rg4"],
      keep: [PDFBuilder.keep, "OK"]),
    AwkwardTask(
      "a pattern laid once",
      PDFBuilder.onePage(
        PDFBuilder.head + "/Pattern cs /P1 scn 0 400 595 200 re f",
        resources: "/Pattern<</P1 4 0 R>>"
      ) { pattern(&$0, "60 500", step: 2_000) }, [row], secrets: [secret]),
    AwkwardTask(
      "a pattern laid again and again",
      PDFBuilder.onePage(
        PDFBuilder.head + "/Pattern cs /P1 scn 60 400 300 100 re f",
        resources: "/Pattern<</P1 4 0 R>>"
      ) { pattern(&$0, "2 4", step: 100) }, [box(50, 395, 370, 505)], secrets: [secret],
      mayBePicture: true),
    AwkwardTask(
      "the form of a soft mask",
      PDFBuilder.onePage(
        PDFBuilder.head + "q /GS gs 1 0 0 rg 0 480 595 60 re f Q",
        resources: "/ExtGState<</GS<</SMask<</S/Luminosity/G 4 0 R>>>>>>"
      ) { builder in
        _ = builder.stream(
          "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>"
            + usualFont, "1 g BT /F1 24 Tf 60 500 Td (\(secret)) Tj ET")
      }, [row], secrets: [secret]),
    AwkwardTask(
      "a hidden layer", layered(isShown: false), [row], secrets: [secret],
      keep: [PDFBuilder.keep, "LayerKept"]),
    AwkwardTask(
      "a visible layer", layered(isShown: true), [find(secret)], secrets: [secret],
      keep: [PDFBuilder.keep, "LayerKept"]),
    AwkwardTask(
      "over a shading",
      PDFBuilder.onePage(
        "q 0 480 595 60 re W n /S1 sh Q " + PDFBuilder.head + PDFBuilder.line(secret),
        resources: "/Shading<</S1<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 595 0]"
          + "/Function<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[.5 .8 1]/N 1>>/Extend[true true]>>>>"
      ),
      [find(secret)], secrets: [secret]),
    AwkwardTask(
      "under an old black box",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 60 300 Td (\(secret)) Tj ET 0 g 55 290 200 25 re f "
          + PDFBuilder.line(secret)), [tight], secrets: [secret]),
    AwkwardTask(
      "white and invisible copies",
      PDFBuilder.onePage(
        PDFBuilder.head + PDFBuilder.line(secret)
          + "1 g BT /F1 12 Tf 60 200 Td (\(secret)) Tj ET BT 3 Tr 60 150 Td (\(secret)) Tj ET"),
      [tight], secrets: [secret]),
  ]

  private static func form(_ builder: inout PDFBuilder, _ text: String) {
    _ = builder.stream(
      "/Type/XObject/Subtype/Form/BBox[0 0 300 40]" + usualFont,
      "BT /F1 12 Tf 10 10 Td (\(text)) Tj ET")
  }

  /// A form that two pages share, of which one is redacted: the other keeps it.
  private static var sharedForm: AwkwardTask {
    var builder = PDFBuilder()
    form(&builder, "CommonHeading")
    for _ in 0..<2 {
      builder.page(
        PDFBuilder.head + "q 1 0 0 1 60 490 cm /X Do Q", resources: "/XObject<</X 4 0 R>>")
    }
    return AwkwardTask(
      "a form that two pages share", builder.bytes(), [row], secrets: [],
      keep: [PDFBuilder.keep, "CommonHeading"])
  }

  /// Eight glyphs that are drawings, named after what they show.
  private static func drawnFont(_ builder: inout PDFBuilder) {
    let letters = Array("SECRETOK")
    var procs = ""
    var map =
      "begincmap 1 begincodespacerange <00> <ff> endcodespacerange \(letters.count) beginbfchar\n"
    _ = builder.add("null")
    for (code, letter) in letters.enumerated() {
      let number = builder.stream("", "7 0 0 0 7 10 d1 BT /F1 10 Tf (\(letter)) Tj ET")
      procs += "/\(letter)g\(code) \(number) 0 R"
      map += "<0\(code)> <\(String(letter.asciiValue ?? 0, radix: 16).paddedToFour)>\n"
    }
    let unicode = builder.stream("", map + "endbfchar endcmap")
    let names = letters.enumerated().map { "/\($1)g\($0)" }.joined()
    builder.replace(
      4,
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 7"
        + "/Widths[7 7 7 7 7 7 7 7]/CharProcs<<\(procs)>>/Encoding<</Differences[0\(names)]>>"
        + "/ToUnicode \(unicode) 0 R\(usualFont)>>")
  }

  private static func pattern(_ builder: inout PDFBuilder, _ place: String, step: Int) {
    _ = builder.stream(
      "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 \(min(step, 595)) \(min(step, 842))]"
        + "/XStep \(step)/YStep \(step)" + usualFont, "BT /F1 12 Tf \(place) Td (\(secret)) Tj ET")
  }

  private static func layered(isShown: Bool) -> [UInt8] {
    PDFBuilder.onePage(
      PDFBuilder.head + "/OC /L1 BDC BT /F1 12 Tf 60 500 Td (\(secret)) Tj ET EMC "
        + "/OC /L2 BDC BT /F1 12 Tf 60 400 Td (LayerKept) Tj ET EMC",
      resources: "/Properties<</L1 4 0 R/L2 5 0 R>>"
    ) { builder in
      _ = builder.add("<</Type/OCG/Name(About \(secret))>>")
      _ = builder.add("<</Type/OCG/Name(Kept)>>")
      let off = isShown ? "" : "4 0 R"
      builder.catalog = "/OCProperties<</OCGs[4 0 R 5 0 R]/D<</OFF[\(off)]>>>>"
    }
  }
}

extension String {
  /// With zeros before it.
  var paddedToFour: String { String(repeating: "0", count: 4 - count) + self }
}
