import Foundation
import Testing

@testable import HiddenData

/// What cannot be read is never called clean, and nothing brings the reader down.
@Suite struct PageDamageTests {
  @Test("a file cut off anywhere is read or refused")
  func truncation() {
    for example in PDFPageInspector.examples.prefix(6) {
      let bytes = example.bytes
      for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
        let run = PageRun.inspect(Array(bytes.prefix(cut)))
        // The directory is at the end: without it nobody knows what else there was.
        #expect(cut + 20 > bytes.count || !run.failures.isEmpty)
      }
    }
  }

  @Test("flipped bytes are read or refused")
  func flippedBytes() {
    var state: UInt64 = 20_260_101
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    for example in PDFPageInspector.examples {
      for _ in 0..<12 {
        var bytes = example.bytes
        for _ in 0..<(1 + next(8)) { bytes[next(bytes.count)] = UInt8(next(256)) }
        _ = PageRun.inspect(bytes)
      }
    }
  }

  @Test("content that breaks off is said to be unread")
  func brokenContent() {
    let run = PageRun.inspect(
      PageRun.page { $0.content += "BT /F1 12 Tf 72 500 Td [(never ends" })
    #expect(run.findings.isEmpty || !run.failures.isEmpty)
  }

  @Test("a page with too many marks is over a limit, and one too large is drawn in bounded memory")
  func limits() {
    let crowded = PageRun.page {
      $0.content += String(repeating: "0 0 9 9 re f ", count: PDFPageInspector.mostPainted + 10)
    }
    #expect(!PageRun.inspect(crowded).failures.isEmpty)
    let vast = PageRun.page {
      $0.page = "/MediaBox [0 0 14400 14400] /UserUnit 100"
      $0.content += PageExampleFile.write("Hidden 99", y: 9_000) + "0 g 0 8900 9000 300 re f"
    }
    let run = PageRun.inspect(vast)
    #expect(run.findings.map(\.class) == ["pdf.text_under_box"])
  }

  @Test("pages beyond the limit make the file unread")
  func pages() {
    var limits = InspectionLimits()
    limits.pages = 0
    #expect(!PageRun.inspect(PageRun.page { _ in }, limits: limits).failures.isEmpty)
  }

  @Test("a form that paints itself and patterns within patterns come to an end")
  func cycles() {
    let run = PageRun.inspect(
      PageRun.page {
        let form = $0.addForm("/X1 Do /X1 Do", more: " /Unused 1")
        $0.resources = "/XObject << /X1 \(form) 0 R >>"
        $0.content += "/X1 Do"
      })
    #expect(run.findings.isEmpty)
  }
}
