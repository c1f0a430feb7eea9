/// Tells the bare name of a program from words that somebody wrote.
enum ProgramWords {
  /// Whether a text is only a program's own line: its name, version, address and settings.
  static func areAll(of text: String) -> Bool {
    var known = false
    for written in words(text) {
      // `version3` is a word and a number.
      let bare = String(written.reversed().drop(while: \.isNumber).reversed())
      let word = written.count - bare.count <= 4 && bare.count > 2 ? bare : written
      if programs.contains(word) {
        known = true
      } else if !fillers.contains(word) && !isNumber(word) {
        return false
      }
    }
    return known || words(text).allSatisfy(isNumber)
  }

  /// Whether a text names a program or the firmware of a camera, among a few other words.
  static func names(in text: String) -> Bool {
    let words = words(text)
    guard words.count <= 10 else { return false }
    return words.allSatisfy(isNumber) || words.contains(where: programs.contains)
      || ["canon", "nikon", "sony", "ver", "firmware", "hdr", "samsung"].contains(
        where: words.contains)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// Digits, perhaps with a letter or two as in `v62` or `1.0b3`; nothing long.
  private static func isNumber(_ word: String) -> Bool {
    word.count <= 8 && word.contains(where: \.isNumber) && word.count(where: \.isLetter) <= 2
  }

  private static let programs: Set<String> = [
    "adobe", "photoshop", "imageready", "illustrator", "indesign", "lightroom", "fireworks", "gimp",
    "gd", "libjpeg", "ijg", "imagemagick", "graphicsmagick", "matplotlib", "inkscape", "cairo",
    "libreoffice", "openoffice", "microsoft", "office", "paint", "net", "gnuplot", "jpegmini",
    "lead", "lavc", "ffmpeg", "applemark", "apple",
    "picasa",
    "google", "skia", "pillow", "pil", "screenshot", "snipping", "greenshot", "lightshot",
    "shutter", "spectacle", "flameshot", "ezgif", "mozjpeg", "guetzli", "optipng", "pngcrush",
    "intel", "irfanview", "xnview", "acdsee", "corel", "quicktime", "macos", "windows",
    "ghostscript",
    "r", "ggplot", "plotly", "qt", "java", "imageio", "vips", "libvips", "php", "gdlib",
    "handmade",
    "canva", "figma", "sketch", "graphviz", "dot", "xmp", "recompress", "spss", "stata", "qgis",
    "arcgis", "esri", "excel", "word", "powerpoint", "rawtherapee", "darktable", "affinity",
  ]

  private static let fillers: Set<String> = [
    "a", "an", "and", "api", "app", "at", "by", "bit", "c", "cc", "core", "com", "cs", "cc",
    "copyright", "created", "creator", "converted", "compressed", "designer", "default", "desktop",
    "edition", "elements", "encoder", "export", "exported", "file", "for", "for", "from",
    "generated", "gnome", "gnu", "graphics", "http", "https", "image", "inc", "jpeg", "jpg", "kde",
    "library", "linux", "lossless", "mac", "made", "magick", "micro", "mode", "official", "on",
    "optimized", "optimised", "org", "os", "photo", "picture", "png", "pro", "professional",
    "program", "progressive", "quality", "q", "rev", "release", "saved", "software", "standard",
    "systems", "technologies", "the", "tool", "tools", "toolkit", "using", "v", "version",
    "viewer", "with", "web", "win", "writer", "written", "www", "x", "x86",
    "x64", "studio", "photos", "beta", "baseline", "optimize", "macintosh", "development",
  ]
}
