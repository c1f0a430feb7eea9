import LetterReading
import Markup
import Scrutiny

/// A letter with its parts by role and the findings beside the words that they are about.
///
/// Pure: cut by ``init(reading:report:)``, shown by ``html``. Every character of the letter is shown
/// once, in order, whether or not it plays a role.
struct MarkedLetter {
  /// A block of the letter and what there is to say about it.
  struct Row: Equatable {
    var kind: Block.Kind
    var pieces: [Piece]
    /// Numbers of the findings whose words begin here.
    var findings: [Int] = []
  }

  /// A run of text within which nothing begins or ends.
  struct Piece: Equatable {
    var text: String
    /// The innermost part that it belongs to.
    var role: Role?
    /// The parts that begin with it, the outermost first.
    var begins: [Span] = []
    /// Whether a finding is about it.
    var isMarked = false
    /// Numbers of the findings whose words end with it.
    var closes: [Int] = []
  }

  private(set) var rows: [Row] = []
  /// Findings with their numbers; those without a place in the text come first.
  private(set) var findings: [(number: Int, finding: Finding)] = []
  /// How many of ``findings`` are about the letter as a whole.
  private(set) var wholeCount = 0

  init(reading: Reading, report: ScrutinyReport) {
    let scalars = Array(reading.text.unicodeScalars)
    func range(_ finding: Finding) -> Range<Int>? {
      guard let start = finding.start, let end = finding.end, start < end, end <= scalars.count
      else { return nil }
      return start..<end
    }
    let placed = report.findings.filter { range($0) != nil }
      .sorted { ($0.start ?? 0) < ($1.start ?? 0) }
    let whole = report.findings.filter { range($0) == nil }
    wholeCount = whole.count
    findings = (whole + placed).enumerated().map { ($0 + 1, $1) }
    let marks = findings.dropFirst(wholeCount).compactMap { entry in
      range(entry.finding).map { (number: entry.number, range: $0) }
    }

    var position = 0
    for block in reading.blocks where block.start >= position && block.end <= scalars.count {
      addRow(.paragraph, position..<block.start, scalars, reading.spans, marks)
      addRow(block.kind, block.range, scalars, reading.spans, marks)
      position = block.end
    }
    addRow(.paragraph, position..<scalars.count, scalars, reading.spans, marks)
  }

  /// Adds a stretch of the letter, unless it is blank.
  private mutating func addRow(
    _ kind: Block.Kind, _ stretch: Range<Int>, _ scalars: [Unicode.Scalar], _ spans: [Span],
    _ marks: [(number: Int, range: Range<Int>)]
  ) {
    guard scalars[stretch].contains(where: { !$0.properties.isWhitespace }) else { return }
    let inside = spans.filter { $0.range.overlaps(stretch) }
    let here = marks.filter { $0.range.overlaps(stretch) }
    let cuts = Set(
      (inside.map(\.range) + here.map(\.range)).flatMap { [$0.lowerBound, $0.upperBound] }
    ).filter { $0 > stretch.lowerBound && $0 < stretch.upperBound }.sorted()
    let bounds = [stretch.lowerBound] + cuts + [stretch.upperBound]
    let pieces = zip(bounds, bounds.dropFirst()).map { start, end in
      let around = inside.filter { $0.start < end && $0.end > start }
        .sorted { $0.range.count > $1.range.count }
      return Piece(
        text: String(String.UnicodeScalarView(scalars[start..<end])), role: around.last?.role,
        begins: around.filter { $0.start == start },
        isMarked: here.contains { $0.range.overlaps(start..<end) },
        closes: here.filter { $0.range.upperBound == end }.map(\.number))
    }
    rows.append(
      Row(
        kind: kind, pieces: pieces,
        findings: here.filter { stretch.contains($0.range.lowerBound) }.map(\.number)))
  }
}

// MARK: On the page

extension MarkedLetter {
  var html: HTML {
    let whole = findings.prefix(wholeCount).map { note($0.number, $0.finding, isPlaced: false) }
    let general: HTML =
      whole.isEmpty
      ? ""
      : "<section aria-labelledby=\"whole\"><h2 id=\"whole\">The letter as a whole</h2>\(whole)</section>"
    let lines = rows.map { row -> HTML in
      let notes = row.findings.map { number in
        note(number, findings[number - 1].finding, isPlaced: true)
      }
      let margin: HTML = notes.isEmpty ? "" : "<div class=\"margin\">\(notes)</div>"
      return
        "<div class=\"line \(row.kind.rawValue)\"><p>\(row.pieces.map(piece))</p>\(margin)</div>\n"
    }
    return """
      \(general)<h2 id="letter">The letter, part by part</h2>\(legend)
      <div class="marked" aria-labelledby="letter">\(lines)</div>
      """
  }

  /// The roles that the letter has, with their colours.
  private var legend: HTML {
    let roles = Role.allCases.filter { role in
      rows.contains { $0.pieces.contains { $0.role == role } }
    }
    guard !roles.isEmpty else {
      return "<p class=\"hint\">No part of a decision was recognised in it.</p>"
    }
    let entries = roles.map {
      "<li><span class=\"part \($0.rawValue)\">\($0.label)</span></li>" as HTML
    }
    return "<ul class=\"legend\" aria-label=\"Colours\">\(entries)</ul>"
  }

  private func piece(_ piece: Piece) -> HTML {
    // The name stands before the words, so that nobody has to tell colours apart.
    let names = piece.begins.map { span -> HTML in
      "<b class=\"role\">\(span.role.label)\(span.exemption.map { " \($0)" as HTML })</b> "
    }
    var words: HTML = "\(piece.text)"
    if piece.isMarked { words = "<mark>\(words)</mark>" }
    if let role = piece.role { words = "<span class=\"part \(role.rawValue)\">\(words)</span>" }
    let references = piece.closes.map { number -> HTML in
      """
      <a class="ref" id="words-\(number)" href="#finding-\(number)">\
      <span class="unseen">Finding </span>\(number)</a>
      """
    }
    return "\(names)\(words)\(references)"
  }

  private func note(_ number: Int, _ finding: Finding, isPlaced: Bool) -> HTML {
    let reference: HTML =
      isPlaced
      ? "<a class=\"ref\" href=\"#words-\(number)\"><span class=\"unseen\">Back to the words of finding </span>\(number)</a>"
      : "<span class=\"ref\">\(number)</span>"
    return
      "<div class=\"note\" id=\"finding-\(number)\">\(reference)\(FindingView(finding: finding).html)</div>"
  }
}

extension Role {
  /// The role in words.
  var label: String {
    switch self {
    case .harm: "Harm"
    case .factorsFor: "For disclosure"
    case .factorsAgainst: "Against disclosure"
    case .balance: "Balance"
    case .decision: "Decision"
    case .exemptionReason: "Why the exemption applies"
    case .pitNotRequired: "No balance needed"
    case .costEstimate: "Cost estimate"
    case .advice: "Advice and assistance"
    case .notHeld: "Not held"
    case .precedent: "Precedent"
    case .presumption: "Presumption of disclosure"
    case .timeliness: "Dates"
    case .rightsInternalReview: "Internal review"
    case .rightsRegulator: "Right to complain"
    case .requestQuoted: "The request"
    case .internalNote: "Internal note"
    }
  }
}
