import DataFiles
import InformationLaw
public import LetterReading

/// How a letter was read, stage by stage, for people.
public enum ExplanationText {
  /// Writes the explanation of one file.
  public static func text(of explanation: Explanation, file: String) -> String {
    let lines = Lines(explanation.reading.text)
    func at(_ start: Int) -> String {
      let place = lines.place(of: start)
      return "\(file):\(place.line):\(place.column)"
    }
    var out = "== Text: \(explanation.normalised.unicodeScalars.count) characters after "
    out += "normalising, language \(explanation.language.rawValue)\n\(explanation.normalised)\n"
    out += "== Blocks\n"
    for (block, words) in explanation.blocks {
      out += "\(at(block.start)): \(block.kind.rawValue): \(words.shortened(to: 90))\n"
    }
    for request in explanation.requests { out += "\(at(request.lowerBound)): quoted request\n" }
    out += "== Citations\n"
    for cited in explanation.citations {
      let citation = cited.citation
      out += "\(at(citation.start)): \(citation.cite) '\(citation.asWritten)': "
      out += "\(citation.use.rawValue): \(cited.because)\n"
    }
    let regimes = explanation.regimes.map { "\($0.regime.rawValue) \($0.score)" }
    out += "== Regimes: \(regimes.isEmpty ? "none" : regimes.joined(separator: ", "))\n"
    out += "== Roles\n"
    for sentence in explanation.roles {
      let best = sentence.scores.sorted { $0.value > $1.value }.prefix(3)
      let scores = best.map { "\($0.role.rawValue) \(tenths($0.value))" }.joined(separator: ", ")
      out += "\(at(sentence.start)): \(sentence.role?.rawValue ?? "none")"
      out += "\(sentence.begins ? " (begins)" : ""): \(scores)\n"
      if sentence.role != nil { out += "    \(sentence.evidence.joined(separator: " "))\n" }
    }
    out += "== Facts\n"
    for fact in explanation.facts {
      out +=
        "\(file): \(fact.name) = \(fact.value)\(fact.because.isEmpty ? "" : ": '\(fact.because)'")\n"
    }
    return out + "== Letter\n" + LetterOutline.text(of: explanation.reading, file: file)
  }

  /// A number with one decimal place.
  private static func tenths(_ value: Float) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
