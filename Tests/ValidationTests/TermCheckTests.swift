import Records
import Testing

@testable import Validation

@Suite("Terms are written as agreed")
struct TermCheckTests {
  private static let glossary = Glossary([
    .init(english: ["federated learning"], japanese: ["連合学習"], forbidden: ["フェデレーテッドラーニング"]),
    .init(english: ["federated transfer learning"], japanese: ["連合転移学習"]),
    .init(
      english: ["trusted execution environment", "TEE"], japanese: ["信頼実行環境", "TEE"],
      forbidden: ["信頼できる実行環境"]),
    .init(english: ["zk-SNARK"]),
    .init(english: ["k-anonymity"], japanese: ["k-匿名性", "k匿名性"]),
  ])

  @Test(
    "the terms of a text are found in every form, the longer one first",
    arguments: [
      ("Federated Learning in Ports", ["連合学習"]), ("FEDERATED-LEARNING", ["連合学習"]),
      ("Federated Transfer Learning", ["連合転移学習"]), ("Trusted Execution Environments", ["信頼実行環境"]),
      ("TEEs for zkSNARKs", ["信頼実行環境", "zk-SNARK"]), ("learning, federated", []), ("federated", []),
      ("Federated Learning beats federated learning", ["連合学習"]), ("", []),
      ("Unfederated learning", []),
    ])
  func terms(text: String, agreed: [String]) {
    #expect(Self.glossary.terms(in: text).map(\.agreed) == agreed)
  }

  @Test("a term of the title that is not written as agreed is reported", arguments: titles)
  func missing(english: String, japanese: String, expected: [String]) {
    let sheet = Sheet().with { ($0.paperTitle, $0.title) = (english, japanese) }
    let findings = Validator(glossary: Self.glossary).findings(in: sheet.manuscript)
    #expect(findings.map(Expected.init) == expected.map { Expected($0, .warning, in: "title") })
  }

  @Test("a forbidden form is an error in every field of a paper that uses the term")
  func forbidden() {
    let validator = Validator(glossary: Self.glossary)
    let text = "フェデレーテッドラーニングで港をつなぐ試みだよ"
    for field in ["title", "bullets[0]", "bullets[3]", "remark"] {
      let sheet = Sheet().with(text, in: field).with { $0.abstract += " It is federated learning." }
      #expect(
        validator.findings(in: sheet.manuscript).map(Expected.init) == [
          Expected("forbidden-term", in: field, quote: "フェデレーテッドラーニング")
        ])
      #expect(validator.findings(in: Sheet().with(text, in: field).manuscript) == [])
    }
  }

  @Test("glossaries are equal by their terms")
  func equality() {
    #expect(Glossary() == Glossary([]))
    #expect(Glossary() != Self.glossary)
  }

  private static let titles: [(String, String, [String])] = [
    ("Federated Learning in Ports", "港での連合学習", []),
    ("Federated Learning in Ports", "港での連邦学習", ["missing-term"]),
    ("Federated Transfer Learning", "連合転移学習", []),
    ("Federated Transfer Learning", "連合学習の移転", ["missing-term"]),
    ("Trusted Execution Environments", "信頼実行環境を測る", []),
    ("Trusted Execution Environments", "TEEを測る", []),
    ("zk-SNARKs for Ports", "港のためのzkSNARK", []),
    ("zk-SNARKs for Ports", "港のための証明", ["missing-term"]),
    ("On k-Anonymity", "k匿名性について", []), ("On k-Anonymity", "K-匿名性について", []),
    ("Federated Learning with TEEs", "連邦の学習", ["missing-term", "missing-term"]),
    ("Small Models for Tide Tables", "潮汐表のための小さなモデル", []),
  ]
}
