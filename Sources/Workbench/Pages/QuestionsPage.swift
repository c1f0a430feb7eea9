import Casework
import DataFiles
import Markup
import PublicInterest

/// Changes the way a request is split into questions.
enum QuestionsPage {
  static let page = EditPage(
    address: .questions(":ref"), act: "questionsSet", title: { _ in "Split the request" },
    back: { ("Back to the case", .caseFile($0.reference)) },
    values: { file in
      FormValues([
        (
          "questions",
          file.subject.decision.questions.map(\.text).joined(separator: "\n\n")
        )
      ])
    },
    labels: ["questions": "Questions"],
    fields: { _, form in
      form.area(
        "questions", "The questions, numbered in this order",
        hint:
          "One question a paragraph, with an empty line between. What was recorded as held stays with "
          + "a question whose number and words do not change.", at: "questions", rows: 14)
    },
    event: { _, values in
      .questionsSet(questions: QuestionSplitter.numbered(values["questions"]))
    },
    next: { file, _ in .caseFile(file.reference) })
}

/// Splits the text of a request into questions.
enum QuestionSplitter {
  /// Paragraphs as numbered questions.
  static func numbered(_ text: String) -> [Question] {
    paragraphs(text).enumerated().map { Question(id: "q\($0 + 1)", text: $1) }
  }

  /// The questions that a request seems to ask: its numbered points where it has at least two,
  /// otherwise the paragraphs that ask for something, otherwise the whole. A person checks the result.
  static func questions(in text: String) -> [String] {
    let points = numberedPoints(text)
    if points.count > 1 { return points }
    let asking = paragraphs(text).filter { paragraph in
      let words = paragraph.lowercased()
      return paragraph.hasSuffix("?") || paragraph.contains("? ")
        || cues.contains { words.contains($0) }
    }
    return asking.isEmpty ? [text] : asking
  }

  private static let cues = [
    "please provide", "please could you", "could you provide", "i would like to know",
    "please supply", "please confirm", "please send", "how many", "how much",
  ]

  private static func paragraphs(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n\n").map {
      $0.split(separator: "\n").map { $0.trimmed }.joined(separator: " ").trimmed
    }.filter { !$0.isEmpty }
  }

  /// Lines that begin with `1.`, `2)`, `(a)`, `Q3:` and the lines that belong to them.
  private static func numberedPoints(_ text: String) -> [String] {
    var points: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmed
      if let rest = afterNumber(line) {
        points.append(rest)
      } else if !points.isEmpty {
        // An empty line ends a point; what follows it is the farewell, or the next point.
        if line.isEmpty {
          points.append("")
        } else if points.last != "" {
          points[points.count - 1] += " " + line
        }
      }
    }
    return points.filter { !$0.isEmpty }
  }

  private static func afterNumber(_ line: String) -> String? {
    var rest = line[...]
    if rest.first == "(" || rest.first == "Q" || rest.first == "q" { rest.removeFirst() }
    let mark = rest.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    guard (1...2).contains(mark.count), mark.allSatisfy(\.isNumber) || mark.count == 1 else {
      return nil
    }
    rest = rest.dropFirst(mark.count)
    guard let end = rest.first, ".):".contains(end) else { return nil }
    rest = rest.dropFirst()
    guard rest.first == " " || rest.first == "\t" else { return nil }
    let text = rest.trimmed
    return text.isEmpty ? nil : text
  }
}

extension StringProtocol {
  /// Without blank space at the ends.
  var trimmed: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
