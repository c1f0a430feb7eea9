import CMarkup

/// A vocabulary that an element belongs to, whatever prefix a file gives it.
enum Vocabulary: Equatable {
  /// Word's, in its strict or its transitional form.
  case word
  /// Where a file says in how many ways the same thing stands in it.
  case compatibility
  case formula
  case relationships, contentTypes
  case odfText, odfTable, odfOffice, odfDrawing, odfStyle, odfManifest
  case other

  init(address: String) {
    switch address {
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      self = .word
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .compatibility
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      self = .formula
    case "http://schemas.openxmlformats.org/package/2006/relationships": self = .relationships
    case "http://schemas.openxmlformats.org/package/2006/content-types": self = .contentTypes
    case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": self = .odfText
    case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": self = .odfTable
    case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": self = .odfOffice
    case "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": self = .odfDrawing
    case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": self = .odfStyle
    case "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": self = .odfManifest
    default: self = .other
    }
  }
}

/// An element as it begins.
struct MarkupElement {
  var name: String
  var vocabulary: Vocabulary
  /// Its attributes; their prefixes are left out.
  var attributes: [(name: String, value: String)]

  /// The value of the first attribute of a name.
  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// What listens to the events of a document. ``isFull`` ends the reading.
protocol MarkupListener: AnyObject {
  func begin(_ element: MarkupElement)
  func end(_ name: String, _ vocabulary: Vocabulary)
  func text(_ bytes: UnsafeRawBufferPointer)
  /// Whether more text has been found than is allowed.
  var isFull: Bool { get }
}

/// Reads XML and HTML with the C target behind it.
enum MarkupReader {
  enum Language { case xml, html }

  /// Reads a document; `place` names it in what is said about it.
  static func read(
    _ bytes: [UInt8], as language: Language, place: String, depth: Int,
    to listener: any MarkupListener
  ) throws(Unreadable) {
    let bridge = Bridge(listener)
    var line: Int32 = 0
    let result = withExtendedLifetime(bridge) {
      var handler = markup_handler(
        context: Unmanaged.passUnretained(bridge).toOpaque(),
        start: { context, name, _, space, attributes, count in
          let bridge = Bridge.from(context)
          bridge.begin(name, space, UnsafeBufferPointer(start: attributes, count: count))
          return !bridge.listener.isFull
        },
        end: { context, name, space in
          let bridge = Bridge.from(context)
          bridge.end(name, space)
          return !bridge.listener.isFull
        },
        text: { context, bytes, length in
          let bridge = Bridge.from(context)
          bridge.listener.text(UnsafeRawBufferPointer(start: bytes, count: length))
          return !bridge.listener.isFull
        })
      return bytes.withUnsafeBytes { buffer in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        switch language {
        case .xml: return markup_read_xml(start, buffer.count, Int32(depth), &handler, &line)
        case .html: return markup_read_html(start, buffer.count, Int32(depth), &handler)
        }
      }
    }
    switch result {
    case markup_whole: return
    case markup_malformed:
      throw .damaged("\(place) breaks off or is not well formed at line \(line)")
    case markup_entities:
      throw Unreadable(
        .damaged,
        "\(place) declares entities of its own, which no letter needs and which can be made to grow"
          + " without end. It was not opened; ask for the letter as a PDF.")
    case markup_too_deep:
      throw .overLimit("In \(place) elements lie more than \(depth) deep in each other.")
    case markup_stopped: throw .overLimit("\(place) holds more text than is opened.")
    default: throw .overLimit("There was not enough memory for \(place).")
    }
  }

  /// Carries the listener through C and remembers what the namespaces are.
  private final class Bridge {
    let listener: any MarkupListener
    private var vocabularies: [UnsafePointer<CChar>: Vocabulary] = [:]

    init(_ listener: any MarkupListener) { self.listener = listener }

    static func from(_ context: UnsafeMutableRawPointer?) -> Bridge {
      guard let context else { preconditionFailure("the context is always handed over") }
      return Unmanaged<Bridge>.fromOpaque(context).takeUnretainedValue()
    }

    func begin(
      _ name: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?,
      _ attributes: UnsafeBufferPointer<markup_attribute>
    ) {
      // Declarations of namespaces are no attributes here.
      var list: [(name: String, value: String)] = []
      for attribute in attributes where attribute.space != nil || attribute.prefix == nil {
        let value = UnsafeRawBufferPointer(start: attribute.value, count: attribute.length)
        list.append((Self.string(attribute.name), String(decoding: value, as: UTF8.self)))
      }
      listener.begin(
        MarkupElement(
          name: Self.string(name), vocabulary: vocabulary(space), attributes: list))
    }

    func end(_ name: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?) {
      listener.end(Self.string(name), vocabulary(space))
    }

    private func vocabulary(_ space: UnsafePointer<CChar>?) -> Vocabulary {
      guard let space else { return .other }
      if let known = vocabularies[space] { return known }
      let vocabulary = Vocabulary(address: String(cString: space))
      vocabularies[space] = vocabulary
      return vocabulary
    }

    private static func string(_ name: UnsafePointer<CChar>?) -> String {
      name.map { String(cString: $0) } ?? ""
    }
  }
}
