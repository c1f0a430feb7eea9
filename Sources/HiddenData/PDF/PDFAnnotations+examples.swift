extension PDFAnnotations {
  static let examples = [
    InspectionExample(
      "a note stuck on a page", file: "note.pdf",
      PDFExample(annotations: [
        "<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/T(J. Doe)/Contents(Do not release)>>"
      ]).file, finds: ["pdf.annotation"], shows: "Do not release"),
    InspectionExample(
      "a note in UTF-16 and rich text", file: "rich.pdf",
      PDFExample(annotations: [
        "<</Subtype/FreeText/Rect[50 600 200 620]/RC<FEFF003C0070003E0053006500630072006500740"
          + "03C002F0070003E>>>"
      ]).file, finds: ["pdf.annotation"], shows: "Secret"),
    InspectionExample(
      "a note that is marked as hidden", file: "hidden.pdf",
      PDFExample(annotations: [
        "<</Type/Annot/Subtype/Square/Rect[50 600 200 620]/F 2/Contents(Witness B)>>"
      ]).file, finds: ["pdf.annotation_hidden"], shows: "Witness B", allows: ["pdf.annotation"]),
    InspectionExample(
      "a link within the document and the pop-up of nothing", file: "link.pdf",
      PDFExample(annotations: [
        "<</Type/Annot/Subtype/Link/Rect[50 600 200 620]/Dest[3 0 R/Fit]/Border[0 0 0]>>",
        "<</Type/Annot/Subtype/Popup/Rect[0 0 10 10]/F 28/Open false>>",
      ]).file, leaves: ["pdf.annotation", "pdf.annotation_hidden"]),
  ]
}
