import Records
import TestSupport
import Testing

/// What was read by Foundation before is read in the same way now, and refused in the same words.
@Suite("Reading JSON")
struct JSONReadingTests {
  @Test(
    "a text is an object with nothing before or behind it but blanks",
    arguments: [
      #"{"id":"a"}"#, " \t\r\n{ \"id\" : \"a\" } \n", "\u{FEFF}{\"id\":\"a\"}", #"{"id":"a"}x"#,
      #"{"id":"a"}}"#, #"{"id":"a"},"#, #"{"id":"a"}{"id":"b"}"#, "{\"id\":\"a\"}\u{0}",
      "\u{B}{\"id\":\"a\"}", "{}", "", " ", "{", "}", "[", "[]", "null", "true", "1", #""a""#,
      "{,}", #"{"id"}"#, #"{"id":}"#, #"{"id":"a""#, #"{"id":"a"]"#, #"{"id":"a",}"#,
      #"{"id":"a",,}"#, #"{"id":"a" "count":1}"#, #"{"id" "a"}"#, "{id:\"a\"}", "{'id':'a'}",
      #"{"id":"a",1:2}"#, #"{"id":"a"/**/}"#,
    ])
  func whole(text: String) { expectSame(text) }

  @Test(
    "a text's escapes are resolved, and what is no text is refused",
    arguments: [
      #""""#, #""\"\\\/\b\f\n\r\t""#, #""\u0041\u00e9\u3042\u0000""#, #""\uD83D\uDE00""#,
      #""\ud83d\ude00\uD834\udd1e""#, #""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#,
      #""\ud83d\u0041""#, #""\ud83d\ud83d""#, #""\u00G1""#, #""\u+041""#, #""\u12""#, #""\u""#,
      #""\x""#, #""\U0041""#, #""\""#, #""a\"#, #""a"#, "\"\t\"", "\"\u{1}\"", "\"\u{1F}\"",
      "\"\u{7F}\u{85}\u{2028}\"", "\"日本語😀e\u{301}\"", "\"日本\\n語\\\\\"", "1", "true", "[]", "{}",
      "null",
    ])
  func texts(text: String) { expectSame(#"{"id":\#(text)}"#) }

  @Test(
    "bytes that are no UTF-8 are refused in a text, and in the name of a field",
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81],
      [0x80], [0xF0, 0x9F, 0x98, 0x80], [0x5C, 0x6E, 0xFF],
    ] as [[UInt8]])
  func bytes(bytes: [UInt8]) {
    for (before, behind) in [
      (#"{"id":""#, #""}"#), (#"{"id":"a",""#, #"":1}"#), (#"{"id":"a","x":""#, #""}"#),
      (#"{"id":"a","x":{""#, #"":1}}"#),
    ] {
      expectSame(Array(before.utf8) + bytes + Array(behind.utf8))
    }
  }

  @Test(
    "a number is read as a whole one and as any other, and what is none is refused",
    arguments: [
      "0", "-0", "1", "-17", "01", "-01", "+1", "1.", ".5", "-", "--1", "1-5", "1.5.5", "0x1",
      "1.0", "-0.0", "1.5", "0.1", "0.3", "2.675", "0.0004567", "123456.789", "1e2", "1E+2",
      "1e-2", "100e-2", "15e-1", "1e", "1e+", "1e1.5", "1e18", "1e19", "1e400", "-1E400",
      "5e-324", "2.2250738585072011e-308", "9007199254740991",
      "9007199254740992", "9007199254740993", "9007199254740992.5", "9223372036854775807",
      "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
      "18446744073709551615", "18446744073709551616", "123456789012345678901234567890",
      "0.1234567890123456789012345", "0.00000000000000000000001", "1.00000000000000000001",
      "NaN", "Infinity", #""1""#, "true", "null", "[]", "{}",
    ])
  func numbers(text: String) {
    for name in ["count", "share", "other"] { expectSame(#"{"id":"a","\#(name)":\#(text)}"#) }
  }

  @Test("a number that is too small for any is none, and no zero is too small")
  func smallNumbers() {
    for text in ["1e-400", "1e-324"] {
      for name in ["count", "share"] {
        #expect(
          Probe.ours(Array(#"{"id":"a","\#(name)":\#(text)}"#.utf8)) == .refused("no valid JSON"))
      }
    }
    // Foundation refuses these.
    for text in ["0e5", "0.0e-5", "-0E+400"] {
      for name in ["count", "share"] {
        #expect(
          Probe.ours(Array(#"{"id":"a","\#(name)":\#(text)}"#.utf8))
            == Probe.ours(Array(#"{"id":"a","\#(name)":0}"#.utf8)), "\(text)")
      }
    }
  }

  @Test(
    "a yes or no is one of two words",
    arguments: [
      "true", "false", "null", "tru", "True", "truex", "nul", "nullx", "0", "1", "\"true\"",
    ])
  func flags(text: String) { expectSame(#"{"id":"a","flag":\#(text)}"#) }

  @Test(
    "a list holds what it should hold",
    arguments: [
      "[]", "[ ]", #"["a"]"#, #"[ "a" , "b" ]"#, #"["a",]"#, "[,]", #"["a",,"b"]"#, #"["a" "b"]"#,
      #"["a"}"#, #"["a""#, #"["a",1]"#, #"["a",null]"#, #"["a",["b"]]"#, "{}", #""a""#, "1", "null",
    ])
  func lists(text: String) { expectSame(#"{"id":"a","texts":\#(text)}"#) }

  @Test(
    "an object within is read like the one around it, and an error in it says where it stands",
    arguments: [
      #"{"id":"b"}"#, "{}", #"{"id":1}"#, #"{"id":null}"#, #"{"id":"b","parts":null}"#,
      #"{"id":"b","parts":[]}"#, #"{"id":"b","parts":[{"id":"c"},{"id":"d","x":[{"y":[]}]}]}"#,
      #"{"id":"b","parts":[{"id":"c"},{"id":7}]}"#, #"{"id":"b","parts":[{"id":"c"},{}]}"#,
      #"{"id":"b","parts":[null]}"#, #"{"id":"b","parts":[[]]}"#, #"{"id":"b","parts":{}}"#,
      #"{"id":"b","parts":[{"id":"c","parts":[{"id":[]}]}]}"#, #"{"id":"\x"}"#, "[]", "1", "null",
    ])
  func objects(text: String) { expectSame(#"{"id":"a","part":\#(text)}"#) }

  @Test(
    "a word that is none of those that are known is named",
    arguments: [#""fine""#, #""bad""#, #""FINE""#, #""\u0066ine""#, #""""#, "1", "null"])
  func words(text: String) { expectSame(#"{"id":"a","mood":\#(text)}"#) }

  @Test(
    "fields may stand in any order; of two with one name the first counts, however it is written",
    arguments: [
      #"{"time":null,"part":{"id":"b"},"texts":["c"],"flag":true,"share":0.5,"count":1,"id":"a"}"#,
      #"{"x":[1,{"id":"no"}],"id":"a","y":{"count":9},"count":1,"z":"","mood":"bad"}"#,
      #"{"id":"a","id":"b"}"#, #"{"id":1,"id":"b"}"#, #"{"id":"a","id":1}"#,
      #"{"id":"a","id":null}"#,
      #"{"count":1,"id":"a","count":2}"#,
      #"{"flag":true,"count":1,"id":"a","flag":false,"count":2}"#,
      #"{"\u0069d":"a"}"#, #"{"\u0069d":"a","id":"b"}"#, #"{"id":"a","c\u006funt":3}"#,
      #"{"id":"a","\x":1}"#, #"{"id":"a","\ud800":1}"#, "{\"\t\":1,\"id\":\"a\"}", #"{"ID":"a"}"#,
      #"{"id ":"a"}"#, #"{"":"a"}"#, "{\"idé\":\"x\",\"日本\":1,\"id\":\"a\"}",
    ])
  func names(text: String) { expectSame(text) }

  @Test(
    "in a value that nobody asks for nothing is looked at but its end",
    arguments: [
      #""\x""#, #""\ud83d""#, "\"\t\"", "01", "1e", "-", "1-5", "1E400", #""\"}""#, "[1,]",
      #"{"a":1,}"#, "truex", "+1", "nul", "[}", #"{"a"}"#, #"{"\x":1}"#,
    ])
  func unread(text: String) { expectSame(#"{"id":"a","other":\#(text)}"#) }

  @Test("a text may be deep, and too deep", arguments: [1, 100, 510, 511, 512, 513, 2000])
  func depth(depth: Int) {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let value =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      expectSame(#"{"id":"a","other":\#(value)}"#)
      expectSame(#"{"id":"a","other":\#(value.dropLast())}"#)
    }
  }

  @Test("texts that were damaged in any way are read or refused as they always were")
  func damaged() {
    let whole =
      Array(
        #"{"id":"a\n\u00e9😀","count":-12,"share":0.25,"flag":true,"time":"2024-07-29T13:57:40Z","#
          .utf8)
      + Array(
        #""texts":["日本","\"",""],"mood":"fine","part":{"id":"b","parts":[{"id":"c"}]},"x":null}"#
          .utf8)
    let signs = Array("\"\\{}[]:,0159.eE+-ntfu \t/x".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
    var dice = Dice(seed: 7)
    for _ in 0..<6000 {
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
      expectSame(bytes)
    }
  }

  private func expectSame(_ text: String) { expectSame(Array(text.utf8)) }

  private func expectSame(_ bytes: [UInt8]) {
    let ours = Probe.ours(bytes)
    let foundations = Probe.foundations(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(ours == foundations, "\(text)")
    // A line of which nothing is kept is refused for the same reasons.
    let refusal: String? = if case .refused(let sentence) = ours { sentence } else { nil }
    #expect(Probe.refusal(bytes) == refusal, "\(text)")
  }
}
