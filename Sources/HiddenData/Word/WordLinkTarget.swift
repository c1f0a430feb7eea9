/// Judges whether the target of a link tells more than its text.
enum WordLinkTarget {
  static func isTelling(_ written: String, text: String) -> Bool {
    let target = written.removingPercentEscapes.stripped
    guard !target.isEmpty, !target.hasPrefix("#") else { return false }
    let shown = text.lowercased()
    let key = target.lowercased()
    if key.hasPrefix("mailto:") {
      let parts = key.dropFirst(7).split(separator: "?", maxSplits: 1)
      let address = parts.first.map(String.init) ?? ""
      let extra = parts.count > 1 ? String(parts[1]) : ""
      return !shown.contains(address) || extra.contains("cc=") || extra.contains("body=")
    }
    if shown.contains(key) || shown.contains(bare(key)) { return false }
    guard key.hasPrefix("http://") || key.hasPrefix("https://") else {
      // A number to ring is shown in other groups of digits.
      if key.hasPrefix("tel:") {
        return !shown.filter(\.isNumber).contains(key.filter(\.isNumber).suffix(9))
      }
      return true
    }
    return isTellingAddress(target, shown)
  }

  private static func isTellingAddress(_ target: String, _ shown: String) -> Bool {
    let rest = target.drop { $0 != "/" }.drop { $0 == "/" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    let tail = rest.dropFirst(authority.count)
    guard !authority.contains("@"), !authority.contains("\\") else { return true }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    let host = parts.first.map(String.init) ?? ""
    if parts.count > 1, !["80", "443", ""].contains(String(parts[1])) { return true }
    if isOwn(host) || tail.contains(where: { $0 == "=" }) && tail.contains("?") { return true }
    if let named = hostNamed(in: shown), bareHost(named) != bareHost(host) { return true }
    let words = (host + tail).split { !$0.isLetter && !$0.isNumber }
    return words.contains { isToken(String($0)) } || shown.stripped.isEmpty
  }

  /// Whether a host is one of a network of one's own.
  private static func isOwn(_ host: String) -> Bool {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count > 1, let last = labels.last else { return true }
    if last.allSatisfy(\.isNumber) || host.hasPrefix("[") { return true }
    let ends = [
      "local", "internal", "intranet", "corp", "lan", "home", "private", "localdomain", "priv",
    ]
    if ends.contains(last) { return true }
    let own = ["intranet", "internal", "intra", "staff", "sharepoint", "onedrive", "my"]
    if labels.contains(where: { own.contains($0) }) { return true }
    return host.hasSuffix("safelinks.protection.outlook.com")
      || host.hasSuffix("teams.microsoft.com")
  }

  /// The host that a text names when it is written as an address.
  private static func hostNamed(in text: String) -> String? {
    guard !text.contains(" "), !text.contains("@") else { return nil }
    if let start = text.firstRange(of: "://") {
      return String(text[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != ":" })
    }
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    let labels = host.split(separator: ".")
    guard labels.count >= 2, let last = labels.last, (2...6).contains(last.count),
      last.allSatisfy(\.isLetter), text.hasPrefix("www.") || text.contains("/") || labels.count > 2
    else { return nil }
    return String(host)
  }

  private static func bareHost(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Without scheme, `www.` and a slash at the end.
  private static func bare(_ key: String) -> String {
    var rest = key[...]
    for scheme in ["https://", "http://", "file:///", "www."] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether a word is a mark for one reader or file rather than language.
  private static func isToken(_ word: String) -> Bool {
    guard word.count >= 10 else { return false }
    let digits = word.count { $0.isNumber }
    return digits >= 3 && word.count - digits >= 3
  }
}
