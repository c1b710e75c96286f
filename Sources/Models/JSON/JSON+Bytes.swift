import JSONText

extension JSON {
  /// The value in one line; throws `EncodingError` for a number that JSON cannot write.
  ///
  /// Keys are sorted, so that the same value is the same bytes, which providers cache by.
  package func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) throws {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += try Self.digits(of: number).utf8
    case .text(let text): bytes.append(jsonText: text)
    case .list(let items):
      try Self.write(items, in: ("[", "]"), to: &bytes) { try $0.write(to: &$1) }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      try Self.write(sorted, in: ("{", "}"), to: &bytes) { member, bytes in
        bytes.append(jsonText: member.key)
        bytes.append(UInt8(ascii: ":"))
        try member.value.write(to: &bytes)
      }
    }
  }

  private static func digits(of number: Double) throws -> String {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, EncodingError.Context(codingPath: [], debugDescription: "no number of JSON"))
    }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func write<Item>(
    _ items: [Item], in marks: (Unicode.Scalar, Unicode.Scalar), to bytes: inout [UInt8],
    _ write: (Item, inout [UInt8]) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: marks.0))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      try write(item, &bytes)
    }
    bytes.append(UInt8(ascii: marks.1))
  }
}
