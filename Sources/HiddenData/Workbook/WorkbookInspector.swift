import Documents

/// Looks for hidden data in workbooks (`xlsx`, `xlsm` and their templates; `xlsb` as far as its sheets go).
///
/// Properties, embedded files, macros and other things that all Office files share are looked for elsewhere.
package enum WorkbookInspector {
  /// The families of parts, each with its own classes and examples.
  static var families: [any WorkbookFamily.Type] {
    [
      CellFamily.self, MacroSheetInspector.self, CommentInspector.self, NameInspector.self,
      ValidationInspector.self, PivotInspector.self, ExternalLinkInspector.self,
      ConnectionInspector.self, PrintInspector.self, ControlInspector.self, ShapeInspector.self,
      ChartInspector.self, StringInspector.self, FormulaInspector.self, ViewInspector.self,
      HyperlinkInspector.self, FilterInspector.self, RecordInspector.self,
    ]
  }

  /// Every class that it can report.
  package static var classes: [HiddenDataClass] { families.flatMap { $0.classes } }

  /// Small workbooks that show each class found, and innocents that look like it.
  package static var examples: [InspectionExample] { families.flatMap { $0.examples } }

  /// Reports what is hidden in a workbook.
  package static func inspect(_ package: OfficePackage, run: InspectionRun) {
    if BinaryWorkbook.isOne(package) { return BinaryWorkbook.inspect(package, run: run) }
    do throws(Unreadable) {
      let workbook = try Workbook(package, run: run)
      for family in families { family.prepare(workbook) }
      SheetReading.read(workbook)
      for family in families { family.inspect(workbook) }
    } catch { run.fail(error) }
  }
}

/// A kind of part of a workbook, or a few kinds that are built alike.
protocol WorkbookFamily: Sendable {
  static var classes: [HiddenDataClass] { get }
  static var examples: [InspectionExample] { get }

  /// Says, before the sheets are read, which numbers it will look for in visible cells.
  static func prepare(_ workbook: Workbook)

  /// Reports what it finds, after the sheets were read.
  static func inspect(_ workbook: Workbook)
}

extension WorkbookFamily {
  static func prepare(_ workbook: Workbook) {}
}

/// Hidden cells, which are reported while the sheets are read, and what else lies on hidden sheets.
enum CellFamily: WorkbookFamily {
  static let classes = CellClasses.all

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets where !sheet.isVisible {
      let kind =
        sheet.state == .veryHidden ? CellClasses.sheetVeryHidden : CellClasses.sheetHidden
      let drawn = sheet.objects.flatMap { [$0.text, $0.description] }.filter(\.hasWords)
      let texts = drawn + chartWords(of: sheet.part, workbook)
      if !texts.isEmpty {
        workbook.run.report(
          kind, at: "\(sheet.place), in its drawing", showing: texts.joined(separator: "\n"))
      } else if !sheet.hasValues, sheet.objects.contains(where: { $0.kind != "cxnSp" }) {
        let names = sheet.objects.map(\.place).joined(separator: ", ")
        workbook.run.report(kind, at: "\(sheet.place), in its drawing", showing: names)
      }
    }
  }
}

extension CellFamily {
  /// The titles and labels that charts on a sheet show by themselves.
  private static func chartWords(of part: String, _ workbook: Workbook) -> [String] {
    func targets(_ part: String, _ kind: String) -> [String] {
      workbook.package.relationships(of: part).filter { !$0.isExternal && $0.kind == kind }
        .map(\.target)
    }
    let charts = targets(part, "drawing").flatMap { targets($0, "chart") }
    return charts.compactMap { workbook.package.tree($0) }.flatMap { $0.descendants("t") }
      .map(\.text).filter(\.hasWords)
  }
}

extension String {
  /// Whether there is more in it than blanks.
  var hasWords: Bool { contains { !$0.isWhitespace } }
}

/// Excel 4 macros, which stand in sheets of their own.
enum MacroSheetInspector: WorkbookFamily {
  static let macroSheet = HiddenDataClass(
    "xlsx.xlm", .high, "Excel 4 macro sheets",
    lies: "In sheets that a relationship of the kind macro sheet leads to.",
    recognised: "Such a sheet, and the formulas in it.",
    removal: "The sheet goes, and the names that call its macros.")

  static let classes = [macroSheet]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets where sheet.isMacroSheet && !sheet.hasValues {
      workbook.run.report(macroSheet, at: sheet.place, showing: "an empty macro sheet")
    }
    for sheet in workbook.sheets where sheet.isMacroSheet && !sheet.isVisible {
      let kind =
        sheet.state == .veryHidden ? CellClasses.sheetVeryHidden : CellClasses.sheetHidden
      workbook.run.report(kind, at: sheet.place, showing: "a hidden sheet of macros")
    }
  }
}
