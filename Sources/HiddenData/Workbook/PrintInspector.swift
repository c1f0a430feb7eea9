/// What shows only on paper, and what the printer left in the file.
enum PrintInspector: WorkbookFamily {
  static let headerFooter = HiddenDataClass(
    "xlsx.header_footer", .medium, "Headers and footers",
    lies: "In a sheet, as `headerFooter`, in the codes of printing.",
    recognised:
      "Words of its own. Codes for pages, dates and names of files and sheets are usual, with words such as \"Page\" and \"of\".",
    removal: "The element goes.")
  static let printer = HiddenDataClass(
    "xlsx.printer_settings", .low, "Settings of a printer",
    lies: "In a binary part that a sheet leads to.",
    recognised: "The part; names of printer, server and user in it are shown.",
    removal: "The part goes.")

  static let classes = [headerFooter, printer]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      for element in sheet.tree?.descendants("headerFooter") ?? [] {
        for item in element.elements {
          let words = Self.words(item.text)
          guard isTelling(words, sheet, workbook) else { continue }
          workbook.run.report(
            headerFooter, at: "\(sheet.place), \(Self.name(item.name.local))", showing: words)
        }
      }
    }
    for part in workbook.parts(["printerSettings"], types: ["printersettings"]) {
      let bytes = workbook.package.part(part) ?? []
      workbook.run.report(
        printer, at: "\(workbook.owner(of: part)), printer settings",
        showing: BinaryStrings.find(bytes, most: 60).joined(separator: "\n"))
    }
  }

  private static func name(_ element: String) -> String {
    switch element {
    case "evenHeader": "header of even pages"
    case "firstHeader": "header of the first page"
    case "oddFooter": "footer"
    case "evenFooter": "footer of even pages"
    case "firstFooter": "footer of the first page"
    default: "header"
    }
  }

  /// The words without the codes for position, look and fields.
  static func words(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "&" else {
        result.append(character)
        continue
      }
      guard let code = rest.popFirst() else { break }
      switch code {
      case "&": result.append("&")
      case "L", "C", "R", "l", "c", "r": if !result.isEmpty { result.append("\n") }
      case "\"":
        let end = rest.firstIndex(of: "\"") ?? rest.endIndex
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      case "K", "k":
        let digits = rest.prefix(6)
        let isTheme =
          digits.count >= 5 && (digits.dropFirst(2).first.map { "+-".contains($0) } ?? false)
        rest = rest.dropFirst(isTheme ? 5 : digits.prefix { $0.isHexDigit }.count)
      case "+", "-": rest = rest.drop { $0.isNumber }
      case "0"..."9": rest = rest.drop { $0.isNumber }
      default: break
      }
    }
    return result.split(separator: "\n").map { String($0).trimmingWhitespace }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func isTelling(_ words: String, _ sheet: Sheet, _ workbook: Workbook) -> Bool {
    let usual: Set = [
      "page", "pages", "of", "sheet", "tab", "printed", "print", "on", "at", "date", "time", "file",
      "filename", "p", "pg", "official", "from", "the", "and", "by",
    ]
    let own = words.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard own.contains(where: { !usual.contains($0) && !$0.allSatisfy(\.isNumber) }) else {
      return words.filter(\.isNumber).count >= 6
    }
    return !workbook.visible.holds(words) && words != sheet.name
  }
}
