import Foundation

/// One line of a `.jsonl` file as bytes, before anything is made of it.
struct RecordLine {
  /// The file's path, for messages.
  let file: String
  /// The line's number, counted from 1.
  let number: Int
  /// Where it begins in the file.
  let start: Int
  /// What it holds, without its line end.
  let bytes: ArraySlice<UInt8>

  /// True where the bytes are a whole record, whatever else is wrong with it.
  static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? JSONDecoder().decode(Key.self, from: Data(bytes))) != nil
  }

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

  /// Decodes the line; throws `RecordError`, which names file and line, where it is damaged or of a
  /// newer format.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do { return try decoder.decode(Known<Value>.self, from: Data(bytes)).value } catch {
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
