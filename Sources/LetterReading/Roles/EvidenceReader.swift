import InformationLaw
import TextScan

/// Gathers, sentence by sentence, what speaks for one role or another.
///
/// One walk from top to bottom: what has been seen so far (headings, the last colon, the last ground,
/// the heads of columns) is kept and counts for the sentences below.
struct EvidenceReader {
  let page: Page
  let book: RoleBook
  let space: EvidenceSpace

  private let cues: [[RoleBook.Hit]]
  private var heading: [RoleBook.Hit] = []
  private var headings: [RoleBook.Hit] = []
  private var headingNamesGround = false
  private var lead: [RoleBook.Hit] = []
  private var leadAge = 0
  private var blocksSinceHeading = 99
  private var lastWasHeading = false
  private var columns: [Column: [RoleBook.Hit]] = [:]
  private var ground: Provision?
  private var nature: Int?
  private var sinceGround = 99
  private var sawReview = false
  private var sawRegulator = false
  private var sawDecision = false
  private var inQuotation = false
  private let valediction: Int
  private let namesGround: Bool
  private let weighs: Bool
  private let landmarks: Landmarks

  private struct Column: Hashable {
    var table: Int
    var column: Int
  }

  /// The groups of phrases that the walk itself has to know.
  struct Landmarks: Sendable {
    let forDisclosure: Int?
    let against: Int?
    let weighing: Int?
    let harm: Int?
    let review: Int?
    let regulator: Int?
    let decisions: [Int]

    init(_ book: RoleBook) {
      func index(_ id: String) -> Int? { book.cues.firstIndex(of: id) }
      forDisclosure = index("for.announced")
      against = index("against.announced")
      weighing = index("balance.weighs")
      harm = index("title.harm")
      review = index("review.right")
      regulator = index("regulator")
      decisions = book.cues.indices.filter { book.cues[$0].hasPrefix("decision.") }
    }
  }

  init(page: Page, book: RoleBook, space: EvidenceSpace, landmarks: Landmarks) {
    self.page = page
    self.book = book
    self.space = space
    self.landmarks = landmarks
    cues = book.hits(in: page)
    valediction = page.blocks.firstIndex { $0.kind == .closing } ?? page.blocks.count
    namesGround = page.mentions.contains { $0.use == .reliance }
    weighs = cues.contains { found in
      [landmarks.forDisclosure, landmarks.against, landmarks.weighing].contains { cue in
        found.contains { $0.cue == cue }
      }
    }
  }

  /// The evidence for every sentence, as numbers of ``EvidenceSpace``.
  mutating func read() -> [[Int]] {
    var found: [[Int]] = []
    found.reserveCapacity(page.sentences.count)
    for index in page.sentences.indices { found.append(evidence(for: index)) }
    return found
  }

  private mutating func evidence(for index: Int) -> [Int] {
    let sentence = page.sentences[index]
    let block = page.blocks[sentence.block]
    var seen: [Int] = []
    seen.reserveCapacity(64)
    phrases(around: index, in: block, into: &seen)
    SentenceForm(page: page, index: index).traits { seen.append(space.number($0)) }
    let mentions = page.mentions(in: sentence.range).filter { $0.use == .reliance }
    grounds(mentions, into: &seen)
    place(of: sentence, in: block, into: &seen)
    quotation(of: sentence, in: block, into: &seen)
    remember(index, block, mentions, into: &seen)
    return seen
  }

  private func phrases(around index: Int, in block: PageBlock, into seen: inout [Int]) {
    func add(_ hits: [RoleBook.Hit], _ position: EvidenceSpace.Position) {
      for hit in hits { seen.append(space.number(position, hit.cue)) }
    }
    add(cues[index], .here)
    for hit in cues[index] where hit.phrases > 1 { seen.append(space.number(.twice, hit.cue)) }
    if index > 0 { add(cues[index - 1], .before) }
    if index + 1 < cues.count { add(cues[index + 1], .after) }
    if block.kind == .heading { return }
    if let cell = block.cell {
      let head = columns[Column(table: cell.table, column: cell.column)]
      add(head ?? [], .column)
      seen.append(space.number(head == nil ? .cell : .bodyCell))
    }
    add(heading, .heading)
    add(headings, .headings)
    add(lead, .lead)
  }

  private mutating func grounds(_ mentions: [Mention], into seen: inout [Int]) {
    for mention in mentions {
      guard let nature = book.nature(of: mention.provision) else { continue }
      if !seen.contains(space.named(nature)) { seen.append(space.named(nature)) }
    }
    if let last = mentions.last {
      seen.append(space.number(.namesGround))
      let isSame = mentions.first?.provision.section == ground?.section
      seen.append(space.number(isSame ? .sameGround : .newGround))
      ground = last.provision
      nature = book.nature(of: last.provision)
      sinceGround = 0
    }
    if let nature { seen.append(space.about(nature)) }
    switch sinceGround {
    case 0: break
    case 1...2: seen.append(space.number(.groundJustNamed))
    case 3...6: seen.append(space.number(.groundNamedRecently))
    case 7..<99: seen.append(space.number(.groundNamedLongAgo))
    default: seen.append(space.number(.noGroundYet))
    }
    if namesGround { seen.append(space.number(.letterNamesGround)) }
    if weighs { seen.append(space.number(.letterWeighs)) }
  }

  private func place(of sentence: Sentence, in block: PageBlock, into seen: inout [Int]) {
    let portion = sentence.range.lowerBound * 100 / max(page.text.bytes.count, 1)
    let trait: Trait =
      switch portion {
      case ..<10: .firstTenth
      case ..<25: .firstQuarter
      case ..<50: .firstHalf
      case ..<75: .thirdQuarter
      case ..<90: .lastQuarter
      default: .lastTenth
      }
    seen.append(space.number(trait))
    if sentence.block > valediction { seen.append(space.number(.afterValediction)) }
    if sawReview { seen.append(space.number(.afterReview)) }
    if sawRegulator { seen.append(space.number(.afterRegulator)) }
    if sawDecision { seen.append(space.number(.decisionSeen)) }
    if page.quotesRequest(sentence.range) { seen.append(space.number(.inRequest)) }
    if blocksSinceHeading <= 1 { seen.append(space.number(.nearHeading)) }
    if blocksSinceHeading >= 4 { seen.append(space.number(.farFromHeading)) }
    if headingNamesGround, block.kind != .heading {
      seen.append(space.number(.headingNamesGround))
    }
  }

  /// Keeps account of quotation marks. A heading closes what was left open by mistake.
  private mutating func quotation(
    of sentence: Sentence, in block: PageBlock, into seen: inout [Int]
  ) {
    let text = page.text.bytes[sentence.range]
    if inQuotation || text.first == 0x22 || text.first == 0x27 {
      seen.append(space.number(.quoted))
    }
    if block.kind == .heading {
      inQuotation = false
    } else if !text.count(where: { $0 == 0x22 }).isMultiple(of: 2) {
      inQuotation.toggle()
    }
  }

  /// Keeps what counts for the sentences below.
  private mutating func remember(
    _ index: Int, _ block: PageBlock, _ mentions: [Mention], into seen: inout [Int]
  ) {
    let own = cues[index]
    func has(_ cue: Int?) -> Bool { own.contains { $0.cue == cue } }
    if has(landmarks.review) { sawReview = true }
    if has(landmarks.regulator) { sawRegulator = true }
    if own.contains(where: { landmarks.decisions.contains($0.cue) }) { sawDecision = true }
    if sinceGround < 99 { sinceGround = min(sinceGround + 1, 98) }
    let isLast = block.sentences.upperBound == index + 1
    if block.kind == .heading {
      if !lastWasHeading { headings = [] }
      headings += own.filter { hit in !headings.contains { $0.cue == hit.cue } }
      headingNamesGround = !mentions.isEmpty || lastWasHeading && headingNamesGround
      heading = own
      lead = []
      blocksSinceHeading = 0
      lastWasHeading = true
      return
    }
    if let cell = block.cell, cell.row == 0,
      has(landmarks.forDisclosure) || has(landmarks.against) || has(landmarks.weighing)
        || has(landmarks.harm)
    {
      columns[Column(table: cell.table, column: cell.column)] = own
      seen.append(space.number(.columnHead))
    }
    lastWasHeading = false
    guard isLast else { return }
    blocksSinceHeading += 1
    leadAge += 1
    let sentence = page.sentences[index].range
    if page.text.bytes[sentence].last == 0x3A, sentence.count < 220 {
      lead = own
      leadAge = 0
    } else if leadAge > 6 {
      lead = []
    }
  }
}
