import InformationLaw
import Markup
import Scrutiny

/// What somebody said to a question, with who and when; or that nobody has.
struct JudgementView {
  var given: GivenJudgement?

  var html: HTML {
    guard let given else { return "<p><span class=\"tag draft\">not answered yet</span></p>" }
    let judgement = given.judgement
    let reason: HTML = judgement.reason.isEmpty ? "" : " \(judgement.reason)"
    let day: HTML =
      given.on.map { ", <time datetime=\"\($0.description)\">\($0.written)</time>" } ?? ""
    let earlier: HTML =
      given.isCurrent
      ? ""
      : "<b>Asked again:</b> answered when the words were different. "
    return """
      <p class="said \(JudgementView.style(of: given))">\(earlier)\
      <b>\(judgement.answer.rawValue.capitalizedFirst).</b>\(reason) \
      <span class="meta">\(given.by)\(day)</span></p>
      """
  }

  private static func style(of given: GivenJudgement) -> String {
    guard given.isCurrent else { return "earlier" }
    return switch given.judgement.answer {
    case .met, .doesNotApply: "met"
    case .inPart, .notMet: "unmet"
    }
  }
}
