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
