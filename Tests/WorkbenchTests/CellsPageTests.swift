import Casework
import HiddenData
import Storage
import Testing

@testable import Workbench

@Suite("Choosing the cells of a new file")
struct CellsPageTests {
  private static let workbook = VisibleCells.workbook([
    .init(
      name: "Spending",
      rows: [
        [.text("Unit"), .text("Sum"), .text("Remark")],
        [.text("North"), .number("7"), .text("Draft")],
      ]),
    .init(name: "Notes & sources", rows: [[.text("A. Person")]]),
  ])

  /// A case with the workbook among its files.
  private func started() async throws -> (Workplace, String) {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let added = try await workplace.upload(
      .addFiles(reference), files: [("spending.xlsx", Self.workbook)], as: .officer)
    #expect(added.status == 303)
    return (workplace, reference)
  }

  private func bytes(_ workplace: Workplace, _ reference: String) async throws -> [UInt8] {
    let file = try #require(try await workplace.house.archive.subject(reference).files.first)
    return try #require(
      try await workplace.house.archive.file(file.sha256, of: reference)
    ).bytes
  }

  private func choose(
    _ fields: [(String, String)], _ workplace: Workplace, _ reference: String
  ) async throws -> Workplace.Answer {
    try await workplace.post(
      .extractCells(reference, file: "f1"),
      [
        ("sheets", "2"), ("name-1", "Spending"), ("name-2", "Notes & sources"),
      ] + fields, as: .officer)
  }

  @Test("every visible sheet is offered with the cells that are used")
  func offered() async throws {
    let (workplace, reference) = try await started()
    let page = try await workplace.get(.chooseCells(reference, file: "f1"), as: .officer)
    #expect(page.status == 200)
    #expect(page.body.contains("Spending") && page.body.contains("value=\"A1:C2\""))
    #expect(page.body.contains("Notes &amp; sources"))
    let link = try await workplace.get(.releaseFile(reference, file: "f1"), as: .officer).body
    #expect(link.contains(Address.chooseCells(reference, file: "f1").path))
  }

  @Test("the new file holds the chosen cells of the chosen sheets and nothing else")
  func chosen() async throws {
    let (workplace, reference) = try await started()
    let made = try await choose(
      [("sheet", "1"), ("cells-1", "a1 : b2"), ("cells-2", "A1"), ("format", "csv")],
      workplace, reference)
    #expect(made.status == 303)
    let text = String(decoding: try await bytes(workplace, reference).dropFirst(3), as: UTF8.self)
    #expect(text == "Unit,Sum\r\nNorth,7\r\n")
    let file = try await workplace.house.archive.subject(reference).files.first
    #expect(file?.name == "spending.csv")
  }

  @Test(
    "nothing chosen, cells that are none and two sheets for a CSV are said, and nothing is lost")
  func refused() async throws {
    let (workplace, reference) = try await started()
    let before = try await bytes(workplace, reference)
    let none = try await choose([("format", "xlsx")], workplace, reference)
    #expect(none.status == 422 && none.body.contains("Choose at least one sheet."))
    let wrong = try await choose(
      [("sheet", "1"), ("cells-1", "B2-C3"), ("format", "xlsx")], workplace, reference)
    #expect(wrong.status == 422 && wrong.body.contains("names no cells"))
    #expect(wrong.body.contains("value=\"B2-C3\""))
    let two = try await choose(
      [("sheet", "1"), ("sheet", "2"), ("format", "csv")], workplace, reference)
    #expect(two.status == 422 && two.body.contains("CSV holds one"))
    let gone = try await workplace.post(
      .extractCells(reference, file: "f1"),
      [("sheets", "1"), ("sheet", "1"), ("name-1", "Hidden"), ("format", "xlsx")], as: .officer)
    #expect(gone.status == 422 && gone.body.contains("no visible sheet"))
    #expect(try await bytes(workplace, reference) == before)
  }

  @Test("a file that is no workbook leads back to its own page")
  func noWorkbook() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    _ = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Array("Year,Sum\n2025,7\n".utf8))], as: .officer)
    let page = try await workplace.get(.chooseCells(reference, file: "f1"), as: .officer)
    #expect(page.status == 422 && page.body.contains("Excel workbooks"))
  }
}
