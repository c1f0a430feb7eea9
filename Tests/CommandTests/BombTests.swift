import Foundation
import Testing

/// Files that somebody made to fill the machine, through the confined process with its limits.
@Suite("Bombs")
struct BombTests {
  /// Writes them into a folder, with Python's own packing.
  private static let bombs = """
    import sys, zipfile
    def packed(name, parts):
        with zipfile.ZipFile(f'{sys.argv[1]}/{name}', 'w', zipfile.ZIP_DEFLATED) as file:
            for part, size in parts:
                with file.open(part, 'w') as out:
                    for _ in range(size): out.write(b' ' * (1 << 20))
    packed('zeros.zip', [('a.txt', 1000)])
    packed('zeros.docx', [('[Content_Types].xml', 1), ('word/document.xml', 200)])
    inner = 'zeros.zip'
    for level in range(8):
        with zipfile.ZipFile(f'{sys.argv[1]}/nested{level}.zip', 'w', zipfile.ZIP_DEFLATED) as file:
            for copy in range(2): file.write(f'{sys.argv[1]}/{inner}', f'{copy}.zip')
        inner = f'nested{level}.zip'
    def pdf(name, objects):
        out, places = b'%PDF-1.7\\n', {}
        for number, text in objects.items():
            places[number] = len(out)
            out += f'{number} 0 obj\\n{text}\\nendobj\\n'.encode()
        rows = ''.join(f'{number} 1\\n{places[number]:010} 00000 n \\n' for number in places)
        end = f'xref\\n0 1\\n0000000000 65535 f \\n{rows}trailer\\n<</Size {max(places) + 1}/Root 1 0 R>>\\n'
        with open(f'{sys.argv[1]}/{name}', 'wb') as file:
            file.write(out + f'{end}startxref\\n{len(out)}\\n%%EOF\\n'.encode())
    root, page = '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Page/MediaBox[0 0 9 9]/Parent 2 0 R>>'
    tree = {10 + i: f'<</Type/Pages/Kids[{11 + i} 0 R]/Count 1>>' for i in range(10000)}
    script = page.replace('/Parent', '/AA<</O<</S/JavaScript/JS(app.beep\\(0\\))>>>>/Parent')
    pdf('deep.pdf', {1: root, 2: '<</Type/Pages/Kids[10 0 R]/Count 1>>', **tree, 10010: script})
    nest = '[' * 10000 + ']' * 10000
    pdf('arrays.pdf', {1: root, 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: page, 4: nest})
    pdf('pages.pdf', {1: root, 3: page,
        2: f'<</Type/Pages/Kids[{"3 0 R " * 100000}]/Count 100000>>'})
    """

  @Test("each is told of in words and in bounded time, and none is called clean")
  func told() throws {
    try Program.withFolder { folder in
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = ["python3", "-c", Self.bombs, folder.path(percentEncoded: false)]
      try python.run()
      python.waitUntilExit()
      // Without Python there is nothing that builds them here.
      guard python.terminationStatus == 0 else { return }
      let laughs = (1...9).map {
        "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">"
      }
      try Data("<!DOCTYPE a [<!ENTITY a0 \"ha\">\(laughs.joined())]><office:document>&a9;".utf8)
        .write(to: folder.appending(path: "laughs.fodt"))
      for name in [
        "zeros.zip", "zeros.docx", "nested7.zip", "laughs.fodt", "deep.pdf", "arrays.pdf",
        "pages.pdf",
      ] {
        let began = ContinuousClock.now
        let result = try Program.run(
          "inspect", "--format", "jsonl", folder.appending(path: name).path(percentEncoded: false))
        let inspection = try result.json()
        // What lies deep may be found.
        let expected = name == "deep.pdf" ? "hidden_data" : "unreadable"
        #expect(inspection["verdict"] as? String == expected, "\(name): \(result.output)")
        #expect(ContinuousClock.now - began < .seconds(150), "\(name)")
      }
    }
  }
}
