import Foundation
import TestSupport
import Testing
import Validation

@testable import arxiv_digest

@Suite("prompts/glossary.json")
struct GlossaryFileTests {
  private static func read(_ terms: String) async throws -> Glossary {
    try await withTemporaryFolder { folder in
      let path = folder + "/glossary.json"
      try Data(#"{"terms":[\#(terms)]}"#.utf8).write(to: URL(filePath: path))
      return try GlossaryFile.read(path).glossary(path: JSONPlace(file: "g.json"))
    }
  }

  @Test("terms are read with their forms")
  func terms() async throws {
    let glossary = try await Self.read(
      #"{"english":["a b"],"japanese":["あ","い"],"forbidden":["うう"]},{"english":["LoRA"],"keep":true}"#
    )
    #expect(
      glossary
        == Glossary([
          .init(english: ["a b"], japanese: ["あ", "い"], forbidden: ["うう"]),
          .init(english: ["LoRA"]),
        ]))
  }

  @Test(
    "a term that says nothing, or contradicts itself, is named",
    arguments: [
      (#"{"english":[],"japanese":["あ"]}"#, "g.json: terms[0].english is empty"),
      (
        #"{"english":["a"," "],"japanese":["あ"]}"#,
        "g.json: terms[0].english: a form must be one line with something on it"
      ),
      (
        #"{"english":["a"]}"#,
        #"g.json: terms[0]: 'a' needs either its Japanese forms or "keep": true"#
      ),
      (
        #"{"english":["a"],"japanese":["あ"],"keep":true}"#,
        #"g.json: terms[0]: 'a' needs either its Japanese forms or "keep": true"#
      ),
      (
        #"{"english":["a"],"japanese":["あいう"],"forbidden":["いう"]}"#,
        "g.json: terms[0].forbidden: 'いう' stands in the accepted form 'あいう'"
      ),
      (
        #"{"english":["a b"],"japanese":["あ"]},{"english":["c","A-B"],"japanese":["い"]}"#,
        "g.json: terms[1].english: 'A-B' stands in terms[0] already"
      ),
      (
        #"{"english":["a"],"japanese":["あ"],"forbidden":["い"]}"#,
        "g.json: terms[0].forbidden: 'い' is too short to be found safely"
      ),
    ])
  func mistakes(terms: String, message: String) async throws {
    let error = await #expect(throws: UsageError.self) { try await Self.read(terms) }
    #expect(error?.description == message)
  }

  @Test("the shipped glossary reads, has the topics' terms, and no term twice")
  func shipped() throws {
    let path = Fixture.root + "/prompts/glossary.json"
    let glossary = try GlossaryFile.read(path).glossary(path: JSONPlace(file: path))
    let forms = glossary.terms.flatMap(\.english)
    #expect(Set(forms).count == forms.count)
    for (english, japanese) in [
      ("federated learning", "連合学習"), ("federated transfer learning", "連合転移学習"),
      ("differential privacy", "差分プライバシー"), ("synthetic data", "合成データ"),
      ("homomorphic encryption", "準同型暗号"), ("secure computation", "秘密計算"),
      ("zero-knowledge proofs", "ゼロ知識証明"), ("self-sovereign identity", "自己主権型アイデンティティ"),
      ("verifiable credentials", "検証可能な資格情報"), ("trusted execution environment", "信頼実行環境"),
      ("privacy-enhancing technologies", "プライバシー強化技術"),
    ] {
      #expect(glossary.terms(in: "On \(english) today").map(\.agreed) == [japanese])
    }
  }
}
