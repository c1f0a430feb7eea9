import DataFiles
public import InformationLaw
public import LetterReading
public import PublicInterest

/// A file and what the audit found in it: what every form of output prints, whether the file is a
/// decision or a letter.
public struct AuditedFile: Sendable {
  /// A finding with its place in the file.
  struct Placed {
    let finding: Finding
    /// In Unicode scalars of the file's text.
    let range: Range<Int>
    let start: Place
    let end: Place
  }

  /// The file's name as the person gave it.
  public var name: String
  /// What the audit said.
  public var report: ScrutinyReport
  /// The regime that the file answers under, as outputs write it; nil where a letter names none.
  let regime: String?
  /// What the letter says, or does, as `letter/1` without its schema.
  let letter: JSON
  let findings: [Placed]
  let lines: Lines

  /// A decision file with its report.
  ///
  /// - Parameters:
  ///   - name: as the person gave it.
  ///   - text: the text that the file was read from.
  ///   - decision: the decision and the places of its fields.
  ///   - report: the audit of that decision.
  ///   - book: resolves the limbs of the decision.
  public init(
    name: String, text: String, decision file: DecisionFile, report: ScrutinyReport,
    book: StatuteBook
  ) {
    let lines = Lines(text)
    self.name = name
    self.report = report
    self.lines = lines
    regime = file.decision.regime.rawValue
    letter = LetterSummary(of: file.decision, book: book).json
    // A field of a decision is meant as a whole: from its place to the end of its line.
    findings = report.findings.map { finding in
      let start = file.fields.place(of: finding.field)
      let offset = lines.offset(of: start)
      let end = max(offset, lines.end(ofLine: start.line))
      return Placed(
        finding: finding, range: offset..<end, start: start, end: lines.place(of: end))
    }
  }

  /// A letter with its report.
  ///
  /// - Parameters:
  ///   - name: as the person gave it.
  ///   - reading: what the letter says.
  ///   - report: the audit of that letter; its findings have places in the reading's text.
  public init(name: String, reading: Reading, report: ScrutinyReport) {
    let lines = Lines(reading.text)
    self.name = name
    self.report = report
    self.lines = lines
    regime = reading.regime?.rawValue
    letter = LetterJSON.record(of: reading)
    findings = report.findings.map { finding in
      let start = min(max(finding.start ?? 0, 0), lines.length)
      let end = min(max(finding.end ?? start, start), lines.length)
      return Placed(
        finding: finding, range: start..<end, start: lines.place(of: start),
        end: lines.place(of: end))
    }
  }
}

/// The lines of a text, for telling people where something stands in it.
struct Lines: Sendable {
  private struct Start {
    var byte: Int
    var scalar: Int
  }

  private let utf8: [UInt8]
  /// Where each line begins.
  private let starts: [Start]
  /// The number of scalars in the text.
  let length: Int

  init(_ text: String) {
    utf8 = Array(text.utf8)
    var starts = [Start(byte: 0, scalar: 0)]
    var scalars = 0
    for (index, byte) in utf8.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A { starts.append(Start(byte: index + 1, scalar: scalars)) }
    }
    self.starts = starts
    length = scalars
  }

  /// The offset of a place; the end of its line where the line is shorter.
  func offset(of place: Place) -> Int {
    guard starts.indices.contains(place.line - 1) else { return length }
    return min(starts[place.line - 1].scalar + place.column - 1, end(ofLine: place.line))
  }

  /// The line and column of an offset.
  func place(of offset: Int) -> Place {
    // The last line that begins at or before the offset.
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle].scalar <= offset { low = middle } else { high = middle - 1 }
    }
    return Place(line: low + 1, column: offset - starts[low].scalar + 1)
  }

  /// Where a line ends, before its line break; lines are counted from 1.
  func end(ofLine line: Int) -> Int {
    guard starts.indices.contains(line - 1) else { return length }
    // A line break is one byte and one scalar, or two of each.
    let isLast = line == starts.count
    let whole = isLast ? utf8.count : starts[line].byte
    return (isLast ? length : starts[line].scalar) - (whole - bytes(ofLine: line).upperBound)
  }

  /// A line, counted from 1, without its line break.
  func text(ofLine line: Int) -> String {
    guard starts.indices.contains(line - 1) else { return "" }
    return String(decoding: utf8[bytes(ofLine: line)], as: UTF8.self)
  }

  /// The bytes of a line that there is, without its line break.
  private func bytes(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1].byte
    var end = line < starts.count ? starts[line].byte - 1 : utf8.count
    if end > start, utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
