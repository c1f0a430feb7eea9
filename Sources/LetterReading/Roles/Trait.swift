/// What can be seen of a sentence without understanding its words.
enum Trait: String, CaseIterable, Sendable {
  // The block it stands in.
  case paragraph, heading, item, cell, opening, closing, furniture
  case columnHead = "column_head"
  case bodyCell = "body_cell"
  // Its place in the block, and the block's place.
  case first, last, only, gap
  case afterHeading = "after_heading"
  case afterColon = "after_colon"
  case afterItem = "after_item"
  case afterCell = "after_cell"
  case beforeItem = "before_item"
  case beforeGap = "before_gap"
  case nearHeading = "near_heading"
  case farFromHeading = "far_from_heading"
  // Its form.
  case question, colon, capitals, figures, link, semicolon
  case startsNumber = "starts_number"
  case startsSmall = "starts_small"
  case startsQuote = "starts_quote"
  case startsLink = "starts_link"
  case noStop = "no_stop"
  case under4 = "under_4_words"
  case under9 = "under_9_words"
  case under17 = "under_17_words"
  case under31 = "under_31_words"
  case over30 = "over_30_words"
  // Its place in the letter.
  case top
  case firstTenth = "first_tenth"
  case firstQuarter = "first_quarter"
  case firstHalf = "first_half"
  case thirdQuarter = "third_quarter"
  case lastQuarter = "last_quarter"
  case lastTenth = "last_tenth"
  case afterValediction = "after_valediction"
  case afterReview = "after_review"
  case afterRegulator = "after_regulator"
  case inRequest = "in_request"
  // The provisions around it.
  case namesGround = "names_ground"
  case newGround = "new_ground"
  case sameGround = "same_ground"
  case justNamed = "ground_1_or_2_before"
  case recentlyNamed = "ground_3_to_6_before"
  case longNamed = "ground_7_or_more_before"
  case noGroundYet = "no_ground_yet"
  case headingNamesGround = "heading_names_ground"
  // The letter as a whole.
  case letterNamesGround = "letter_names_ground"
  case letterWeighs = "letter_weighs"
}
