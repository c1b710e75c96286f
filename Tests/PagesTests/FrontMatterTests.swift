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
      (" a", #"" a""#), ("a\nb: c", #""a b: c""#), ("a\tb", #""a b""#), ("(a)", #""(a)""#),
    ])
  func quoted(text: String, expected: String) {
    #expect(FrontMatter.scalar(text) == expected)
  }
}
