import Testing

@testable import Pages

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "a text that YAML reads as a text stays plain",
    arguments: [
      "合成データ", "合成データ (2024-07-26 ~ 2024-08-01)", "Data 2.0", "PETs・TEE", "a-b", "差分、連合。", "é",
    ])
  func plain(text: String) {
    #expect(FrontMatter.scalar(text) == text)
  }

  @Test(
    "a text that YAML would misread is quoted",
    arguments: [
      ("", #""""#), ("a: b", #""a: b""#), ("a # b", #""a # b""#), ("#1", ##""#1""##),
      ("[CLS]", #""[CLS]""#), ("{a}", #""{a}""#), ("- x", #""- x""#), ("> x", #""> x""#),
      ("*em*", #""*em*""#), ("&amp;", #""&amp;""#), ("!x", #""!x""#), ("|", #""|""#),
      ("@a", #""@a""#),
      ("`a`", #""`a`""#), ("%a", #""%a""#), ("~", #""~""#), ("1.5", #""1.5""#),
      ("2024", #""2024""#),
      ("3D生成", #""3D生成""#), ("SSI/DID/VC", #""SSI/DID/VC""#), ("'a'", #""'a'""#),
      (#""q""#, #""\"q\"""#), (#"a\b"#, #""a\\b""#), ("{{ x }}", #""{{ x }}""#), ("a ", #""a ""#),
      (" a", #"" a""#), ("(a)", #""(a)""#), ("yes", #""yes""#), ("No", #""No""#),
      ("ON", #""ON""#), ("off", #""off""#), ("y", #""y""#), ("true", #""true""#),
      ("False", #""False""#), ("null", #""null""#),
    ])
  func quoted(text: String, expected: String) {
    #expect(FrontMatter.scalar(text) == expected)
  }

  @Test(
    "a character that YAML takes for unprintable or for a line end is written by its number",
    arguments: [
      ("a\nb: c", #""a\u000Ab: c""#), ("a\tb", #""a\u0009b""#), ("a\r\nb", #""a\u000D\u000Ab""#),
      ("a\u{0}", #""a\u0000""#), ("a\u{7F}", #""a\u007F""#), ("a\u{85}b", #""a\u0085b""#),
      ("a\u{9B}b", #""a\u009Bb""#), ("a\u{2028}b", #""a\u2028b""#), ("\u{FEFF}a", #""\uFEFFa""#),
      ("a\u{FFFF}", #""a\uFFFF""#), ("a\u{A0}b", "\"a\u{A0}b\""), ("👩‍💻", "\"👩‍💻\""),
    ])
  func unprintable(text: String, expected: String) {
    #expect(FrontMatter.scalar(text).utf8.elementsEqual(expected.utf8))
  }
}
