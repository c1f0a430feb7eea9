/// The three kinds of Office Open XML files.
package enum OfficeFamily: String, CaseIterable, Sendable {
  case workbook = "xlsx"
  case document = "docx"
  case presentation = "pptx"

  /// The content type of the main part without macros, for one with them; nil where it has none.
  static func withoutMacros(_ contentType: String) -> String? {
    let office = "application/vnd.openxmlformats-officedocument."
    return switch contentType.lowercased() {
    case "application/vnd.ms-excel.sheet.macroenabled.main+xml":
      office + "spreadsheetml.sheet.main+xml"
    case "application/vnd.ms-excel.template.macroenabled.main+xml":
      office + "spreadsheetml.template.main+xml"
    case "application/vnd.ms-word.document.macroenabled.main+xml":
      office + "wordprocessingml.document.main+xml"
    case "application/vnd.ms-word.template.macroenabledtemplate.main+xml":
      office + "wordprocessingml.template.main+xml"
    case "application/vnd.ms-powerpoint.presentation.macroenabled.main+xml":
      office + "presentationml.presentation.main+xml"
    case "application/vnd.ms-powerpoint.slideshow.macroenabled.main+xml":
      office + "presentationml.slideshow.main+xml"
    case "application/vnd.ms-powerpoint.template.macroenabled.main+xml":
      office + "presentationml.template.main+xml"
    default: nil
    }
  }
}
