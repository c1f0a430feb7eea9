import Documents
import Testing

@Suite("The process of a file")
struct WorkerProcessTests {
  private func run(_ script: String, input: [UInt8] = [], patience: Double = 20)
    -> WorkerProcess.End
  {
    WorkerProcess.run(
      ["-c", script], input: input, patience: patience, most: 1_000_000, program: "/bin/sh")
  }

  @Test("the file is its standard input, and what it prints is the answer")
  func input() {
    let file = [UInt8]((0..<200_000).map { UInt8($0 % 251) })
    #expect(run("exec cat", input: file) == .answered(file))
  }

  @Test("it has three open files and no environment")
  func nothingElse() {
    guard case .answered(let output) = run("ls /proc/self/fd | wc -l; env | grep -c HOME") else {
      return #expect(Bool(false), "not started")
    }
    // One more is the folder that is being listed.
    #expect(
      String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace) == ["4", "0"])
  }

  @Test("one that takes too long, or prints too much, is ended")
  func tooLong() {
    let time = ContinuousClock().measure {
      #expect(run("exec sleep 60", patience: 0.3) == .tookTooLong)
    }
    #expect(time < .seconds(10))
    #expect(run("exec yes") == .tookTooLong)
  }

  @Test("one that dies has answered nothing, and that is no answer")
  func dies() {
    #expect(run("kill -9 $$") == .answered([]))
    #expect(DocumentReply(decoding: []) == nil)
    let missing = WorkerProcess.run([], input: [], patience: 5, most: 10, program: "/nowhere")
    #expect(missing == .notStarted)
  }

  @Test("answers come back as they were, and one that breaks off is none")
  func replies() throws {
    let text = DocumentText(
      text: "Dear \"Sir\"\n\u{202E}£", format: .pdf, notes: [DocumentNote(.damage, "Mended.")])
    let bytes = try DocumentReply.text(text).encoded()
    #expect(DocumentReply(decoding: bytes) == .text(text))
    #expect(DocumentReply(decoding: bytes.dropLast()) == nil)
    #expect(DocumentReply(decoding: bytes + [0x20]) == nil)
    let refused = DocumentReply.unreadable(Unreadable(.encrypted, "No."))
    #expect(try DocumentReply(decoding: refused.encoded()) == refused)
  }
}
