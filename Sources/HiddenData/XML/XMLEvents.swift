import CMarkup
package import Documents

/// A name with the address of its namespace, whatever prefix a file gives it.
package struct XMLName: Hashable, Sendable {
  /// The name without its prefix.
  package var local: String
  /// The address of the namespace; empty where there is none.
  package var space: String

  package init(_ local: String, _ space: String = "") {
    self.local = local
    self.space = space
  }
}

/// An attribute as it is written.
package struct XMLAttribute: Equatable, Sendable {
  package var name: XMLName
  /// What the file writes before the name; `xmlns` for a declaration of a namespace.
  package var prefix: String
  package var value: String

  package init(_ name: XMLName, prefix: String = "", value: String) {
    self.name = name
    self.prefix = prefix
    self.value = value
  }

  /// Whether it declares a namespace.
  package var isDeclaration: Bool {
    prefix == "xmlns" || prefix.isEmpty && name.space.isEmpty && name.local == "xmlns"
  }
}

/// What listens to the events of an XML document. ``isFull`` ends the reading.
package protocol XMLListener: AnyObject {
  func begin(_ name: XMLName, prefix: String, attributes: [XMLAttribute])
  func end(_ name: XMLName)
  /// A piece of text in UTF-8; one text may come in several.
  func text(_ bytes: UnsafeRawBufferPointer)
  var isFull: Bool { get }
}

extension XMLListener {
  package var isFull: Bool { false }
}

/// Reads XML as events. Encodings are those that libxml2 knows, UTF-16 among them. Documents that declare
/// entities are refused.
package enum XMLEvents {
  /// Reads a document; `place` names it in what is said about it.
  ///
  /// - Throws: ``Unreadable`` where it is not well formed, too deep, or declares entities.
  package static func read(
    _ bytes: [UInt8], place: String, depth: Int, to listener: any XMLListener
  ) throws(Unreadable) {
    let bridge = Bridge(listener)
    var line: Int32 = 0
    let result = withExtendedLifetime(bridge) {
      var handler = markup_handler(
        context: Unmanaged.passUnretained(bridge).toOpaque(),
        start: { context, name, prefix, space, attributes, count in
          let bridge = Bridge.from(context)
          let list = UnsafeBufferPointer(start: attributes, count: count).map(bridge.attribute)
          bridge.listener.begin(
            bridge.name(name, space), prefix: bridge.string(prefix), attributes: list)
          return !bridge.listener.isFull
        },
        end: { context, name, space in
          let bridge = Bridge.from(context)
          bridge.listener.end(bridge.name(name, space))
          return !bridge.listener.isFull
        },
        text: { context, bytes, length in
          let bridge = Bridge.from(context)
          bridge.listener.text(UnsafeRawBufferPointer(start: bytes, count: length))
          return !bridge.listener.isFull
        })
      return bytes.withUnsafeBytes { buffer in
        markup_read_xml(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, Int32(depth),
          &handler, &line)
      }
    }
    switch result {
    case markup_whole, markup_stopped: return
    case markup_malformed: throw .broken("\(place) is not well formed at line \(line)")
    case markup_entities: throw .broken("\(place) declares entities, which can grow without end")
    case markup_too_deep:
      throw .tooMuch("in \(place) elements lie more than \(depth) deep in each other")
    default: throw .tooMuch("there was not enough memory for \(place)")
    }
  }

  /// Carries the listener through C and keeps the strings of names, which are the same pointers all through
  /// one document.
  private final class Bridge {
    let listener: any XMLListener
    private var strings: [UnsafePointer<CChar>: String] = [:]

    init(_ listener: any XMLListener) { self.listener = listener }

    static func from(_ context: UnsafeMutableRawPointer?) -> Bridge {
      guard let context else { preconditionFailure("the context is always handed over") }
      return Unmanaged<Bridge>.fromOpaque(context).takeUnretainedValue()
    }

    func string(_ pointer: UnsafePointer<CChar>?) -> String {
      guard let pointer else { return "" }
      if let known = strings[pointer] { return known }
      let string = String(cString: pointer)
      strings[pointer] = string
      return string
    }

    func name(_ local: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?) -> XMLName {
      XMLName(string(local), string(space))
    }

    func attribute(_ attribute: markup_attribute) -> XMLAttribute {
      let value = UnsafeRawBufferPointer(start: attribute.value, count: attribute.length)
      return XMLAttribute(
        name(attribute.name, attribute.space), prefix: string(attribute.prefix),
        value: String(decoding: value, as: UTF8.self))
    }
  }
}
