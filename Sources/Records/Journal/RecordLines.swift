import Foundation

/// The lines of a `.jsonl` file as bytes, before anything is made of them.
///
/// Lines end at byte 0x0A and nowhere else: text may hold U+2028, which Swift counts as a line end.
struct RecordLines {
  /// The file's path, for messages.
  let file: String
  /// The whole file.
  let bytes: Data
  /// Where each complete line stands, without its line end, with its number counted from 1.
  private(set) var lines: [(number: Int, range: Range<Int>)] = []
  /// Where a last line without line end begins; nil where the file ends properly.
  private(set) var tail: Range<Int>?

  /// Reads a file; one that is not there has no lines.
  ///
  /// Throws `RecordError.unreadable` for a file that is there and cannot be read.
  init(file: String) throws {
    self.init(file: file, try Self.bytes(of: file))
  }

  /// Takes the bytes that were read from a file.
  init(file: String, _ bytes: Data) {
    self.file = file
    self.bytes = bytes
    split()
  }

  /// The bytes of a file; none where it is not there.
  static func bytes(of file: String) throws -> Data {
    guard FileManager.default.fileExists(atPath: file) else { return Data() }
    do { return try Data(contentsOf: URL(filePath: file)) } catch {
      throw RecordError.unreadable(file: file, reason: reason(error))
    }
  }

  private mutating func split() {
    var start = 0
    var number = 0
    var isBlank = true
    // A span: a search in `Data` looks each byte up through several calls.
    let span = bytes.span
    for index in span.indices {
      let byte = span[index]
      guard byte == 0x0A else {
        if byte != 0x20, byte != 0x0D { isBlank = false }
        continue
      }
      number += 1
      if !isBlank { lines.append((number, start..<index)) }
      start = index + 1
      isBlank = true
    }
    guard start < bytes.count else { return }
    tail = start..<bytes.count
    // A whole record that only lost its line end, to an editor say, is not torn.
    if (try? JSONDecoder().decode(Key.self, from: bytes[start...])) != nil {
      lines.append((number + 1, start..<bytes.count))
    }
  }

  /// True where the file ends in the middle of a record.
  var isTorn: Bool { tail != nil && tail != lines.last?.range }

  /// What every line of every file begins with.
  private struct Key: Decodable {
    let id: String
    let format: Int?
  }

  /// A value in a line of a format that this program knows.
  private struct Known<Value: Decodable>: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
      let format = try Key(from: decoder).format ?? 1
      guard format <= RecordFormat.current else { throw NewerFormat(format: format) }
      value = try Value(from: decoder)
    }
  }

  private struct NewerFormat: Error {
    let format: Int
  }

  /// Decodes a line; throws `RecordError`, which names file and line, where it is damaged or of a
  /// newer format.
  func decode<Value: Decodable>(_ type: Value.Type, at index: Int) throws -> Value {
    let (number, range) = lines[index]
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do { return try decoder.decode(Known<Value>.self, from: bytes[range]).value } catch {
      throw (error as? NewerFormat).map {
        RecordError.newer(file: file, line: number, format: $0.format)
      } ?? RecordError.damaged(file: file, line: number, reason: Self.reason(error))
    }
  }

  /// What went wrong, in one sentence.
  static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the field '\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the field '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty ? "no valid JSON" : context.debugDescription
    case let error as NSError:
      SystemError.reason(error)
    }
  }
}
