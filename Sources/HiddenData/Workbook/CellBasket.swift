/// Gathers hidden cells of one class on one sheet into findings that show all of their values.
final class CellBasket {
  private let kind: HiddenDataClass
  private let run: InspectionRun
  private let sheet: Sheet
  private let note: String
  private var text = ""
  private var count = 0
  private var ranges: [CellRange] = []
  private var last: CellPlace?
  private var findings = 0
  private var beyond = 0
  /// The last values beyond, so that the end of a long sheet is shown too.
  private var tail: [String] = []
  private var tailCount = 0

  /// How many findings of 4,096 characters one sheet makes of a class; cells beyond are counted.
  private static let mostFindings = 100

  init(_ kind: HiddenDataClass, _ run: InspectionRun, _ sheet: Sheet, note: String = "") {
    self.kind = kind
    self.run = run
    self.sheet = sheet
    self.note = note
  }

  var isFull: Bool { findings >= Self.mostFindings }

  func add(_ place: CellPlace, _ value: String) {
    guard !isFull else {
      beyond += 1
      keep(String(value.prefix(HiddenDataFinding.mostShown / 4)))
      return
    }
    var rest = value[...]
    repeat {
      let piece = String(rest.prefix(HiddenDataFinding.mostShown - 8))
      rest = rest.dropFirst(piece.count)
      let size = piece.unicodeScalars.count + 1
      if count + size > HiddenDataFinding.mostShown { flush() }
      if let last, !text.isEmpty { text += last.row == place.row ? "\t" : "\n" }
      text += piece
      count += size
      note(place)
      last = place
    } while !rest.isEmpty
  }

  /// Reports what is left.
  func close() {
    flush()
    guard beyond > 0 else { return }
    trimTail(to: HiddenDataFinding.mostShown)
    run.report(
      kind, at: "\(sheet.place), and \(beyond) further cells, of which the last",
      showing: tail.joined(separator: "\n"), removable: true)
  }

  private func keep(_ value: String) {
    tail.append(value)
    tailCount += value.unicodeScalars.count + 1
    // Half of them go at once, so that a long sheet does not move the list for every cell.
    guard tailCount > HiddenDataFinding.mostShown * 2 else { return }
    trimTail(to: HiddenDataFinding.mostShown)
  }

  private func trimTail(to most: Int) {
    var dropped = 0
    while tailCount > most, dropped < tail.count {
      tailCount -= tail[dropped].unicodeScalars.count + 1
      dropped += 1
    }
    tail.removeFirst(dropped)
  }

  private func flush() {
    guard !ranges.isEmpty else { return }
    let shown = ranges.prefix(8).map(\.name).joined(separator: ", ")
    let further = ranges.count > 8 ? " and \(ranges.count - 8) more ranges" : ""
    run.report(kind, at: "\(sheet.place), \(shown)\(further)\(note)", showing: text)
    findings += 1
    text = ""
    count = 0
    ranges = []
    last = nil
  }

  /// Puts cells side by side, and rows of the same cells, into one range.
  private func note(_ place: CellPlace) {
    if let end = ranges.last, end.rows == place.row...place.row,
      end.columns.lowerBound...(end.columns.upperBound + 1) ~= place.column
    {
      ranges[ranges.count - 1].columns =
        end.columns.lowerBound...max(end.columns.upperBound, place.column)
    } else {
      ranges.append(CellRange(place))
    }
    while ranges.count > 1 {
      let above = ranges[ranges.count - 2]
      let new = ranges[ranges.count - 1]
      guard above.columns == new.columns, above.rows.upperBound + 1 == new.rows.lowerBound,
        place.column == above.columns.upperBound
      else { return }
      ranges[ranges.count - 2].rows = above.rows.lowerBound...new.rows.upperBound
      ranges.removeLast()
    }
  }
}
