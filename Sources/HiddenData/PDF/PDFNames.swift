/// Names inside the file that tell more than they need to.
enum PDFNames: PDFFamily {
  static let name = HiddenDataClass(
    "pdf.font_name", .low, "Telling names of fonts and resources",
    lies:
      "In `BaseFont`, `FontName` and `FontFamily` of fonts, and in the names under which resources "
      + "are used.",
    recognised:
      "Names with numbers of some length or words that names of fonts and of resources as "
      + "programs give them do not have.",
    removal: "Resources are given names of their own; fonts keep the names that drawing needs.")

  static let classes = [name]

  static func inspect(_ file: PDFFile) {
    var fonts: Set<String> = []
    var resources: Set<String> = []
    for node in file.reach.nodes {
      for key in ["BaseFont", "FontName"] {
        if let name = file.current.value(node.dictionary, key).name { fonts.insert(bare(name)) }
      }
      for key in ["FontFamily", "Name"] where node.dictionary["FontName"] != nil || key == "Name" {
        let isFont = node.dictionary["Type"]?.name == "Font" || node.dictionary["FontName"] != nil
        guard isFont || node.dictionary["Subtype"]?.name == "Image" else { continue }
        let value = file.current.value(node.dictionary, key)
        guard let name = value.text ?? value.name else { continue }
        if isFont { fonts.insert(name) } else { resources.insert(name) }
      }
      let isResources =
        ["XObject", "Font", "ExtGState", "Pattern", "ColorSpace", "Shading", "Properties"]
        .contains(node.key) && node.stream == nil && node.dictionary["Type"] == nil
        && node.dictionary["Subtype"] == nil
      if isResources { resources.formUnion(node.dictionary.keys) }
    }
    let telling =
      fonts.filter(isTellingFont).sorted().map { "font \($0)" }
      + resources.filter(isTellingResource).sorted().map { "resource \($0)" }
    guard !telling.isEmpty else { return }
    file.report(name, nil, "names", telling.prefix(300).joined(separator: "\n"))
  }

  /// Without the six letters that say that it is a part of the font.
  private static func bare(_ name: String) -> String {
    let parts = name.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 6 ? String(parts[1]) : name
  }

  private static let styles = [
    "arial", "helvetica", "times", "courier", "calibri", "cambria", "verdana", "tahoma", "georgia",
    "symbol", "wingdings", "dingbats", "segoe", "dejavu", "liberation", "noto", "roboto", "lato",
    "garamond", "gill", "frutiger", "univers", "palatino", "trebuchet", "century", "bookman", "cmr",
    "cmb", "cmt", "cms", "cmm", "cmsy", "open", "source", "carlito", "caladea", "nimbus", "free",
    "minion", "myriad", "lucida", "comic", "candara", "corbel", "constantia", "consolas", "aptos",
    "bold", "italic", "oblique", "regular", "roman", "medium", "light", "mono", "sans", "serif",
    "black", "condensed", "narrow", "semibold", "book", "std", "pro", "mt", "type", "font", "cid",
    "gothic", "mincho", "song", "hei", "kai", "batang", "gulim", "msung", "stsong", "heisei",
    "hysmyeongjo",
  ]

  private static func isTellingFont(_ name: String) -> Bool {
    let lower = name.lowercased()
    let digits = longestRun(name) { $0.isNumber }
    if name.contains("@") || digits >= 4 { return true }
    // `F1`, `TT0`, `Fnt12`: of Type 3 fonts and old programs.
    if name.filter(\.isLetter).count <= 4 { return false }
    return !styles.contains { lower.contains($0) } && (name.contains(" ") || name.contains("_"))
  }

  private static func isTellingResource(_ name: String) -> Bool {
    if name.utf8.allSatisfy({ PDFLexer.hex($0) != nil || $0 == UInt8(ascii: "-") }) { return false }
    let last = name.split { $0 == "." || $0 == "_" || $0 == "-" }.last.map(String.init) ?? name
    // `FormXob.0123abcd…` and other digests.
    if last.count >= 16, last.utf8.allSatisfy({ PDFLexer.hex($0) != nil }) { return false }
    let letters = name.filter(\.isLetter)
    if styles.contains(where: { name.lowercased().contains($0) }), !isTellingFont(name) {
      return false
    }
    return letters.count > 10 || letters.count >= 4 && longestRun(name) { $0.isNumber } >= 4
  }

  private static func longestRun(_ name: String, _ wanted: (Character) -> Bool) -> Int {
    var longest = 0
    var run = 0
    for character in name {
      run = wanted(character) ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  static let examples = [
    InspectionExample(
      "a resource with the name of a file", file: "resource.pdf",
      PDFExample(
        content: "q 9 0 0 9 72 600 cm /Jane_Roe_passport Do Q",
        resources: "/XObject<</Jane_Roe_passport 20 0 R>>",
        objects: [
          20: PDFExample.stream(
            "A", "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
        ]
      ).file, finds: ["pdf.font_name"], shows: "Jane_Roe_passport"),
    InspectionExample(
      "the names of fonts and resources as programs give them", file: "usual.pdf",
      PDFExample(
        resources: "/ExtGState<</GS7<</ca 1>>>>",
        objects: [5: "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+TimesNewRomanPS-BoldMT>>"]
      ).file, leaves: ["pdf.font_name"]),
  ]
}
