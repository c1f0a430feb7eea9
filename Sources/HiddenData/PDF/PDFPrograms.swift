/// Names of programs, as they sign the files that they write.
enum PDFPrograms {
  /// Whether a text names a program and nobody.
  static func isProgram(_ text: String) -> Bool {
    let lower = text.lowercased()
    // A path or an address belongs to somebody.
    if lower.contains(":\\") || lower.contains("\\\\") || lower.contains("@") { return false }
    if lower.contains("/users/") || lower.contains("/home/") { return false }
    let words = lower.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first(where: { $0.contains(where: \.isLetter) }) else { return true }
    // The parts of LibreOffice sign with their bare names.
    if ["calc", "draw", "math", "base"].contains(lower) { return true }
    // `Microsoft Word - Complaint by Ms Roe.docx`: a program, and what it printed.
    if let dash = lower.firstRange(of: " - "),
      lower.hasPrefix("microsoft") || lower.hasPrefix("word")
    {
      return isProgram(String(lower[dash.upperBound...]))
    }
    if words.contains(where: { programs.contains(String($0)) }) { return true }
    // `pdfTeX-1.40`, `OmniPage`, `MyScanServer`.
    if ["pdf", "tex", "office", "script", "scan", "print", "word", "writer"].contains(where: {
      lower.contains($0)
    }) {
      return true
    }
    // A word with its version: `Zetadocs 7.2`.
    return words.count <= 4 && words.dropFirst().contains { $0.first?.isNumber == true }
      && first.count < 16 && words.filter { $0.contains(where: \.isLetter) }.count == 1
  }

  /// What programs write where nobody gave a name.
  static func isPlaceholder(_ text: String) -> Bool {
    let word = text.lowercased().filter { $0.isLetter }
    return [
      "anonymous", "untitled", "unspecified", "unknown", "none", "null", "na", "author", "title",
      "subject", "keywords", "user", "admin", "administrator", "untitleddocument", "document",
      "powerpointpresentation", "worddocument", "presentation", "presentationtitle", "workbook",
      "openpyxl", "pythondocx", "apachepoi", "xlsxwriter", "microsoftofficeuser", "libreoffice",
      "word", "unknownapplication", "unnamed",
    ].contains(word)
  }

  private static let programs: Set<String> = Set(
    """
    abbyy acrobat adobe aspose atril bluebeam broadvision brother bullzip cairo calligra canon \
    chrome chromium citrix corel crystal cups cutepdf devexpress distiller docs docusign dompdf \
    dvipdfmx dvips edge elixir epson evince excel exstream finereader firefox fop foxit fpdf framemaker \
    fujitsu ghostscript ghostview gimp gnostice google gpl groff hp html hummus ibm illustrator \
    imagemagick impress indesign inkscape itext itextsharp jasperreports kodak kofax konica kyocera \
    lasernet latex lexmark libreoffice lotus luatex mac macos microsoft minolta mozilla mpdf mupdf \
    nitro nuance okular omnipage openoffice openpdf oracle outlook pages paperport pandoc peernet \
    photoshop pikepdf powerpoint prawn prince project publisher puppeteer pymupdf pypdf python qpdf qt \
    quark quartz quarkxpress reportlab ricoh safari sap scanner scansnap sharepoint sharp skia smallpdf \
    snagit syncfusion tcpdf telerik tesseract toshiba typst visio weasyprint webkit windward \
    wkhtmltopdf word wps writer xelatex xerox xetex xmp zetadocs \
    hewlett packard mfp copier oki samsung dell panasonic olivetti nashuatec lanier savin gestetner utax \
    workcentre aficio bizhub imagerunner ecosys laserjet officejet phaser taskalfa versalink altalink \
    matplotlib pillow gnuplot scribus canva figma affinity tableau asciidoctor sphinx \
    avision plustek library generator converter driver engine server software version suite
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
