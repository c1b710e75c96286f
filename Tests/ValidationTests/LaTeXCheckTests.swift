import Records
import Testing
import Validation

@Suite("LaTeX in a text")
struct LaTeXCheckTests {
  private static let source =
    #"We propose \aname, of $\epsilon$-privacy with \newmethod{} and \rank."#

  @Test(
    "a command is reported",
    arguments: [
      (#"\aname を用いて港の潮を予測する"#, #"\aname"#), (#"$\epsilon$-差分の港を予測する"#, #"\epsilon"#),
      (#"港の潮を \textbf{強く} 予測する手法"#, #"\textbf"#), (#"港の\\alpha を予測する手法"#, #"\alpha"#),
    ])
  func macro(text: String, command: String) throws {
    try TextCase.odd(text, of: Self.source, "latex-macro", quote: command).check()
  }

  @Test(
    "half a command behind a line end is an error, because JSON took the other half",
    arguments: [
      ("手法\newmethod を用いて港を予測する", #"\newmethod"#, "several-lines"),
      ("式の\nabla を用いて港を予測", #"\nabla"#, "several-lines"),
      ("手法の\rank を用いて港を予測", #"\rank"#, "several-lines"),
      ("大きさ\times を用いて港を予測", #"\times"#, "control-character"),
      ("式の\u{C}rac を用いて港を予測", #"\frac"#, "several-lines"),
      ("式の\u{8}eta を用いて港を予測", #"\beta"#, "control-character"),
    ])
  func damage(text: String, command: String, other: String) throws {
    let half = String(command.dropFirst(2))
    let expected = TextCase.bad(text, of: Self.source, other)
      .and("latex-damage", quote: half)
    let codes = Set(["latex-damage", other])
    let sheet = Sheet().with { $0.abstract = Self.source }.with(text, in: "bullets[1]")
    let findings = try #require(Sheet.validator.verdict(on: sheet.manuscript)).findings
    #expect(
      findings.map(Expected.init).filter { codes.contains($0.code) } == expected.expected)
    #expect(findings.contains { $0.code == "latex-damage" && $0.message.contains("'\(command)'") })
  }

  @Test("a line end before an ordinary word is not half a command")
  func lineEnd() throws {
    try TextCase.bad("隣の港の記録を借りて\nTideNetで予測する", "several-lines").check()
  }

  @Test(
    "signs and formulas without commands are good",
    arguments: [
      "$x^2 + y^2$ の形の式で潮を表す手法", "港の ε-差分を予測する手法を示す", #"C:\という場所に港の記録を置く"#, "α=β であることを港で確かめる",
    ])
  func formulas(text: String) throws {
    try TextCase.good(text, of: "$x^2 + y^2$").check()
  }
}
