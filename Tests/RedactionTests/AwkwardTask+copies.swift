@testable import Redaction

extension AwkwardTask {
  /// Copies of what is marked, in other places than the page's content.
  static let copies: [AwkwardTask] = [
    AwkwardTask(
      "text that stands for another",
      PDFBuilder.onePage(
        PDFBuilder.head
          + "/Span <</ActualText (\(secret))>> BDC BT /F1 12 Tf 60 500 Td (John) Tj ET EMC "
          + "/Span /P1 BDC BT /F1 12 Tf 60 300 Td (after) Tj ET EMC",
        resources: "/Properties<</P1<</Alt(\(secret))/E(\(secret))>>>>"), [row],
      secrets: [secret, "John"], keep: [PDFBuilder.keep, "after"]),
    AwkwardTask(
      "text that stands for another, on another page and in UTF-16", otherPage, [find(secret)],
      secrets: [secret]),
    AwkwardTask(
      "notes", notes, [box(50, 475, 400, 525)], secrets: [secret, "Hidden note"]),
    AwkwardTask(
      "form fields", fields, [box(50, 485, 400, 515)], secrets: [secret],
      keep: [PDFBuilder.keep, "KeptField"]),
    AwkwardTask(
      "copies in catalog, page, objects and trailer", everywhere, [tight], secrets: [secret],
      keep: [PDFBuilder.keep, "The officer was"]),
    AwkwardTask(
      "names of resources and a comment",
      PDFBuilder.onePage(
        "% \(secret)\nBT /\(secret) 14 Tf 60 780 Td (\(PDFBuilder.keep)) Tj ET\n"
          + PDFBuilder.line(secret), fonts: "/\(secret) 3 0 R"), [tight], secrets: [secret]),
  ]

  private static var otherPage: [UInt8] {
    let wide = secret.utf16.map { String($0, radix: 16).paddedToFour }.joined()
    var builder = PDFBuilder()
    builder.page(PDFBuilder.head + PDFBuilder.line(secret))
    builder.page("/Span <</ActualText <feff\(wide)>>> BDC BT /F1 12 Tf 60 500 Td (x) Tj ET EMC")
    return builder.bytes()
  }

  private static var notes: [UInt8] {
    PDFBuilder.onePage(
      PDFBuilder.head + PDFBuilder.line(secret), entries: "/Annots[5 0 R 6 0 R]"
    ) { builder in
      _ = builder.stream(
        "/Subtype/Form/BBox[0 0 240 40]/Resources<</Font<</F1 3 0 R>>>>",
        "BT /F1 10 Tf 2 25 Td (\(secret)) Tj ET")
      _ = builder.add(
        "<</Type/Annot/Subtype/FreeText/Rect[60 480 300 520]/Contents(Note: \(secret))/T(\(secret))"
          + "/RC(<p>\(secret)</p>)/DA(/Helv 10 Tf 0 g)/F 4/AP<</N 4 0 R>>>>")
      _ = builder.add(
        "<</Type/Annot/Subtype/Text/Rect[400 700 420 720]/Contents(Hidden note \(secret))/F 2>>")
    }
  }

  private static var fields: [UInt8] {
    PDFBuilder.onePage(PDFBuilder.head, entries: "/Annots[6 0 R 7 0 R]") { builder in
      for text in [secret, "KeptField"] {
        _ = builder.stream(
          "/Subtype/Form/BBox[0 0 240 20]/Resources<</Font<</F1 3 0 R>>>>",
          "/Tx BMC q BT /F1 12 Tf 2 5 Td (\(text)) Tj ET Q EMC")
      }
      for (index, text) in [secret, "KeptField"].enumerated() {
        let bottom = 490 - 100 * index
        _ = builder.add(
          "<</Type/Annot/Subtype/Widget/FT/Tx/T(field\(index))/V(\(text))/DV(\(text))/F 4"
            + "/Rect[60 \(bottom) 300 \(bottom + 20)]/DA(/Helv 12 Tf 0 g)/AP<</N \(4 + index) 0 R>>>>"
        )
      }
      let form = builder.stream("", "<xfa>\(secret)</xfa>")
      builder.catalog = "/AcroForm<</Fields[6 0 R 7 0 R]/XFA \(form) 0 R>>"
    }
  }

  private static var everywhere: [UInt8] {
    PDFBuilder.onePage(
      PDFBuilder.head + PDFBuilder.line(secret),
      entries:
        "/PieceInfo<</App<</Private(\(secret))>>>>/OwnEntry(\(secret))/Thumb 4 0 R/LastModified"
        + "(D:2024)/AA<</O<</S/JavaScript/JS(app.alert\\(\"\(secret)\"\\))>>>>"
    ) { builder in
      _ = builder.stream("/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", secret)
      let meta = builder.stream("/Type/Metadata/Subtype/XML", "<x><title>\(secret)</title></x>")
      let file = builder.stream("/Type/EmbeddedFile", "attached: \(secret)")
      let item = builder.add("<</Title(\(secret))/Parent 1 0 R>>")
      let element = builder.add("<</Type/StructElem/S/P/Alt(\(secret))/ActualText(\(secret))>>")
      let info = builder.add("<</Title(\(secret))/Producer(Writer)>>")
      builder.trailer = "/Info \(info) 0 R/Own(\(secret))/ID[(\(secret))(\(secret))]"
      builder.catalog =
        "/Metadata \(meta) 0 R/Outlines<</First \(item) 0 R/Last \(item) 0 R/Count 1>>"
        + "/Names<</EmbeddedFiles<</Names[(\(secret))<</F(\(secret).txt)/EF<</F \(file) 0 R>>>>]>>"
        + "/JavaScript<</Names[(a)<</S/JavaScript/JS(\(secret))>>]>>>>"
        + "/StructTreeRoot<</Type/StructTreeRoot/K \(element) 0 R>>/MarkInfo<</Marked true>>"
        + "/PageLabels<</Nums[0<</P(\(secret))>>]>>/OpenAction<</S/JavaScript/JS(\(secret))>>"
        + "/Lang(\(secret))/Own(\(secret))"
    }
  }

  /// Files whose structure keeps what was there before.
  static let structure: [AwkwardTask] = [
    AwkwardTask("an earlier revision", revised, [row], secrets: [secret, "Draft"]),
    AwkwardTask(
      "rubbish before and after",
      Array("junk \(secret)\n".utf8)
        + PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret))
        + Array("\n% trailing \(secret)\n".utf8), [tight], secrets: [secret]),
    AwkwardTask(
      "objects that nothing uses",
      PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret)) { builder in
        _ = builder.add("<</Orphan(\(secret))>>")
        _ = builder.stream("", "orphan \(secret)")
      }, [tight], secrets: [secret]),
    AwkwardTask(
      "a whole page", twoPages, [.init(.page(1), code: "s27(1)(a)")], secrets: [secret],
      keep: ["Second page"]),
  ]

  private static var twoPages: [UInt8] {
    var builder = PDFBuilder()
    builder.page("BT /F1 12 Tf 60 500 Td (All about \(secret)) Tj ET")
    builder.page("BT /F1 12 Tf 60 500 Td (Second page) Tj ET")
    return builder.bytes()
  }

  /// A second revision puts another content in the place of the first, which stays in the file.
  private static var revised: [UInt8] {
    var first = PDFBuilder.onePage(
      PDFBuilder.head + "BT /F1 12 Tf 60 300 Td (Draft \(secret)) Tj ET")
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
    let previous = lines.dropLast().last ?? ""
    let content = PDFBuilder.head + PDFBuilder.line(secret)
    let start = first.count
    first += Array(
      "4 0 obj\n<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream\nendobj\n".utf8)
    let table = first.count
    let digits = String(start)
    let entry = String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    first += Array(
      "xref\n4 1\n\(entry)trailer\n<</Size 6/Root 1 0 R/Prev \(previous)>>\nstartxref\n\(table)\n%%EOF\n"
        .utf8)
    return first
  }
}
