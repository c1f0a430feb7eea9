import Casework
import DataFiles
import Markup
import PublicInterest

/// Writes the advice and assistance that the letter gives (FOIA s.16).
enum AdvicePage {
  static let page = EditPage(
    address: .advice(":ref"), act: "adviceSet", title: { _ in "How can you help the requester?" },
    back: { ("Back to the case", .caseFile($0.reference)) },
    values: { FormValues([("advice", $0.subject.decision.advice)]) },
    fields: { _, form in
      form.area(
        "advice", "Advice and assistance",
        hint:
          "Where related information is published, how the request could be narrowed, who else may "
          + "hold it (FOIA s.16).", at: "advice", rows: 7)
    },
    event: { _, values in .adviceSet(advice: values["advice"]) },
    next: { file, _ in .caseFile(file.reference) })
}
