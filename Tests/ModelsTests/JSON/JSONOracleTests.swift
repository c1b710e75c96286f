import Foundation
import JSONText
import TestSupport
import Testing

@testable import Models

/// Replies were read by Foundation before; what it took is taken, and what it refused is refused.
@Suite("Reading replies as Foundation does")
struct JSONOracleTests {
  @Test(
    "any value is read or refused alike",
    arguments: [
      "null", "true", "false", "nul", "tru", "0", "-0", "-7", "01", "1.0", "1.5", "1e2", "1e300",
      "1e400", "9223372036854775807", "9223372036854775808", "0.1", "\"\"", "\"a\"", #""\u3042""#,
      #""\ud83d\ude00""#, #""\ud83d""#, #""\x""#, "\"\t\"", "[]", "[1,]", "[,]", "{}", #"{"a":1,}"#,
      #"{"a":{"b":[null,{"c":1}]}}"#, #"{"a":1,"b":{"a":2},"a":{}}"#, #"{"snake_case":0}"#,
      #"{"\u0061":1}"#, #"{"\x":1}"#, #"{"a":"\x"}"#, #"{"a":01}"#, #"{"a":[1e400]}"#,
      #"{"":[]}"#, "{\"題\":\"\u{2028}\"}", "", " ", "x", "<html>", #"{"a":1}x"#, "\u{FEFF}{}",
      #"{a:1}"#, #"{'a':1}"#, #"{"a":1/**/}"#, "[1 2]", "{\"a\"}", "[", "{", "\"",
    ])
  func values(text: String) { expectSame(Array(text.utf8)) }

  @Test("a value may be deep, and too deep", arguments: [1, 100, 511, 512, 513, 2000])
  func depth(depth: Int) {
    let list = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    expectSame(Array(list.utf8))
    let object =
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    expectSame(Array(object.utf8))
  }

  @Test("errors that were damaged in any way are read or refused alike")
  func damagedErrors() {
    let whole = Array(
      #"{"error":{"message":"題 \"a\"\n","code":429,"details":[{"x":-1.5e2,"y":null}],"z":true}}"#
        .utf8)
    for bytes in Self.damaged(whole, seed: 11, count: 4000) { expectSame(bytes) }
  }

  /// The answer as Foundation reads it.
  private struct Answer: Decodable, Equatable {
    let id: String
    let bullets: [String]
    let remark: String
  }

  @Test("answers that were damaged in any way are read or refused alike")
  func damagedAnswers() {
    let whole = Array(
      #"{"id":"2407.00001","bullets":["一\n","\u4e00","\\a","\"四\""],"remark":"へえ😀","x":[1]}"#.utf8)
    for bytes in Self.damaged(whole, seed: 12, count: 4000) {
      let ours = (try? SummaryAnswer(json: JSONElement(bytes[...]))).map {
        Answer(id: $0.id, bullets: $0.bullets, remark: $0.remark)
      }
      let foundations = try? JSONDecoder().decode(Answer.self, from: Data(bytes))
      #expect(ours == foundations, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The same bytes with a few of them lost, doubled, moved or replaced.
  private static func damaged(_ whole: [UInt8], seed: UInt64, count: Int) -> [[UInt8]] {
    let signs = Array("\"\\{}[]:,0159.eE+-ntfu \t/x".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
    var dice = Dice(seed: seed)
    return (0..<count).map { _ in
      var bytes = whole
      for _ in 0...dice.next(below: 3) {
        let place = dice.next(below: bytes.count)
        switch dice.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(signs[dice.next(below: signs.count)], at: place)
        case 2: bytes.swapAt(place, dice.next(below: bytes.count))
        default: bytes[place] = signs[dice.next(below: signs.count)]
        }
      }
      return bytes
    }
  }

  private func expectSame(_ bytes: [UInt8]) {
    let ours = try? JSON(json: JSONElement(bytes[...]))
    let foundations = try? JSONDecoder().decode(JSON.self, from: Data(bytes))
    #expect(ours == foundations, "\(String(decoding: bytes, as: UTF8.self))")
  }
}
