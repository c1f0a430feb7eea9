import Documents

/// The table of texts that cells refer to by number, in one row of bytes.
final class SharedStrings: TokenListener {
  @exclusivity(unchecked) private var bytes: [UInt8] = []
  @exclusivity(unchecked) private var ends: [Int] = []
  /// The XML of strings that have runs with a colour or a size of their own.
  @exclusivity(unchecked) private(set) var markup: [Int: [UInt8]] = [:]
  /// What is written above characters to tell how they are read.
  private(set) var phonetics: [(text: String, over: String)] = []
  /// Strings that a cell refers to, and those that a visible cell does.
  @exclusivity(unchecked) private(set) var isUsed: [Bool] = []
  @exclusivity(unchecked) private(set) var isVisible: [Bool] = []

  private let stringCode = TagBytes.code("si")
  private let textCode = TagBytes.code("t")
  private let phoneticCode = TagBytes.code("rPh")
  private let colourCode = TagBytes.code("color")
  private let sizeCode = TagBytes.code("sz")
  @exclusivity(unchecked) private var isInString = false
  @exclusivity(unchecked) private var isInText = false
  @exclusivity(unchecked) private var isPhonetic = false
  @exclusivity(unchecked) private var hasLook = false
  private var phonetic: [UInt8] = []
  @exclusivity(unchecked) private var raw: [UInt8] = []

  var count: Int { ends.count }

  /// A string; nil beyond the table.
  subscript(_ index: Int) -> String? {
    slice(index).map { String(decoding: $0, as: UTF8.self) }
  }

  func slice(_ index: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, index < ends.count else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Whether a string has runs of their own look.
  func hasLook(_ index: Int) -> Bool { !markup.isEmpty && markup[index] != nil }

  func isBlank(_ index: Int) -> Bool { slice(index)?.allSatisfy { $0 <= 0x20 } ?? true }

  /// Adds a string that comes from elsewhere than XML.
  func add(_ text: String) {
    bytes += text.utf8
    closeString()
  }

  /// Notes that a cell refers to a string.
  func use(_ index: Int, visible: Bool) {
    guard index >= 0, index < isUsed.count else { return }
    isUsed[index] = true
    if visible { isVisible[index] = true }
  }

  func begin(_ tag: TagBytes) {
    if tag.code == stringCode {
      isInString = true
      isPhonetic = false
      hasLook = false
      raw.removeAll(keepingCapacity: true)
    }
    guard isInString else { return }
    raw.append(contentsOf: tag.raw)
    switch tag.code {
    case textCode: isInText = true
    case phoneticCode: isPhonetic = true
    case colourCode, sizeCode: hasLook = true
    default: break
    }
  }

  func end(_ code: UInt64, raw end: UnsafeBufferPointer<UInt8>) {
    guard isInString else { return }
    raw.append(contentsOf: end)
    switch code {
    case textCode: isInText = false
    case phoneticCode: isPhonetic = false
    case stringCode:
      isInString = false
      closeString()
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    guard isInString, isInText else { return }
    raw.append(contentsOf: text)
    if isPhonetic {
      MarkupEscapes.append(text, to: &phonetic)
    } else if isEscaped {
      MarkupEscapes.append(text, to: &bytes)
    } else {
      bytes.append(contentsOf: text)
    }
  }

  private func closeString() {
    if hasLook { markup[ends.count] = raw }
    ends.append(bytes.count)
    isUsed.append(false)
    isVisible.append(false)
    guard !phonetic.isEmpty, phonetics.count < 5_000 else { return }
    let over = self[ends.count - 1] ?? ""
    phonetics.append((String(decoding: phonetic, as: UTF8.self), over))
    phonetic.removeAll()
  }
}
