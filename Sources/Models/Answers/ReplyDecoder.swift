package import JSONText

/// Why a reply holds no answer.
package struct ReplyError: Error, Equatable {
  /// One sentence.
  package let reason: String
}

/// Finds the JSON object in a model's text.
package enum ReplyDecoder {
  /// Decodes the answer in a reply.
  ///
  /// A code fence, a `<think>` block, blank lines and words around the object are forgiven, because
  /// the text inside is what counts. Throws `ReplyError`.
  package static func decode<Answer: JSONReadable>(
    _ type: Answer.Type, from text: String
  ) throws(ReplyError) -> Answer {
    let bytes = withoutThinking(Array(text.utf8)[...])
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else {
      throw ReplyError(
        reason: text.isEmpty ? "the reply is empty" : "the reply holds no JSON object")
    }
    guard let end = endOfObject(bytes[start...]) else {
      throw ReplyError(reason: "the JSON object of the reply is not closed")
    }
    do { return try decode(type, from: bytes[start...end]) } catch {
      throw ReplyError(reason: error.sentence)
    }
  }

  /// Decodes an object, if need be with its stray backslashes escaped.
  private static func decode<Answer: JSONReadable>(
    _ type: Answer.Type, from object: ArraySlice<UInt8>
  ) throws(JSONError) -> Answer {
    do { return try Answer(json: JSONElement(object)) } catch {
      let mended = withEscapedBackslashes(object)
      guard mended.count > object.count else { throw error }
      return try Answer(json: JSONElement(mended[...]))
    }
  }

  /// The same with a second backslash before each one that begins no escape of RFC 8259, section 7.
  ///
  /// Models write the authors' `\aname` as it stands. What happens to be an escape, such as the `\n`
  /// of `\name`, is found by validation.
  private static func withEscapedBackslashes(_ object: ArraySlice<UInt8>) -> [UInt8] {
    var mended: [UInt8] = []
    var rest = object
    while let byte = rest.popFirst() {
      mended.append(byte)
      guard byte == UInt8(ascii: "\\") else { continue }
      if isEscape(rest), let next = rest.popFirst() {
        mended.append(next)
      } else {
        mended.append(byte)
      }
    }
    return mended
  }

  /// True where a backslash before these bytes begins an escape; a `u` needs four digits behind it.
  private static func isEscape(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    guard first == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(first) }
    let digits = rest.dropFirst().prefix(4)
    return digits.count == 4
      && digits.allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
  }

  /// Cuts off what a reasoning model thought aloud; some servers lose the opening tag.
  private static func withoutThinking(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let brace = UInt8(ascii: "{")
    var rest = bytes
    while let tag = endOfThinking(in: rest),
      rest[tag.upperBound...].contains(brace)
    {
      // Inside the object the tag is text, and a matter for validation.
      if let start = rest[..<tag.lowerBound].firstIndex(of: brace),
        let end = endOfObject(rest[start...]), end > tag.lowerBound
      {
        break
      }
      rest = rest[tag.upperBound...]
    }
    return rest
  }

  /// Where the next closing tag of thoughts stands.
  private static func endOfThinking(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let tag = "</think>".utf8
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: tag) { return start..<start + tag.count }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Where the object ends that begins at the first byte; braces inside strings do not count.
  private static func endOfObject(_ bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var inString = false
    var escaped = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if inString {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
