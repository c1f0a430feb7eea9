/// Addresses that links lead to.
enum PDFLinks: PDFFamily {
  static let link = HiddenDataClass(
    "pdf.link_uri", .medium, "Addresses behind links",
    lies: "In `URI` of actions, and in the files and addresses of `Launch`, `GoToR`, `GoToE`, "
      + "`SubmitForm`, `ImportData` and of the catalog's `Base`.",
    recognised:
      "An address is shown where it stands on no page and says more than the name of a public "
      + "place on the web: of people, files, machines within a house, or with words of its own.",
    removal: "The links are taken out; their words on the page stay.")

  static let classes = [link]

  static func inspect(_ file: PDFFile) {
    var seen: Set<String> = []
    func report(_ page: Int?, _ what: String, _ address: String) {
      if seen.insert("\(page ?? 0) \(address)").inserted { file.report(link, page, what, address) }
    }
    for node in file.reach.nodes {
      let action = node.dictionary
      if let address = address(action, "URI", file), !isPlain(address, file) {
        report(node.page, "a link", address)
      }
      guard let kind = file.current.value(action, "S").name else { continue }
      switch kind {
      case "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Thread", "GoToDp":
        var parts: [String] = []
        for key in ["F", "Win", "Mac", "Unix", "D", "T"] {
          parts += names(file.current.value(action, key), file)
        }
        let text = parts.joined(separator: " ")
        if PDFText.says(text), kind != "SubmitForm" || !isPlain(text, file) {
          report(node.page, "an action (\(kind))", text)
        }
      default: continue
      }
    }
    if let base = address(file.current.value(file.root, "URI").dictionary ?? [:], "Base", file),
      !isPlain(base, file)
    {
      report(nil, "the address that links start from", base)
    }
  }

  private static func address(_ action: PDFDictionary, _ key: String, _ file: PDFFile) -> String? {
    file.current.value(action, key).bytes.map { bytes in
      bytes.starts(with: [0xFE, 0xFF])
        ? PDFText.decode(bytes) : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The address of an action that stays when the file is cleaned; nil where it says too much.
  static func plainAddress(_ action: PDFDictionary, _ file: PDFFile) -> String? {
    guard let address = address(action, "URI", file), isPlain(address, file) else { return nil }
    return address
  }

  /// The names of a file specification, or of what a launched program is given.
  private static func names(_ object: PDFObject, _ file: PDFFile) -> [String] {
    if let text = object.text { return [text] }
    guard let dictionary = object.dictionary else { return [] }
    return ["UF", "F", "Unix", "DOS", "Mac", "P", "D"].compactMap { file.text(dictionary, $0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether an address says nothing that the page does not say.
  private static func isPlain(_ address: String, _ file: PDFFile) -> Bool {
    let address = address.filter { !$0.isWhitespace }
    guard PDFText.says(address) else { return true }
    let parts = address.split(separator: ":", maxSplits: 1)
    let scheme = parts.count == 2 ? parts[0].lowercased() : ""
    let rest = parts.count == 2 ? String(parts[1]) : address
    switch scheme {
    case "mailto":
      // Subject, copies and a text may follow the address.
      return !rest.contains("?") && file.visible.shows(decoded(rest))
    case "tel": return file.visible.shows(String(rest.suffix(8)))
    case "http", "https": return isPlainPage(String(rest.drop { $0 == "/" }), file)
    case "":
      return address.hasPrefix("#") || file.visible.shows(address)
        || address.lowercased().hasPrefix("www.") && isPlainPage(address, file)
    default: return false
    }
  }

  private static func isPlainPage(_ rest: String, _ file: PDFFile) -> Bool {
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    // A name and a password may stand before the machine.
    if rest.prefix(while: { !"/?#".contains($0) }).contains("@") { return false }
    let bare = rest.hasPrefix("www.") ? String(rest.dropFirst(4)) : rest
    let whole = PDFText.key(bare)
    if file.visible.shows(bare) || file.visible.shows(decoded(bare)) { return true }
    guard isPublic(host) else { return false }
    let path = rest.dropFirst(host.count)
    if path.allSatisfy({ $0 == "/" }) || whole.isEmpty { return true }
    // A page of a public body by its path alone is a public page.
    let known = [
      "gov.uk", "parliament.uk", "nhs.uk", "police.uk", "ac.uk", "legislation.gov.uk",
      "ico.org.uk", "whatdotheyknow.com", "mod.uk", "sch.uk", "gov.scot", "gov.wales", "w3.org",
      "europa.eu", "creativecommons.org", "adobe.com", "wikipedia.org",
    ]
    return known.contains { host == $0 || host.hasSuffix("." + $0) }
      && !path.contains("?") && !host.contains("intranet")
  }

  private static func isPublic(_ host: String) -> Bool {
    let parts = host.split(separator: ".")
    guard parts.count >= 2, let last = parts.last else { return false }
    if last.allSatisfy(\.isNumber) { return false }
    if parts.contains(where: { ["intranet", "internal", "sharepoint", "extranet"].contains($0) }) {
      return false
    }
    return !["local", "internal", "lan", "corp", "intranet", "home", "localdomain", "private"]
      .contains(String(last))
  }

  /// `%20` and the like resolved.
  static func decoded(_ address: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(address.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = PDFLexer.hex(bytes[index + 1]), let low = PDFLexer.hex(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func annotation(_ action: String) -> String {
    "<</Type/Annot/Subtype/Link/Rect[72 700 300 715]/Border[0 0 0]/A<<\(action)>>>>"
  }

  static let examples = [
    InspectionExample(
      "a person's address behind a word", file: "mail.pdf",
      PDFExample(annotations: [annotation("/S/URI/URI(mailto:jane.roe@example.org)")]).file,
      finds: ["pdf.link_uri"], shows: "jane.roe@example.org"),
    InspectionExample(
      "a page within the house", file: "house.pdf",
      PDFExample(annotations: [annotation("/S/URI/URI(http://intranet/hr/roe)")]).file,
      finds: ["pdf.link_uri"], shows: "http://intranet/hr/roe"),
    InspectionExample(
      "a file on somebody's drive", file: "drive.pdf",
      PDFExample(annotations: [
        annotation("/S/Launch/F<</Type/Filespec/F(H:/roe/draft.doc)>>")
      ]).file, finds: ["pdf.link_uri"], shows: "H:/roe/draft.doc"),
    InspectionExample(
      "addresses that stand on the page, and a public page", file: "public.pdf",
      PDFExample(
        text: "See www.example.org/help?topic=foi or write to foi@example.org",
        annotations: [
          annotation("/S/URI/URI(https://www.example.org/help?topic=foi)"),
          annotation("/S/URI/URI(mailto:foi@example.org)"),
          annotation("/S/URI/URI(https://www.legislation.gov.uk/ukpga/2000/36/contents)"),
          annotation("/S/GoTo/D[3 0 R/Fit]"),
        ]
      ).file, leaves: ["pdf.link_uri"]),
  ]
}
