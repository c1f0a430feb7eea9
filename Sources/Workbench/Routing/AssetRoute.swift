/// The stylesheet, the script and the pictures, from inside the executable.
enum AssetRoute {
  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
  ]

  static let routes = EmbeddedText.files.keys.sorted().compactMap { path -> Route? in
    guard let name = path.split(separator: "/").last.map(String.init),
      path.hasPrefix("assets/"), let text = EmbeddedText.files[path],
      let type = name.split(separator: ".").last.flatMap({ types[String($0)] })
    else { return nil }
    let bytes = Array(text.utf8)
    return .get(.asset(name), .anyone) { _ in .file(bytes, type: type, name: nil) }
  }
}
