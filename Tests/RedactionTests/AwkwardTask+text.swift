@testable import Redaction

extension AwkwardTask {
  /// Text that is set in awkward ways.
  static let text: [AwkwardTask] = [
    AwkwardTask(
      "a box", PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret)), [tight],
      secrets: [secret], keep: [PDFBuilder.keep, "The officer was", "on that day"]),
    AwkwardTask(
      "a search",
      PDFBuilder.onePage(
        PDFBuilder.head + PDFBuilder.line(secret) + PDFBuilder.line(secret, y: 300)),
      [find("quillfeather")], secrets: [secret], keep: [PDFBuilder.keep, "The officer was"]),
    AwkwardTask(
      "kerned letters",
      PDFBuilder.onePage(
        PDFBuilder.head
          + "BT /F1 12 Tf 60 500 Td [(Seen ) -20 (Qu) 30 (i) -12 (llf) 40 (eather) -250 (today)] TJ ET"
      ),
      [find(secret)], secrets: [secret, "eather"], keep: [PDFBuilder.keep, "Seen", "today"]),
    AwkwardTask(
      "letter by letter",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 60 500 Td "
          + secret.map { "(\($0)) Tj 9 0 Td " }.joined() + "ET"),
      [find(secret)], secrets: [secret]),
    AwkwardTask(
      "across lines and a hyphen",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 14 TL 60 500 Td (We wrote to Penelope) Tj "
          + "T* (Quartermain in June; Penelope Quarter-) Tj T* (main replied.) Tj ET"),
      [find("Penelope Quartermain")], secrets: ["Penelope", "Quarter", "mainreplied"],
      keep: [PDFBuilder.keep, "We wrote to", "in June", "replied"]),
    AwkwardTask(
      "drawn in another order",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 1 0 0 1 94 500 Tm (feather) Tj ET "
          + "BT /F1 12 Tf 60 300 Td (other) Tj ET BT /F1 12 Tf 1 0 0 1 74 500 Tm (Quill) Tj ET"),
      [row], secrets: ["Quill", "feather"], keep: [PDFBuilder.keep, "other"]),
    AwkwardTask(
      "octal signs in its string",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 60 500 Td (to \\\n"
          + secret.utf8.map { "\\" + octal($0) }.joined() + " in) Tj ET"),
      [find(secret)], secrets: [secret], keep: [PDFBuilder.keep, "to", "in"]),
    AwkwardTask(
      "glued to its label",
      PDFBuilder.onePage(PDFBuilder.head + "BT /F1 12 Tf 60 500 Td (Name:\(secret),born) Tj ET"),
      [find(secret)], secrets: [secret], keep: [PDFBuilder.keep, "Name:", ",born"]),
    AwkwardTask(
      "tight lines",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 11 TL 60 500 Td (jumping glyphs above) Tj "
          + "T* (secret \(secret) here) Tj T* (Tall Letters Below) Tj ET"),
      [find(secret)], secrets: [secret],
      keep: [PDFBuilder.keep, "jumping glyphs above", "secret", "here", "Tall Letters Below"]),
    AwkwardTask(
      "spacing, scaling and rise",
      PDFBuilder.onePage(
        PDFBuilder.head + "BT /F1 12 Tf 80 Tz 2 Tc 5 Tw 3 Ts 20 TL 60 500 Td (Case of) Tj "
          + "(\(secret) here) ' 1 1 (and more \(secret) text) \" ET"),
      [find(secret)], secrets: [secret], keep: [PDFBuilder.keep]),
    AwkwardTask(
      "turned text",
      PDFBuilder.onePage(
        PDFBuilder.head
          + "BT /F1 12 Tf 0 1 -1 0 300 300 Tm (Up went ) Tj (\(secret)) Tj ( again) Tj ET"),
      [find(secret)], secrets: [secret], keep: [PDFBuilder.keep], mayBePicture: true),
    AwkwardTask(
      "text that clips",
      PDFBuilder.onePage(
        PDFBuilder.head
          + "q BT 7 Tr /F1 24 Tf 60 500 Td (\(secret)) Tj ET 1 0 0 rg 0 400 595 200 re f Q"),
      [row], secrets: [secret]),
    AwkwardTask(
      "an unbalanced state",
      PDFBuilder.onePage("q q 1 0 0 1 5 5 cm " + PDFBuilder.head + PDFBuilder.line(secret)),
      [find(secret)], secrets: [secret]),
    AwkwardTask(
      "no label", PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret)), [tight],
      secrets: [secret, "s40"], label: .none),
    turned(90), turned(180), turned(270),
    AwkwardTask(
      "larger units",
      PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret), entries: "/UserUnit 2"),
      [scaled(tight, by: 2)], secrets: [secret], keep: [PDFBuilder.keep, "The officer was"]),
    AwkwardTask(
      "a cropped page with a copy beside it",
      PDFBuilder.onePage(
        PDFBuilder.head + PDFBuilder.line(secret) + "BT /F1 12 Tf 20 20 Td (\(secret)) Tj ET",
        entries: "/CropBox[40 100 560 820]"),
      [
        .init(
          .box(page: 1, PageBox(left: 103, top: 308, right: 168, bottom: 328)), code: "s40(2)")
      ], secrets: [secret]),
  ]

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func turned(_ degrees: Int) -> AwkwardTask {
    let box =
      switch degrees {
      case 90: PageBox(left: 492, top: 143, right: 512, bottom: 208)
      case 180: PageBox(left: 595 - 208, top: 492, right: 595 - 143, bottom: 512)
      default: PageBox(left: 842 - 512, top: 595 - 208, right: 842 - 492, bottom: 595 - 143)
      }
    return AwkwardTask(
      "a page turned by \(degrees) degrees",
      PDFBuilder.onePage(
        PDFBuilder.head + PDFBuilder.line(secret), entries: "/Rotate \(degrees)"),
      [.init(.box(page: 1, box), code: "s40(2)")], secrets: [secret],
      keep: [PDFBuilder.keep, "The officer was", "on that day"])
  }

  private static func scaled(_ mark: RedactionPlan.Mark, by factor: Double) -> RedactionPlan.Mark {
    guard case .box(let page, let box) = mark.target else { return mark }
    let larger = PageBox(
      left: box.left * factor, top: box.top * factor, right: box.right * factor,
      bottom: box.bottom * factor)
    return .init(.box(page: page, larger), code: mark.code)
  }
}
