import Foundation
import InformationLaw
import LetterReading
import Testing

@testable import Scrutiny

@Suite(
  "Defects that people marked in letters",
  .enabled(if: SharedLetter.folder != nil, "skipped: the letters are not beside the repository"))
struct DefectTests {
  /// What people call a defect, and the rules under which the audit should find it.
  static let rules: [(defect: String, rules: [String])] = [
    ("absolute_exemption_weighed_as_qualified", ["RN-085"]),
    ("contradiction_held_not_held", ["RN-045"]),
    ("cost_no_estimate", ["RN-121"]),
    ("date_impossible", ["RN-045"]),
    ("eir_12_4_a_no_pit", ["RN-082"]),
    ("eir_wrong_standard", ["RN-071"]),
    ("extension_after_deadline", ["RN-012"]),
    ("extension_names_no_exemption", ["RN-012"]),
    ("formula_pit", ["RN-080", "RN-082", "RN-087"]),
    ("harm_not_per_limb", ["RN-044"]),
    ("heading_swapped", ["RN-092"]),
    ("internal_note_leaked", ["RN-152"]),
    ("limb_b_not_argued", ["RN-040"]),
    ("may_prejudice", ["RN-054"]),
    ("no_factor_for", ["RN-087"]),
    ("no_ico_rights", ["RN-131", "RN-132", "RN-133"]),
    ("no_internal_review_right", ["RN-130", "RN-132", "RN-133"]),
    ("no_rights_in_letter", ["RN-130", "RN-131", "RN-132", "RN-133"]),
    ("review_no_time_limit", ["RN-135"]),
    ("s24_required_for_not_argued", ["RN-061"]),
    ("s36_no_qualified_person", ["RN-064"]),
    ("s41_no_public_interest_defence", ["RN-065"]),
    ("single_line_factor_for", ["RN-087"]),
    ("standard_inconsistent", ["RN-055"]),
    ("standard_not_chosen", ["RN-053"]),
    ("subsection_missing", ["RN-031", "RN-032", "RN-033"]),
    ("template_debris", ["RN-152"]),
  ]

  @Test("are found under the rules that they break")
  func found() throws {
    let audit = try Cases.letterAudit.get()
    var counts: [String: (found: Int, all: Int)] = [:]
    var missed: [String] = []
    for letter in try SharedLetter.all.get() {
      let report = audit.report(on: letter.reading)
      for (defect, rules) in Self.rules where letter.defects.contains(defect) {
        let isFound = rules.contains {
          [.fail, .partial, .missingHere].contains(report.verdict($0))
        }
        counts[defect, default: (0, 0)].all += 1
        if isFound {
          counts[defect]?.found += 1
        } else {
          missed.append("\(defect): \(letter.name)")
        }
      }
    }
    let found = counts.values.reduce(0) { $0 + $1.found }
    let all = counts.values.reduce(0) { $0 + $1.all }
    #expect(all > 80)
    #expect(Double(found) >= 0.95 * Double(all), "\(found) of \(all): \(missed)")
  }
}
