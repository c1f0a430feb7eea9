import Foundation
import Post
import Testing

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  // SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Messages that mean harm")
struct HostileMailTests {
  /// What holds of every message, however it came about.
  private func check(_ message: Message, size: Int) {
    let lines =
      [message.subject, message.from?.name ?? "", message.from?.address ?? ""]
      + message.to.flatMap { [$0.name, $0.address] }
      + message.attachments.flatMap { [$0.filename ?? "", $0.declaredType] } + message.remarks
    let control = CharacterSet(charactersIn: "\0"..."\u{1F}").union(
      CharacterSet(charactersIn: "\u{7F}"..."\u{9F}"))
    for line in lines { #expect(line.rangeOfCharacter(from: control) == nil) }
    let allowed = CharacterSet(charactersIn: "\n\t")
    #expect(message.body.rangeOfCharacter(from: control.subtracting(allowed)) == nil)
    #expect(message.attachments.count <= 501)
    #expect(message.attachments.allSatisfy { $0.byteCount <= size })
    #expect(message.remarks.count <= 20)
    // No byte of mail stands for more than a few of text: nothing blows up.
    #expect(message.body.utf8.count <= 4 * size + 1_000)
  }

  private static let pieces = [
    "From: ", "To: a@b, ", "Subject: ", "Date: Tue, 26 May 2026 10:00:00 +0100", "\r\n", "\n", "\r",
    "\r\n\r\n", " ", "\t", "Content-Type: ", "multipart/mixed; boundary=b", "text/html",
    "text/plain",
    "multipart/alternative; boundary=\"b\"", "; charset=utf-16", "; charset=utf-7",
    "; format=flowed",
    "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "--b",
    "--b--",
    "Content-Disposition: attachment; filename*0*=utf-8''%", "; filename*1=\"", "=?utf-8?Q?=C3",
    "?=",
    "=?utf-7?B?KzJEMy", "=", "=3D", "&#", "&amp;", "<", ">", "<!--", "-->", "<script>", "</script>",
    "<a href=\"", "<pre>", "<li>", "\"", "'", "(", ")", ";", ":", ",", "\\", "+", "-- ", "> ",
    "begin 644 a", "message/rfc822", "\u{FEFF}", "ŵ", "😀", "\u{0}", "\u{85}", "\u{202E}",
  ].map { Array($0.utf8) }

  @Test("messages put together at random never bring the reader down", arguments: 0..<8)
  func fuzz(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var readable = 0
    for _ in 0..<250 {
      var bytes = Array("From: a@example.org\r\n".utf8)
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        if Int.random(in: 0..<12, using: &generator) == 0 {
          bytes.append(.random(in: 0...255, using: &generator))
        } else {
          bytes += Self.pieces.randomElement(using: &generator) ?? []
        }
      }
      if Bool.random(using: &generator) {
        bytes.removeFirst(Int.random(in: 0...3, using: &generator))
      }
      guard let message = try? Message(reading: bytes) else { continue }
      readable += 1
      check(message, size: bytes.count)
    }
    #expect(readable > 100)
  }

  @Test("random bytes never bring the reader down", arguments: 0..<4)
  func noise(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(100 + seed))
    for _ in 0..<100 {
      let count = Int.random(in: 0...200, using: &generator)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for beginning in ["", "Subject: ", "Subject: x\n\n", "From: a\nContent-Type: text/html\n\n"] {
        let bytes = Array(beginning.utf8) + noise
        if let message = try? Message(reading: bytes) { check(message, size: bytes.count) }
      }
    }
  }

  @Test("a message cut off anywhere, or with any byte changed, is read or refused")
  func damage() throws {
    let text = """
      From: =?utf-8?Q?Si=C3=A2n?= <sian@example.org>
      Date: Tue, 26 May 2026 10:00:00 +0100 (BST)
      Content-Type: multipart/mixed; boundary="b"

      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p title=3D"x">d=C5=B5r &amp; t=C3=A2n</p>
      --b
      Content-Type: application/pdf
      Content-Disposition: attachment; filename*0*=utf-8''d%C5; filename*1*=%B5r
      Content-Transfer-Encoding: base64

      JVBERi0xLjQ=
      --b--
      """
    let bytes = Array(text.utf8)
    #expect(try Message(reading: bytes).body == "dŵr & tân")
    var generator = SeededGenerator(seed: 7)
    for index in bytes.indices {
      if let cut = try? Message(reading: Array(bytes[..<index])) { check(cut, size: bytes.count) }
      var changed = bytes
      changed[index] = .random(in: 0...255, using: &generator)
      if let message = try? Message(reading: changed) { check(message, size: bytes.count) }
    }
  }

  /// Shapes that make careless readers take time that grows with the square of the size: a
  /// beginning, and what is repeated behind it. Where there is a third text, it is repeated in the
  /// second half.
  static let shapes: [(head: String, first: String, second: String)] = {
    var shapes: [(String, String, String)] = []
    func add(_ head: String, _ units: String..., halves: [(String, String)] = []) {
      shapes += units.map { (head, $0, $0) } + halves.map { (head, $0.0, $0.1) }
    }
    add("", " x\r\n", "X: y\r\n", "To: a\r\n", "\r\n\r")
    add(
      "Subject: ", "=?", "=?a?Q?x", "=?utf-8?Q?a?= ", "=?utf-8?Q?a?=b", halves: [("=?a?Q?", "?=")])
    add("Date: ", "(")
    add(
      "To: ", "(", "\"", "a,", "<", "a:;", "a ", "x@:",
      halves: [("(", ")"), ("a", "@:"), ("a@", ":")])
    add("Content-Type: text/plain", ";", ";a=b", "; n=\"", halves: [("; n=\"", "\\")])
    add("Content-Type: text/plain; name*0=a", "; name*1=b")
    add(
      "Content-Type: text/html\r\n\r\n", "<", "<a", "<!--", "<!-- > ", "<a =\">=\"", "<a b='>",
      "<script></", "&", "<style>", "<li>", "&#x41", "<pre>\n",
      halves: [("<!--", "-->"), ("<a b=\"", ">"), ("<script>", "</")])
    add("Content-Type: text/plain; format=flowed\r\n\r\n", "word \r\n", "> \r\n", ">")
    add("Content-Type: text/plain; charset=utf-7\r\n\r\n", "+", halves: [("+", "A")])
    add("Content-Type: text/plain; charset=utf-16\r\n\r\n", "a")
    add("\r\n", "\r", "begin ")
    add("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "=   ", "=")
    add("Content-Transfer-Encoding: base64\r\n\r\n", "=", "a b ")
    add(
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n", "--b--\r\n", "--",
      "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n")
    return shapes
  }()

  // Ten times the size takes ten times as long in linear time, a hundred times in quadratic.
  @Test("the time taken does not depend on the shape", arguments: shapes)
  func time(_ head: String, _ first: String, _ second: String) throws {
    func message(_ size: Int) -> [UInt8] {
      let halves = [first, second].map {
        String(repeating: $0, count: size / 2 / $0.utf8.count)
      }
      return Array(("From: a@example.org\r\n" + head + halves.joined()).utf8)
    }
    let large = message(20_000)
    check(try Message(reading: large), size: large.count)
    let small = message(2_000)
    let times = try [small, large].map { bytes in
      try (0..<2).map { _ in try Self.processorTime { _ = try Message(reading: bytes) } }.min() ?? 0
    }
    #expect(times[1] < times[0] * 30)
  }

  /// The time that this thread was at work, so that nothing else on the machine is counted.
  private static func processorTime(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }

  @Test("parts that lie too deep are not opened")
  func depth() throws {
    var body = "From: a@example.org\r\nDate: x\r\n"
    for level in 0..<60 {
      body += "Content-Type: multipart/mixed; boundary=b\(level)x\r\n\r\n--b\(level)x\r\n"
    }
    let message = try Message(reading: Array((body + "\r\nWords").utf8))
    #expect(message.attachments.map(\.declaredType) == ["multipart/mixed"])
    #expect(message.remarks.contains { $0.contains("20 deep") })
  }

  @Test("parts beyond the five hundredth are not read", arguments: [500, 501, 3_000])
  func partCount(_ count: Int) throws {
    let part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
    let message = try Mail.parts("mixed", String(repeating: part, count: count) + "--b--")
    #expect(message.attachments.count == 500)
    #expect(message.remarks.contains { $0.contains("more than 500 parts") } == (count > 500))
  }

  @Test("parts in parts count together")
  func partCountTogether() throws {
    let inner =
      "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
      + String(repeating: "--c\r\nContent-Type: image/png\r\n\r\nx\r\n", count: 99) + "--c--\r\n"
    let message = try Mail.parts("mixed", String(repeating: inner, count: 10) + "--b--")
    #expect(message.attachments.count < 500)
    #expect(message.attachments.count > 480)
    #expect(message.remarks.contains { $0.contains("more than 500 parts") })
  }
}
