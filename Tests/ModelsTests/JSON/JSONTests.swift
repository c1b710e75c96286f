import Foundation
import Testing

@testable import Models

@Suite("JSON values")
struct JSONTests {
  private func json(_ text: String) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  /// The examples of RFC 7396, appendix A.
  @Test(
    "a patch changes, adds and takes away",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
      (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
      (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
      (#"{"a":"foo"}"#, "null", "null"),
      (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
      ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
      ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
  func merge(original: String, patch: String, result: String) throws {
    #expect(try json(original).merging(json(patch)) == json(result))
  }

  @Test(
    "a value read and written is the same text",
    arguments: [
      "null", "true", "false", "0", "-7", "9007199254740993", "0.25", "\"\"", #""題 \"\\ a/b""#,
      "[]", "{}", "[null,[1,[2]],{}]", #"{"a":{"b":null},"c":[true,1,"x"]}"#,
    ])
  func roundTrip(text: String) throws {
    #expect(String(decoding: try json(text).bytes(), as: UTF8.self) == text)
  }

  @Test(
    "a text is read as what it is",
    arguments: [
      ("1", JSON.integer(1)), ("1.0", .integer(1)), ("1.5", .number(1.5)),
      ("1e300", .number(1e300)),
      ("true", .bool(true)), ("\"1\"", "1"), ("null", .null),
      (#"{"snake_case":[0]}"#, .object(["snake_case": .list([0])])),
    ])
  func reading(text: String, value: JSON) throws {
    #expect(try json(text) == value)
  }

  @Test("keys are sorted, so that the same value is the same bytes")
  func sorted() throws {
    let value: JSON = ["b": 1, "a": ["d": 2, "c": "x/y"]]
    #expect(String(decoding: try value.bytes(), as: UTF8.self) == #"{"a":{"c":"x/y","d":2},"b":1}"#)
  }

  @Test(
    "values are written as JSON has them",
    arguments: [
      (JSON.null, "null"), (true, "true"), (-7, "-7"), (.number(0.5), "0.5"), (.number(2), "2"),
      (.number(1e-7), "1e-07"), (.list([]), "[]"), (.list([1, "a"]), #"[1,"a"]"#),
      (.object([:]), "{}"),
      ("日本 / \u{2028}\u{7F}", "\"日本 / \u{2028}\u{7F}\""),
      ("\"\\\n\r\t\u{0}\u{1F}", #""\"\\\n\r\t\u0000\u001f""#),
    ])
  func writing(value: JSON, text: String) throws {
    let bytes = try value.bytes()
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    let again = try json(text)
    #expect(try again.bytes() == bytes)
  }

  @Test("a number that JSON cannot write is an error")
  func notFinite() {
    #expect(throws: EncodingError.self) { try JSON.number(.infinity).bytes() }
  }

  @Test("a literal leaves out what is null, and its last word counts")
  func literal() {
    #expect(["a": .null, "b": 1] as JSON == .object(["b": .integer(1)]))
    #expect(["a": 1, "a": 2] as JSON == .object(["a": .integer(2)]))
  }

  @Test("what is not there is null, nothing or none")
  func access() {
    let value: JSON = ["a": ["x", 2], "n": 3]
    #expect(value["a"].items == ["x", 2])
    #expect(value["a"].items[0].text == "x")
    #expect(value["n"].integer == 3)
    #expect(value["z"] == .null)
    #expect(value["n"]["z"] == .null)
    #expect(value["n"].items == [])
    #expect(value["n"].text == nil)
    #expect(value["a"].integer == nil)
  }
}
