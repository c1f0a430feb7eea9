import DataFiles
import InformationLaw
public import LetterReading

/// What a letter says for people: its facts, then a line for each part.
public enum LetterOutline {
  /// Writes the reading of one file.
  ///
  /// - Parameters:
  ///   - reading: what the letter says.
  ///   - file: the file's name as the person gave it.
  public static func text(of reading: Reading, file: String) -> String {
    let lines = Lines(reading.text)
    let scalars = Array(reading.text.unicodeScalars)
    var out = "\(file): \(facts(of: reading))\n"
    for exemption in reading.exemptions {
      out +=
        "\(file):\(at(exemption.start, lines)): \(exemption.cite): \(word(exemption.role.rawValue))"
      out += exemption.asWritten == exemption.cite ? "\n" : " (written '\(exemption.asWritten)')\n"
    }
    for span in reading.spans {
      let words = String(String.UnicodeScalarView(scalars[span.range]))
      let about = span.exemption.map { " \($0)" } ?? ""
      out += "\(file):\(at(span.start, lines)): \(word(span.role.rawValue))\(about): "
      out += words.split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(to: 100)
      out += "\n"
    }
    return out
  }

  private static func facts(of reading: Reading) -> String {
    var facts = [word(reading.letterType.rawValue)]
    if let regime = reading.regime { facts.append("under \(regime.rawValue)") }
    if reading.standard != .none { facts.append("standard: \(word(reading.standard.rawValue))") }
    let rights = [
      reading.rights.internalReview ? "internal review" : nil,
      reading.rights.regulator ? "regulator" : nil,
    ].compactMap { $0 }
    facts.append(rights.isEmpty ? "tells of no rights" : "tells of \(listed(rights))")
    return facts.joined(separator: ", ")
  }

  private static func at(_ offset: Int, _ lines: Lines) -> String {
    let place = lines.place(of: offset)
    return "\(place.line):\(place.column)"
  }

  private static func word(_ value: String) -> String { value.replacing("_", with: " ") }
}
