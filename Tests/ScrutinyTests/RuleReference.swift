import DataFiles
import InformationLaw
import LetterReading

@testable import Scrutiny

/// The reference of the audit's rules in Markdown, a page for each topic, written from the statute book
/// and from the examples that the rules carry.
struct RuleReference {
  let book: StatuteBook
  let audit: LetterAudit

  /// Each topic with its title, in the order of the rules.
  static let topics: [(key: String, title: String)] = [
    ("frame", "The frame of a reply"),
    ("time", "Time"),
    ("confirm", "Saying whether information is held"),
    ("specify", "Which exemption"),
    ("explain", "Why it applies"),
    ("harm", "The harm"),
    ("pit", "The public interest test"),
    ("partial", "Less than a full refusal"),
    ("assist", "Advice, cost, vexatious and repeated requests"),
    ("rights", "How to challenge the decision"),
    ("process", "How the decision was come to"),
    ("style", "Manner"),
  ]

  /// The pages by file name.
  var pages: [(name: String, text: String)] {
    [("README.md", index)] + Self.topics.map { ($0.key + ".md", page(on: $0.key, title: $0.title)) }
  }

  private func rules(on topic: String) -> [AuditRule] { book.rules.filter { $0.topic == topic } }

  private var index: String {
    var text = """
      # The rules of the audit

      What a refusal notice, and the public interest test behind it, have to satisfy: \
      \(book.rules.count) rules. `steelyard check` holds them against a decision, `steelyard audit` \
      against a letter, and the workbench against a case while it is worked on.

      A rule is decided by the case's data, by the wording, or by the judgement of a named person. Of a \
      bare letter a rule that needs judgement says `cannot_assess`, unless the text itself settles it.

      These pages are written from the statute book and from the examples that the rules carry, which \
      are run as tests. `STEELYARD_UPDATE_GOLDEN=1 swift test --filter RuleReference` writes them anew.


      """
    for topic in Self.topics {
      text +=
        "## [\(topic.title)](\(topic.key).md)\n\n| rule | requires | severity | decided by |\n"
      text += "|---|---|---|---|\n"
      for rule in rules(on: topic.key) {
        text +=
          "| [\(rule.id)](\(topic.key).md#\(rule.id.lowercased())) | \(rule.requirement) | "
          + "\(rule.severity.label) | \(decider(of: rule)) |\n"
      }
      text += "\n"
    }
    return String(text.dropLast())
  }

  private func page(on topic: String, title: String) -> String {
    "# \(title)\n\n[All rules](README.md)\n\n"
      + rules(on: topic).map(section).joined(separator: "\n")
  }

  private func section(on rule: AuditRule) -> String {
    var text = "## \(rule.id)\n\n\(rule.requirement)\n\n"
    let regimes = rule.regimes.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "Applies: \(rule.appliesWhen) (\(regimes)).",
      "Law: \(rule.citation).",
      "Severity: \(rule.severity.label). Decided by \(decider(of: rule))"
        + "\(rule.isPerLimb ? ", for each limb" : "").",
    ]
    if let question = rule.question { lines.append("Asked of a person: \(question)") }
    lines.append("A breach, for example: \(rule.violation)")
    lines.append("What to do: \(rule.fix)")
    for earlier in rule.earlier { lines.append(line(on: earlier, of: rule)) }
    text += lines.map { "- \($0)\n" }.joined()
    if let letters = LetterRule.byID[rule.id] {
      text += letters.fails.prefix(1).map { example("A letter that breaks it", $0, rule) }.joined()
      text += letters.passes.prefix(1).map { example("A letter that keeps it", $0, rule) }.joined()
    }
    if let decisions = Rule.byID[rule.id], !decisions.breaks.isEmpty {
      text += "\nA decision breaks it, for example, by:\n\n"
      text += decisions.breaks.map { "- \($0.says) (`\($0.field)`)\n" }.joined()
    }
    return text
  }

  private func line(on earlier: AuditRule.Earlier, of rule: AuditRule) -> String {
    let parts = [
      earlier.requirement.map { "it required: \($0)" }, earlier.citation.map { "law: \($0)" },
    ].compactMap { $0 }
    return "Before (\(earlier.inForce.text)): \(parts.joined(separator: "; "))"
      + (parts.last?.hasSuffix(".") == true ? "" : ".")
  }

  private func example(_ title: String, _ example: LetterExample, _ rule: AuditRule) -> String {
    let reading = example.reading
    let report = audit.report(on: reading)
    var text = "\n\(title) (\(example.says)):\n\n"
    text += reading.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">\n" : "> \($0)\n" }.joined()
    let findings = report.findings(under: rule.id)
    if findings.isEmpty {
      text += "\n`\(report.verdict(rule.id).rawValue)`\n"
    } else {
      text += "\n" + findings.map { "- `\($0.verdict.rawValue)`: \($0.message)\n" }.joined()
    }
    return text
  }

  private func decider(of rule: AuditRule) -> String {
    switch rule.check {
    case .structural: "data"
    case .textual: "wording"
    case .judgement: "judgement"
    }
  }
}
