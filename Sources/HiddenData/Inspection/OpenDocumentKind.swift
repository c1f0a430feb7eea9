import Documents

extension OpenDocumentInspector {
  /// The short name of the format: `ods`, `odt`, `odp`; empty where the file does not say.
  static func format(of bytes: [UInt8]) -> String {
    let run = InspectionRun { _, _, _ in }
    guard let file = try? OpenDocumentFile(bytes, run: run) else { return "" }
    return switch file.body()?.name.local {
    case "spreadsheet": "ods"
    case "text": "odt"
    case "presentation": "odp"
    default: ""
    }
  }
}
