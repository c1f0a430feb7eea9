/// Words that programs and forms put on things, which tell nothing of anybody.
enum WordGeneric {
  private static let words: Set<String> = {
    let list =
      "a an and at by for from in no not of on or please the to with your this "
      + "picture image photo photograph pic logo icon graphic graphics grafik bild figure illustration "
      + "diagram chart graph table map crest banner line shape rectangle oval ellipse arrow box text "
      + "textbox frame group canvas drawing object placeholder content control straight connector "
      + "freeform flowchart rounded signature symbol decorative background cover page header footer "
      + "company organisation organization council authority department official government "
      + "title subject author manager category keywords comments status abstract publish date time "
      + "address email e-mail mail phone telephone fax name first last surname full reference ref "
      + "number id value option item choice choose select click tap enter here type dropdown list "
      + "check checkbox yes none other section paragraph body heading subtitle signature sign field "
      + "course report document letter recipient sender dear greeting salutation position job role "
      + "day month year today pick png jpg jpeg gif svg emf wmf bmp image tiff description"
    return Set(list.split(separator: " ").map(String.init))
  }()

  /// Whether nothing but such words and numbers is in a text.
  static func isGeneric(_ text: String) -> Bool {
    let parts = text.lowercased().split { !$0.isLetter && $0 != "-" }
    let digits = text.count { $0.isNumber }
    return digits <= 6 && parts.allSatisfy { words.contains(String($0)) }
  }
}
