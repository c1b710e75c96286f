import Foundation
import JSONText
import Records

/// A record that holds every kind of value, read by `JSONFields` and by Foundation.
///
/// Foundation's reader is the oracle: files on disk were read with it before.
struct Probe: Decodable, Equatable, JSONObjectReadable {
  /// A word of a few.
  enum Mood: String, Decodable, JSONReadable {
    case fine, bad
  }

  /// An object within an object, with more of its kind.
  struct Part: Decodable, Equatable, JSONObjectReadable {
    let id: String
    let parts: [Part]?

    init(from fields: inout JSONFields) throws(JSONError) {
      id = try fields.read("id")
      parts = try fields.readIfPresent("parts")
    }
  }

  let id: String
  let count: Int?
  let share: Double?
  let flag: Bool?
  let time: Date?
  let texts: [String]?
  let mood: Mood?
  let part: Part?

  init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    count = try fields.readIfPresent("count")
    share = try fields.readIfPresent("share")
    flag = try fields.readIfPresent("flag")
    time = try fields.readIfPresent("time")
    texts = try fields.readIfPresent("texts")
    mood = try fields.readIfPresent("mood")
    part = try fields.readIfPresent("part")
  }

  /// What became of a text: what was read, or the sentence that says why it was not.
  enum Outcome: Equatable {
    case read(Probe)
    case refused(String)
  }

  /// What our reader makes of a text.
  static func ours(_ bytes: [UInt8]) -> Outcome {
    do { return .read(try Probe(json: JSONElement(bytes[...]))) } catch {
      return .refused(error.description)
    }
  }

  /// Why our reader refuses a text of which it keeps nothing; nil where it takes it.
  static func refusal(_ bytes: [UInt8]) -> String? {
    do {
      var fields = try JSONFields(JSONElement(bytes[...]))
      fields.onlyCheck()
      _ = try Probe(from: &fields)
      return nil
    } catch {
      return error.description
    }
  }

  /// What Foundation makes of a text, in the words that files were always refused with.
  static func foundations(_ bytes: [UInt8]) -> Outcome {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do { return .read(try decoder.decode(Probe.self, from: Data(bytes))) } catch {
      return .refused(sentence(error))
    }
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the field '\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the field '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    // Foundation names no field for an instant that is none, and the sentence says enough.
    case DecodingError.dataCorrupted(let context) where context.debugDescription.contains("ISO8601"):
      context.debugDescription
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty ? "no valid JSON" : context.debugDescription
    default: "\(error)"
    }
  }
}
