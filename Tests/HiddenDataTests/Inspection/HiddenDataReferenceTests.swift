import Foundation
import HiddenData
import Testing

/// The pages of the reference of hidden data, one for each format.
struct HiddenDataReference {
  static let formats: [(id: String, title: String)] = [
    ("xlsx", "Excel workbooks (.xlsx, .xlsm)"), ("xls", "Excel workbooks before 2007 (.xls)"),
    ("ods", "OpenDocument spreadsheets (.ods)"), ("csv", "Text in rows and columns (.csv)"),
    ("docx", "Word documents (.docx, .docm)"), ("doc", "Word documents before 2007 (.doc)"),
    ("odt", "OpenDocument texts (.odt)"), ("pptx", "PowerPoint presentations (.pptx, .pptm)"),
    ("ppt", "PowerPoint presentations before 2007 (.ppt)"), ("pdf", "PDF documents"),
    ("eml", "E-mails (.eml)"), ("msg", "Outlook messages (.msg)"),
    ("jpeg", "JPEG pictures"), ("png", "PNG pictures"), ("zip", "ZIP archives"),
    ("any", "Files of any kind"),
  ]

  /// The pages by file name.
  var pages: [(name: String, text: String)] {
    [("README.md", index)] + Self.formats.map { ("\($0.id).md", page($0.id, $0.title)) }
  }

  private func classes(_ format: String) -> [HiddenDataClass] {
    FileInspection.classes.filter { $0.id.hasPrefix(format + ".") }
  }

  private var index: String {
    var lines = [
      "# What is looked for in files", "",
      "Every class of hidden data that `steelyard inspect` and the pages of a release report: what it "
        + "is, where the format keeps it, by what it is recognised and how it is taken out. These pages "
        + "are written from what the inspectors carry; a test keeps them so.", "",
      "| format | classes |", "|---|---|",
    ]
    for format in Self.formats {
      lines.append("| [\(format.title)](\(format.id).md) | \(classes(format.id).count) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(_ format: String, _ title: String) -> String {
    var lines = ["# \(title)", ""]
    for kind in classes(format) {
      lines += [
        "## `\(kind.id)`", "", "**\(kind.title)** (\(kind.severity.rawValue))", "",
        "- **Where it lies:** \(kind.lies)", "- **Recognised by:** \(kind.recognised)",
        "- **Taken out:** \(kind.removal)",
      ]
      let found = FileInspection.examples.filter { $0.finds.contains(kind.id) }.prefix(3)
      let left = FileInspection.examples.filter { $0.leaves.contains(kind.id) }.prefix(3)
      if !found.isEmpty {
        lines.append("- **Found, for example:** \(found.map(\.name).joined(separator: "; "))")
      }
      if !left.isEmpty {
        lines.append("- **Left alone, for example:** \(left.map(\.name).joined(separator: "; "))")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

@Suite("The reference of hidden data")
struct HiddenDataReferenceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/hidden-data")

  @Test("docs/hidden-data says what the inspectors carry")
  func isCurrent() throws {
    let pages = HiddenDataReference().pages
    if ProcessInfo.processInfo.environment["STEELYARD_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for page in pages {
        try Data(page.text.utf8).write(to: Self.folder.appending(path: page.name))
      }
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(kept) == Set(pages.map(\.name)))
    for page in pages {
      let text = try String(contentsOf: Self.folder.appending(path: page.name), encoding: .utf8)
      #expect(text == page.text, "\(page.name): STEELYARD_UPDATE_GOLDEN=1 writes it anew")
    }
  }

  @Test("every class stands on a page")
  func complete() {
    let formats = Set(HiddenDataReference.formats.map(\.id))
    for kind in FileInspection.classes {
      #expect(formats.contains(String(kind.id.prefix { $0 != "." })), "\(kind.id)")
    }
  }
}
