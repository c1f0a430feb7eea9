public import DataFiles
public import PublicInterest

/// A decision file and what the audit found in it: what every form of output prints.
public struct CheckedDecision: Sendable {
  /// The file's name as the person gave it.
  public var name: String
  /// The decision with the places of its fields.
  public var file: DecisionFile
  /// What the audit said.
  public var report: ScrutinyReport
  /// The lines of the file, each as scalars without its line break, with the offset of its start.
  private let lines: [(start: Int, scalars: ArraySlice<Unicode.Scalar>)]

  /// Joins a decision file with its report.
  ///
  /// - Parameters:
  ///   - name: as the person gave it.
  ///   - text: the text that the file was read from.
  ///   - file: the decision and the places of its fields.
  ///   - report: the audit of that decision.
  public init(name: String, text: String, file: DecisionFile, report: ScrutinyReport) {
    self.name = name
    self.file = file
    self.report = report
    let scalars = Array(text.unicodeScalars)
    var lines: [(start: Int, scalars: ArraySlice<Unicode.Scalar>)] = []
    var start = 0
    for end in scalars.indices where scalars[end] == "\n" {
      lines.append((start, scalars[start..<end]))
      start = end + 1
    }
    lines.append((start, scalars[start...]))
    self.lines = lines.map { line in
      (line.start, line.scalars.last == "\r" ? line.scalars.dropLast() : line.scalars)
    }
  }

  /// Where a finding's field stands in the file, or the nearest field around it that the file has.
  public func place(of finding: Finding) -> Place { file.fields.place(of: finding.field) }

  /// From that place to the end of its line, in Unicode scalars of the file.
  public func range(of finding: Finding) -> Range<Int> {
    let place = place(of: finding)
    guard lines.indices.contains(place.line - 1) else { return 0..<0 }
    let line = lines[place.line - 1]
    let end = line.start + line.scalars.count
    return min(line.start + place.column - 1, end)..<end
  }

  /// A line of the file, counted from 1, without its line break.
  func line(_ number: Int) -> String {
    guard lines.indices.contains(number - 1) else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: lines[number - 1].scalars)
    return String(view)
  }

  /// The number of scalars in a line, counted from 1.
  func length(ofLine number: Int) -> Int {
    lines.indices.contains(number - 1) ? lines[number - 1].scalars.count : 0
  }
}
