public import Documents
import Foundation

/// A sheet that is seen, and where on it there is something to see.
public struct VisibleSheet: Hashable, Codable, Sendable {
  /// Its name.
  public var name: String
  /// The cells between the first and the last that are seen, as `A1:F20`; nil where there are none.
  public var cells: String?
}

extension FileExtraction {
  /// The visible sheets of a workbook, to choose from.
  ///
  /// - Throws: ``Unreadable`` where the file is no workbook or cannot be read whole.
  public static func sheets(of bytes: [UInt8]) throws(Unreadable) -> [VisibleSheet] {
    try requireWorkbook(bytes)
    return try VisibleCells.sheets(bytes)
  }

  /// The same as bytes, for the answer of a confined process.
  public static func encodedSheets(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
    let sheets = try sheets(of: bytes)
    do { return [UInt8](try JSONEncoder().encode(sheets)) } catch {
      throw Unreadable(.notOpened, "The sheets of the workbook cannot be named.")
    }
  }
}

extension ConfinedMaker {
  /// The visible sheets of a workbook, read in a confined process.
  ///
  /// - Throws: ``Unreadable``; `CancellationError`.
  public static func sheets(of bytes: [UInt8]) async throws -> [VisibleSheet] {
    let answer = try await make(["sheets"], of: bytes)
    guard let sheets = try? JSONDecoder().decode([VisibleSheet].self, from: Data(answer)) else {
      throw Unreadable(.notOpened, "The program that opened the file stopped in the middle.")
    }
    return sheets
  }

  /// A new file of cells of a workbook, made in a confined process.
  ///
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - form: in what form the cells are given.
  ///   - choices: which cells; nil for all visible ones.
  /// - Throws: ``Unreadable``; `CancellationError`.
  public static func cells(
    of bytes: [UInt8], as form: FileExtraction.Form, choices: [CellChoice]?
  ) async throws -> [UInt8] {
    try await make(try FileExtraction.arguments(form, choices), of: bytes)
  }
}

extension FileExtraction {
  /// What the confined process is told.
  public static func arguments(
    _ form: Form, _ choices: [CellChoice]?
  ) throws(Unreadable) -> [String] {
    var arguments = ["extract", "--form=\(form.rawValue)"]
    for choice in choices ?? [] {
      guard let written = try? JSONEncoder().encode(choice) else {
        throw Unreadable(.empty, "The cells that were chosen cannot be passed on.")
      }
      arguments.append("--choice=\(String(decoding: written, as: UTF8.self))")
    }
    return arguments
  }
}
