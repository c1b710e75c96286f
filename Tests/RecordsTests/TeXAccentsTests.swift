import Records
import Testing

@Suite("Accents of TeX")
struct TeXAccentsTests {
  @Test(
    "an accent or a letter of TeX becomes its character",
    arguments: [
      (#"Rouz\'e"#, "Rouzé"), (#"Rouz\'{e}"#, "Rouzé"), (#"Rouz{\'e}"#, "Rouzé"),
      (#"Rouz{\'{e}}"#, "Rouzé"), (#"Rouz{{\'e}}"#, "Rouzé"), (#"Rouz\' e"#, "Rouzé"),
      (#"{\"u}ber"#, "über"), (#"\"Uber"#, "Über"), (#"\`a \^o \~n \=a \.z"#, "à ô ñ ā ż"),
      (#"\c{c} \c c {\c c} {\c{S}}"#, "ç ç ç Ş"), (#"\v{s} \v s \v S"#, "š š Š"),
      (#"\u{g} \H{o} \k{a} \r{u} \d{t} \b{d}"#, "ğ ő ą ů ṭ ḏ"),
      (#"\'{\i} \'\i{} \"{\i} {\'\i} \^{\j}"#, "í í ï í ĵ"),
      (#"Garc\'{\i}a Garc\'\i a"#, "García García"),
      (#"{\o} \o{} \O{}dd {\O}dd S\o ren S\o{}ren"#, "ø ø Ødd Ødd Søren Søren"),
      (#"{\ss} Wei\ss"#, "ß Weiß"), (#"{\L}ukasz \l{}"#, "Łukasz ł"),
      (#"{\aa} {\AA} {\ae} {\AE} {\oe} {\OE} {\i}"#, "å Å æ Æ œ Œ ı"),
      (#"{\dj} {\DJ} {\th} {\TH} {\dh}"#, "đ Đ þ Þ ð"), (#"\o\ x"#, "ø x"),
      (#"\'x"#, "x\u{301}"),
    ])
  func converted(tex: String, text: String) {
    #expect(tex.withoutTeX == text)
  }

  @Test(
    "everything else stays as it is",
    arguments: [
      "", "First Author", "{A}uthor", #"\textit{A}"#, #"\unknown"#, #"\vs"#, #"\cc"#, #"\'"#, #"\"#,
      #"\'{"#, #"\'{e"#, #"\'{ee}"#, #"{\'e"#.replacing(#"\'e"#, with: "e"), #"\c"#, #"\c{"#,
      #"\'1"#,
      #"\\'e"#, "é", #"\oh"#, "著者 一",
    ])
  func kept(text: String) {
    #expect(text.withoutTeX == text)
  }

  @Test("a group of two is converted within its braces")
  func group() {
    #expect(#"{\'e\'e}"#.withoutTeX == "{éé}")
  }

  @Test("a deep nest of braces is no harm")
  func deep() {
    let nest = String(repeating: "{", count: 100_000) + #"\'e"#
    #expect(nest.withoutTeX == String(nest.dropLast(3)) + "é")
  }
}
