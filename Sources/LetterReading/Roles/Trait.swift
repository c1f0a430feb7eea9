/// What can be seen of a sentence without understanding its words.
enum Trait: Int, CaseIterable, Sendable {
  // The block it stands in.
  case paragraph, heading, item, cell, opening, closing, furniture
  case columnHead
  case bodyCell
  // Its place in the block, and the block's place.
  case first, last, only, gap
  case afterHeading
  case afterColon
  case afterItem
  case afterCell
  case beforeItem
  case beforeGap
  case nearHeading
  case farFromHeading
  case afterQuestion, beforeQuestion
  /// The sentence before it breaks off without a stop, as before an address or a link.
  case afterNoStop
  // Its form.
  case question, colon, capitals, figures, link, semicolon
  case startsNumber
  case startsSmall
  case startsQuote
  case startsLink
  /// A bracket opens it or stands right before it, as with notes to colleagues.
  case startsBracket
  /// It stands within quotation marks.
  case quoted
  case noStop
  case under4Words
  case under9Words
  case under17Words
  case under31Words
  case over30Words
  // Its place in the letter.
  case top
  case firstTenth
  case firstQuarter
  case firstHalf
  case thirdQuarter
  case lastQuarter
  case lastTenth
  case afterValediction
  case afterReview
  case afterRegulator
  case inRequest
  /// Something that announces a decision has been said already.
  case decisionSeen
  // The provisions around it.
  case namesGround
  case newGround
  case sameGround
  case groundJustNamed
  case groundNamedRecently
  case groundNamedLongAgo
  case noGroundYet
  case headingNamesGround
  // The letter as a whole.
  case letterNamesGround
  case letterWeighs
}
