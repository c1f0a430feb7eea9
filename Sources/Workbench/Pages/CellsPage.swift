import Casework
import Documents
import HTTPTypes
import HiddenData
import Markup

/// Which visible cells of a workbook go into a new file: the recommended way of releasing a spreadsheet.
enum CellsPage {
  static let routes: [Route] = [
    .get(.chooseCells(":ref", file: ":file"), .act("fileSet")) { visit in
      do { return .page(try await page(visit, FormErrors())) } catch let reason as Unreadable {
        return .page(
          try await ReleaseFilePage.render(visit, FormErrors(reason.message)),
          status: .unprocessableContent)
      }
    },
    .post(.extractCells(":ref", file: ":file"), .act("fileSet")) { visit in
      // The buttons on the file's own page take all visible cells, and what is refused is said there.
      guard !visit.form["sheets"].isEmpty else {
        return try await ReleaseFilePage.answering(visit) { file, releaseFile in
          try await extract(nil, file, releaseFile, visit)
        }
      }
      return try await visit.answering { file, releaseFile in
        try await extract(try choices(visit.form), file, releaseFile, visit)
      } refusing: { errors in
        try await page(visit, errors)
      }
    },
  ]

  private static func extract(
    _ choices: [CellChoice]?, _ file: CaseFile, _ releaseFile: ReleaseFile, _ visit: Visit
  ) async throws -> Address {
    guard let form = FileExtraction.Form(rawValue: visit.form["format"]) else {
      throw Refusal(.invalid, "Choose a form for the new file.", field: "format")
    }
    let bytes = try await visit.bytes(of: releaseFile.sha256, in: file)
    let cells = try await visit.house.tools.extract(bytes, form, choices)
    try await visit.put(
      cells, name: releaseFile.name.withEnding(form.rawValue), id: releaseFile.id,
      making: .extracted(from: releaseFile.sha256), in: file)
    return .releaseFile(file.reference, file: releaseFile.id)
  }

  /// What was ticked; a field of cells that was emptied stands for the whole sheet.
  private static func choices(_ form: FormValues) throws(Refusal) -> [CellChoice] {
    let chosen = form.all("sheet").map { number in
      let cells = form["cells-\(number)"].filter { !$0.isWhitespace }
      return CellChoice(sheet: form["name-\(number)"], cells: cells.isEmpty ? nil : cells)
    }
    guard !chosen.isEmpty else {
      throw Refusal(.invalid, "Choose at least one sheet.", field: "sheet")
    }
    return chosen
  }

  private static func page(_ visit: Visit, _ errors: FormErrors) async throws -> Page {
    let file = try await visit.caseFile()
    let releaseFile = try visit.releaseFile(of: file)
    let bytes = try await visit.bytes(of: releaseFile.sha256, in: file)
    let sheets = try await visit.house.tools.sheets(bytes)
    let isFirst = visit.form["sheets"].isEmpty
    let form = Form(values: visit.form, errors: errors)
    let rows = sheets.enumerated().map { index, sheet in
      row(sheet, number: index + 1, form, isFirst: isFirst)
    }
    let error: HTML =
      errors.message(for: "sheet").map {
        "<p class=\"error\"><span class=\"unseen\">Error: </span>\($0)</p>"
      } ?? ""
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference), file of the release</span>\
      Choose cells of \(releaseFile.name)</h1>
      <p class="lede">The new file holds the visible cells that you choose, as they are shown, and nothing \
      else. Hidden sheets are not offered; hidden rows and columns are left out.</p>
      <form method="post" action="\(Address.extractCells(file.reference, file: releaseFile.id).path)">\
      \(file.visit.token)<input type="hidden" name="sheets" value="\(sheets.count)">
      <fieldset><legend>Sheets and cells</legend>\(error)\
      <p class="hint">As A1:F20, A:F for columns or 2:40 for rows.</p>
      <table class="cells"><thead><tr><th scope="col">Sheet</th><th scope="col">Cells</th></tr></thead>\
      <tbody>\(rows)</tbody></table></fieldset>
      <p class="actions"><button name="format" value="xlsx" data-busy="Making the file…">New workbook</button> \
      <button class="quiet" name="format" value="csv" data-busy="Making the file…">New CSV, of one sheet</button></p>
      </form>
      """
    return Page(
      title: "Choose cells of \(releaseFile.name)",
      crumbs: file.crumbs(
        ("Files", .release(file.reference)),
        (releaseFile.name, .releaseFile(file.reference, file: releaseFile.id))),
      body: body)
  }

  private static func row(
    _ sheet: VisibleSheet, number: Int, _ form: Form, isFirst: Bool
  ) -> HTML {
    // The first box has the field's own name, so that the summary of errors leads to it.
    let id = number == 1 ? "sheet" : "sheet-\(number)"
    let isTicked =
      isFirst ? sheet.cells != nil : form.values.all("sheet").contains(String(number))
    let mark: HTML = isTicked ? " checked" : ""
    let cells = isFirst ? sheet.cells ?? "" : form.values["cells-\(number)"]
    let nothing: HTML = sheet.cells == nil ? " <span class=\"meta\">nothing to see</span>" : ""
    return """
      <tr><td><div class="choice"><input type="checkbox" id="\(id)" name="sheet" value="\(number)"\(mark)>\
      <label for="\(id)">\(sheet.name)\(nothing)</label></div>\
      <input type="hidden" name="name-\(number)" value="\(sheet.name)"></td>
      <td><label class="unseen" for="cells-\(number)">Cells of \(sheet.name)</label>\
      <input class="short" id="cells-\(number)" name="cells-\(number)" value="\(cells)"></td></tr>
      """
  }
}
