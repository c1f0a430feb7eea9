import InformationLaw
import TextScan

/// The Act or Regulations that a citation belongs to, as far as the words around it say.
enum Instrument: Equatable {
  case regime(Regime)
  /// "the Act", "the Regulations", or nothing: the one that the letter is about.
  case own
  /// Some other law, or a section of a document.
  case other(String)
}

/// Reads the name of the instrument behind a citation ("of the Local Government Act 1972") or before it
/// ("Data Protection Act 2018, section 45").
struct InstrumentReader {
  let words: CitationWords

  /// The instrument that the words from an index on name: "of the Local Government Act 1972", ", Freedom
  /// of Information Act", "FOIA". Only "of" or a name that follows at once leads to another law:
  /// "exempt under section 40 in this report" is no section of a report.
  func following(_ bytes: [UInt8], at start: Int, limit: Int) -> Instrument {
    var tokens = Tokeniser(bytes, in: start..<min(limit, start + 160))
    var link: String?
    var dashed = false
    var name: [String] = []
    for _ in 0..<18 {
      guard let token = tokens.next(), let first = bytes[token.range].first else { break }
      let word = Words.folded(bytes, token.range)
      if name.isEmpty {
        if link == nil, ["of", "under", "in", "within", "from", "to"].contains(word) {
          link = word
          continue
        }
        if token.kind == .mark, [0x2C, 0x28, 0x5B, 0x22, 0x27, 0x2D].contains(first) {
          dashed = dashed || first == 0x2D || first == 0x28
          continue
        }
        if ["the", "that", "this", "our", "your", "its"].contains(word) { continue }
        if let regime = words.acronyms[word] { return .regime(regime) }
        if words.has(word, in: .kind) { return .own }
        if words.has(word, in: .instrument) { return .other(word.uppercased()) }
        if link == "of", words.has(word, in: .document) { return .other("a section of a \(word)") }
        // "Section 30 Investigations" is a title; "section 106 agreement" is another law's matter.
        if link == nil, !dashed, !Words.isCapital(first), words.has(word, in: .matter) {
          return .other(word)
        }
      } else if words.has(word, in: .kind) {
        let found = classify(name)
        if case .other = found, link != "of", link != nil || dashed { return .own }
        return found
      }
      let joins =
        token.kind == .word ? words.has(word, in: .connector) : [0x28, 0x29, 0x26].contains(first)
      let isFoldedName = ["freedom", "environmental"].contains(name.first ?? word)
      guard Words.isCapital(first) || isFoldedName || (!name.isEmpty && joins) else { break }
      name.append(word)
    }
    return .own
  }

  /// The instrument whose name ends right before an index.
  func preceding(_ bytes: [UInt8], before end: Int, from start: Int) -> Instrument {
    var tokens = Tokeniser(bytes, in: max(start, end - 90)..<end)
    var name: [String] = []
    var complete: Instrument?
    while let token = tokens.next(), let first = bytes[token.range].first {
      let word = Words.folded(bytes, token.range)
      if token.kind == .number {
        // The year belongs to the name; any other number ends it.
        if token.range.count != 4 { complete = nil }
        name = []
      } else if token.kind == .mark {
        if first == 0x2E || first == 0x3B { complete = nil }
        if first != 0x28, first != 0x29 { name = [] }
      } else if let regime = words.acronyms[word] {
        complete = .regime(regime)
        name = []
      } else if words.has(word, in: .instrument) {
        complete = .other(word.uppercased())
        name = []
      } else if words.has(word, in: .kind), !name.isEmpty {
        complete = classify(name)
        name = []
      } else if complete == nil || !["s", "under"].contains(word) {
        complete = nil
        let joins = !name.isEmpty && words.has(word, in: .connector)
        name = Words.isCapital(first) || joins ? name + [word] : []
      }
    }
    return complete ?? .own
  }

  private func classify(_ name: [String]) -> Instrument {
    if name.contains("freedom"), name.contains("information") {
      return .regime(name.contains("scotland") ? .foisa : .foia)
    }
    if name.contains("environmental"), name.contains("information") { return .regime(.eir) }
    let empty: Set<String> = ["foi", "above", "said", "same"]
    let telling = name.filter {
      !words.has($0, in: .connector) && !empty.contains($0) && $0.first?.isLetter ?? false
    }
    return telling.isEmpty ? .own : .other(name.joined(separator: " "))
  }
}
