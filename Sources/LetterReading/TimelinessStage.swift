import InformationLaw
import TextScan

/// When the request came, when the letter went, and whether it apologises.
struct TimelinessStage {
  let page: Page
  let hits: CueHits
  let workingDays: WorkingDays

  /// The dates; of a review none is taken for the day of receipt, since it tells of several requests.
  func timeliness(of type: LetterType) -> Timeliness {
    var found = Timeliness()
    found.received = type == .internalReview ? nil : received()
    found.sent = sent()
    found.apologises = hits[.apologises].contains { page.isOwnWords($0) }
    if let received = found.received, let sent = found.sent {
      found.workingDays = sent < received ? -1 : workingDays.count(after: received, through: sent)
    }
    return found
  }

  /// The first date that follows "received" and the like within its sentence.
  private func received() -> Day? {
    for cue in hits[.received] where page.isOwnWords(cue) {
      guard let index = page.sentence(at: cue.lowerBound) else { continue }
      let sentence = page.sentences[index].range
      let window = cue.upperBound..<min(sentence.upperBound, cue.upperBound + 60)
      guard window.lowerBound < window.upperBound else { continue }
      if let day = firstDay(in: window) { return day }
    }
    return nil
  }

  /// A date alone on a line, or after "Date:", above the first paragraph.
  private func sent() -> Day? {
    for block in page.blocks.prefix(40) {
      if block.kind == .paragraph, block.range.count > 80 { return nil }
      guard block.range.count <= 60 || block.kind == .opening, page.isOwnWords(block.range) else {
        continue
      }
      let dates = DateScanner().dates(in: page.text.bytes, range: block.range)
      guard let date = dates.first else { continue }
      let isAlone = date.range.count * 10 >= block.range.count * 7
      if isAlone || hits.has(.sent, in: block.range), let day = day(date) { return day }
    }
    return nil
  }

  private func firstDay(in range: Range<Int>) -> Day? {
    DateScanner().dates(in: page.text.bytes, range: range).lazy.compactMap(day).first
  }

  private func day(_ date: WrittenDate) -> Day? {
    Day(year: date.year, month: date.month, day: date.day)
  }
}
