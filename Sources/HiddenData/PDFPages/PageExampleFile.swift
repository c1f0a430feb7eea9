/// Builds the small PDFs that the page inspector carries as examples.
struct PageExampleFile {
  /// The secret that examples hide.
  static let secret = "Officer Jane Example, warrant 4471"

  private var objects: [[UInt8]] = []
  /// Entries of the page, its resources and the catalog besides the usual ones.
  var page = ""
  var resources = ""
  var catalog = ""
  var content = PageExampleFile.write("Response to your request", y: 760)

  /// Operators that write a line.
  static func write(_ text: String, y: Int, x: Int = 72, before: String = "") -> String {
    "BT /F1 12 Tf \(before) \(x) \(y) Td (\(text)) Tj ET\n"
  }

  /// Operators that fill a box behind or over a line.
  static func box(y: Int, colour: String = "0 g") -> String {
    "\(colour) 66 \(y - 6) 320 22 re f 0 g\n"
  }

  /// Adds an object and gives its number.
  mutating func add(_ dictionary: String, stream: [UInt8]? = nil) -> Int {
    var bytes: [UInt8]
    if let stream {
      bytes = Array("<< \(dictionary) /Length \(stream.count) >>\nstream\n".utf8)
      bytes += stream
      bytes += Array("\nendstream".utf8)
    } else {
      bytes = Array(dictionary.utf8)
    }
    objects.append(bytes)
    // The catalog, the pages, the page, its content and the font come first.
    return objects.count + 5
  }

  /// Adds a form of operators that may write text.
  mutating func addForm(_ operators: String, height: Int = 842, more: String = "") -> Int {
    add(
      "/Type /XObject /Subtype /Form /BBox [0 0 595 \(height)] /Resources << /Font << /F1 5 0 R >> >>"
        + more, stream: Array(operators.utf8))
  }

  /// Adds an image of grey pixels.
  mutating func addImage(
    width: Int, height: Int, more: String = "", _ pixel: (_ x: Int, _ y: Int) -> UInt8
  ) -> Int {
    var pixels: [UInt8] = []
    for y in 0..<height { for x in 0..<width { pixels.append(pixel(x, y)) } }
    return add(
      "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray"
        + " /BitsPerComponent 8 \(more)", stream: pixels)
  }

  /// The file.
  var bytes: [UInt8] {
    var file = Array("%PDF-1.7\n".utf8)
    var places: [Int] = []
    let content = Array(self.content.utf8)
    let first: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8),
      Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
      Array(
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \(page)"
          + " /Resources << /Font << /F1 5 0 R >> \(resources) >> >>").utf8),
      Array("<< /Length \(content.count) >>\nstream\n".utf8) + content + Array("endstream".utf8),
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8),
    ]
    for (index, object) in (first + objects).enumerated() {
      places.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      table += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }
    table += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(table.utf8)
  }
}
