import TestSupport
import Testing

@Suite("validate --explain")
struct ExplainTests {
  private static let week = ["--week", "2024-07-26"]

  /// Puts a false number into a summary on disk, in place of what the model wrote.
  private static func spoil(_ world: World) throws {
    let file = "runs/2024-07-26/summaries.jsonl"
    let text = try #require(world.read(file))
    let bullet = "予測の外れを半減できると実験で確かめた（\("2407.20001".inKana)）"
    try world.write(text.replacing(bullet, with: "論文 2407.20001 では誤差が37%減った"), to: file)
  }

  @Test("marks what is found, names the sentence of the abstract, and writes nothing")
  func explain() async throws {
    try await withWorld { world in
      _ = try await world.run()
      try Self.spoil(world)
      let before = try world.files()
      world.forget()
      let outcome = try await world.run(
        ["validate", "--explain", "arXiv:2407.20001v2"] + Self.week)
      let kana = "2407.20001".inKana
      #expect(
        outcome.output == """
          2407.20001  Paper number 2407.20001
          withheld: 1 error, 1 warning

          title
            論文\(kana)の題目

          bullets[0]
            記録の少ない港の潮位を扱う（\(kana)）

          bullets[1]
            観測の欠けた日に誤差が広がる（\(kana)）

          bullets[2]
            隣町から借りた波形で補う学習法を示す（\(kana)）

          bullets[3]
            論文 2407.20001 では誤差が37%減った
                                      ^^^
            error number-not-in-abstract: the number is not in the abstract
            abstract: An abstract about paper 2407.20001 & what it found.

          remark
            これは気になる論文だね
            warning same-remark: 2407.20000 has the same remark

          """)
      #expect(outcome.errors == "")
      #expect(outcome.status == .exit(2))
      #expect(try world.files() == before)
      #expect(world.questions == [])
    }
  }

  @Test("finds the paper's week by itself, and ends with status 0 for a good one")
  func search() async throws {
    try await withWorld { world in
      _ = try await world.run()
      let outcome = try await world.run(["validate", "--explain", "2407.20000"])
      #expect(outcome.output.hasPrefix("2407.20000  Paper number 2407.20000\naccepted: 0 errors"))
      #expect(outcome.status == .exit(0))
    }
  }

  @Test("says what to do about a paper that is not there, has no texts, or is none")
  func missing() async throws {
    try await withWorld { world in
      _ = try await world.run(["fetch", "--topic", "sd"] + Self.week)
      let bare = try await world.run(["validate", "--explain", "2407.20000"])
      #expect(
        bare.errors == """
          arxiv-digest: 2407.20000: a title or a summary is missing, so there is nothing to judge
          next: arxiv-digest run --from translate --week 2024-07-26 --topic sd

          """)
      #expect(bare.status == .exit(1))
      _ = try await world.run(["fetch", "--topic", "sd", "--runs", "records"] + Self.week)
      let elsewhere = try await world.run(
        ["validate", "--explain", "2407.20000", "--runs", "records", "--topic", "sd"])
      #expect(
        elsewhere.errors.hasSuffix(
          "next: arxiv-digest run --from translate --runs records --topic sd --week 2024-07-26\n"))
      let stranger = try await world.run(["validate", "--explain", "2501.00001"])
      #expect(
        stranger.errors == """
          arxiv-digest: 2501.00001: no week on disk has this paper
          next: arxiv-digest fetch --id 2501.00001

          """)
      #expect(stranger.status == .exit(1))
    }
  }
}
