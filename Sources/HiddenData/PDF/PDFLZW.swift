import Documents

/// Unpacks LZW, as old programs packed.
enum PDFLZW {
  static func unpack(
    _ bytes: [UInt8], _ range: Range<Int>, early: Bool, most: Int
  ) throws(Unreadable) -> PDFFilters.Decoded {
    var out: [UInt8] = []
    // Each code is a piece of what was already put out: where it starts, and how long it is.
    var table: [(start: Int, length: Int)] = []
    var previous: (start: Int, length: Int)?
    var width = 9
    var buffer: UInt32 = 0
    var bits = 0
    var index = range.lowerBound
    while true {
      while bits < width, index < range.upperBound {
        buffer = buffer << 8 | UInt32(bytes[index])
        index += 1
        bits += 8
      }
      guard bits >= width else { return PDFFilters.Decoded(data: out, isWhole: false) }
      bits -= width
      let code = Int(buffer >> UInt32(bits)) & ((1 << width) - 1)
      buffer &= (1 << UInt32(bits)) - 1
      if code == 257 {
        return PDFFilters.Decoded(data: out, used: index - range.lowerBound)
      }
      if code == 256 {
        table.removeAll(keepingCapacity: true)
        previous = nil
        width = 9
        continue
      }
      let start = out.count
      if code < 256 {
        out.append(UInt8(code))
      } else if code - 258 < table.count {
        let entry = table[code - 258]
        out += Array(out[entry.start..<(entry.start + entry.length)])
      } else if code - 258 == table.count, let previous {
        out += Array(out[previous.start..<(previous.start + previous.length)])
        out.append(out[previous.start])
      } else {
        return PDFFilters.Decoded(data: out, isWhole: false)
      }
      guard out.count <= most else { throw .tooMuch("a stream unpacks to a size only a trap has") }
      if let last = previous, table.count < 4_096 - 258 {
        // The piece before with the first byte of this one: they lie side by side.
        table.append((last.start, last.length + 1))
      }
      previous = (start, out.count - start)
      let next = table.count + 258 + (early ? 1 : 0)
      width = next >= 2_048 ? 12 : next >= 1_024 ? 11 : next >= 512 ? 10 : 9
    }
  }
}

/// Undoes the differences that rows of numbers are packed as.
enum PDFPredictor {
  static func undo(_ data: [UInt8], _ parameters: PDFDictionary) -> [UInt8] {
    let kind = parameters["Predictor"]?.int ?? 1
    guard kind > 1 else { return data }
    let colours = clamp(parameters["Colors"]?.int ?? 1, 1, 32)
    let depth = clamp(parameters["BitsPerComponent"]?.int ?? 8, 1, 16)
    let columns = clamp(parameters["Columns"]?.int ?? 1, 1, 1 << 20)
    let pixel = max(1, colours * depth / 8)
    let row = (colours * depth * columns + 7) / 8
    return kind == 2
      ? tiff(data, row: row, pixel: pixel, depth: depth) : png(data, row: row, pixel: pixel)
  }

  private static func clamp(_ value: Int, _ low: Int, _ high: Int) -> Int {
    min(max(value, low), high)
  }

  private static func tiff(_ data: [UInt8], row: Int, pixel: Int, depth: Int) -> [UInt8] {
    guard depth == 8 else { return data }
    var out = data
    var start = 0
    while start < out.count {
      let end = min(start + row, out.count)
      var index = start + pixel
      while index < end {
        out[index] &+= out[index - pixel]
        index += 1
      }
      start = end
    }
    return out
  }

  private static func png(_ data: [UInt8], row: Int, pixel: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(data.count)
    var above = [UInt8](repeating: 0, count: row)
    var index = 0
    while index < data.count {
      let kind = data[index]
      index += 1
      var line = Array(data[index..<min(index + row, data.count)])
      index += line.count
      for place in line.indices {
        let left = place >= pixel ? line[place - pixel] : 0
        let up = above[place]
        let corner = place >= pixel ? above[place - pixel] : 0
        switch kind {
        case 1: line[place] &+= left
        case 2: line[place] &+= up
        case 3: line[place] &+= UInt8((Int(left) + Int(up)) / 2)
        case 4: line[place] &+= paeth(Int(left), Int(up), Int(corner))
        default: break
        }
      }
      out += line
      if line.count == row { above = line }
    }
    return out
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> UInt8 {
    let guess = left + up - corner
    let distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    if distances.0 <= distances.1, distances.0 <= distances.2 { return UInt8(left) }
    return UInt8(distances.1 <= distances.2 ? up : corner)
  }
}
