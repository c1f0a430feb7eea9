import Casework
import InformationLaw
import PublicInterest
import Scrutiny

/// The questions of one topic about one limb, or about the decision as a whole.
struct JudgementGroup {
  /// Questions that are about the same words.
  struct Cluster {
    var passages: [Matter.Passage]
    var questions: [ScrutinyReport.Question]
  }

  var limb: Limb?
  var key: String
  var clusters: [Cluster] = []

  var questions: [ScrutinyReport.Question] { clusters.flatMap(\.questions) }
  /// The id of its heading.
  var id: String { ["group", limb?.id, key].compactMap(\.self).joined(separator: "-") }
  /// What it is about.
  var about: String { limb.map { "\($0.cite) \($0.title)" } ?? "The decision as a whole" }
  /// The topic in words.
  var topic: String { JudgementGroup.topics.first { $0.key == key }?.name ?? key.capitalizedFirst }
  /// The name among the groups.
  var name: String { "\(limb?.cite ?? "Decision"): \(topic)" }

  private static let topics: [(key: String, name: String)] = [
    ("frame", "What is described"), ("time", "Time"), ("confirm", "Confirming or denying"),
    ("specify", "The exemption"), ("explain", "Why it applies"), ("harm", "Harm"),
    ("pit", "The public interest"), ("partial", "Part and alternatives"),
    ("assist", "Advice and assistance"), ("rights", "Rights"), ("process", "How it was decided"),
    ("style", "The wording"),
  ]

  /// Groups the questions: first limb by limb, then the decision as a whole, by topic.
  static func all(of questions: [ScrutinyReport.Question], in file: CaseFile) -> [JudgementGroup] {
    var groups: [JudgementGroup] = []
    for question in questions {
      guard let rule = file.book.rule(id: question.rule) else { continue }
      let limb = question.limbID.flatMap { file.book.limb(id: $0) }
      let index =
        groups.firstIndex { $0.limb?.id == limb?.id && $0.key == rule.topic } ?? groups.endIndex
      if index == groups.endIndex { groups.append(JudgementGroup(limb: limb, key: rule.topic)) }
      let passages =
        file.subject.matter(of: rule, limb: limb?.id, book: file.book).passages
      groups[index].add(question, about: passages)
    }
    let limbs = file.subject.decision.reliances.map(\.limb)
    let order = topics.map(\.key)
    return groups.enumerated().sorted { left, right in
      func rank(_ entry: (offset: Int, element: JudgementGroup)) -> [Int] {
        [
          entry.element.limb.flatMap { limbs.firstIndex(of: $0.id) } ?? limbs.count,
          order.firstIndex(of: entry.element.key) ?? order.count, entry.offset,
        ]
      }
      return rank(left).lexicographicallyPrecedes(rank(right))
    }.map(\.element)
  }

  private mutating func add(
    _ question: ScrutinyReport.Question, about passages: [Matter.Passage]
  ) {
    if let index = clusters.firstIndex(where: { $0.passages == passages }) {
      clusters[index].questions.append(question)
    } else {
      clusters.append(Cluster(passages: passages, questions: [question]))
    }
  }
}
