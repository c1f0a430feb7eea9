import Testing

@testable import Documents

@Suite("Recognising words in pictures")
struct TextRecognitionTests {
  @Test("the table of words is read, and lines are told apart")
  func table() {
    let table = """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t
      5\t1\t1\t1\t1\t1\t10\t20\t100\t30\t96.5\tCastle
      5\t1\t1\t1\t1\t2\t120\t20\t90\t30\t91\tRoad
      5\t1\t1\t1\t1\t3\t220\t20\t5\t30\t95\t
      4\t1\t1\t1\t2\t0\t10\t60\t300\t30\t-1\t
      5\t1\t1\t1\t2\t1\t10\t60\t80\t30\t40\tLeeds
      5\t1\t1\t1\t2\tbroken
      """
    let words = TextRecognition.words(in: table)
    #expect(words.map(\.text) == ["Castle", "Road", "Leeds"])
    #expect(words.map(\.line) == [0, 0, 1])
    #expect(words.first?.width == 100)
  }

  @Test(
    "what is no picture is said to be none",
    .enabled(if: TextRecognition.isAvailable, "Tesseract or bubblewrap is not installed"))
  func noPicture() {
    #expect(throws: Unreadable.self) { try TextRecognition.words(now: Array("words".utf8)) }
  }
}
