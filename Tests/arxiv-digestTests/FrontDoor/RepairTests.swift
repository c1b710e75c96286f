import Foundation
import Models
import TestSupport
import Testing

@Suite("An answer that validation rejects")
struct RepairTests {
  private static let paper = "2407.20001"
  static let found =
    #"{"code":"bullet-count","field":"bullets","message":"there are 3 bullets, a page shows four"}"#
  private static let waits =
    "summarize: asked again 2 times about \(paper), in vain; it waits for a person: write it "
    + "by hand with `edit ID`, change the prompt or the model, or allow more with --repairs 4\n"

  @Test("goes back with itself and what was found, and a better one is published")
  func repaired() async throws {
    try await withWorld { world in
      world.model.setPassingFaults([Self.paper: .bullets(3)])
      let outcome = try await world.run()
      #expect(outcome.status == .exit(0), "\(outcome.errors)")
      #expect(outcome.errors.contains("\nsummarize: 4 done, 0 reused, 0 failed, 1 repaired\n"))
      let asked = world.questions.filter { $0.ids == [Self.paper] }
      #expect(asked.map(\.findings) == [nil, [Self.found]])
      let kana = "2407.20001".inKana
      let answer =
        #"{"id":"2407.20001","bullets":["記録の少ない港の潮位を扱う（\#(kana)）","#
        + #""観測の欠けた日に誤差が広がる（\#(kana)）","隣町から借りた波形で補う学習法を示す（\#(kana)）"],"#
        + #""remark":"これは気になる論文だね"}"#
      #expect(asked.map(\.answer) == [nil, answer])
      #expect(
        world.bills == [World.Bill("translate", requests: 1), World.Bill("summarize", requests: 5)])
      #expect(world.published == 4)

      world.forget()
      let second = try await world.run()
      #expect(second.status == .exit(0))
      #expect(world.questions == [])
    }
  }

  @Test("each time it comes is kept with its findings, and the tokens of all are counted")
  func record() async throws {
    try await withWorld { world in
      world.model.setSeries([Self.paper: [.bullets(3), .bullets(5)]])
      _ = try await world.run()
      let draft = try #require(try world.draft(Self.paper))
      #expect(
        draft["earlier"].items.map { $0["failure"]["code"].text } == ["rejected", "rejected"])
      #expect(
        draft["earlier"].items.map { $0["findings"].items.map { $0["message"].text } } == [
          ["there are 3 bullets, a page shows four"], ["there are 5 bullets, a page shows four"],
        ])
      #expect(draft["earlier"].items.allSatisfy { $0["reply"].text?.hasPrefix("{") == true })
      #expect(draft["provenance"]["usage"]["requests"] == 3)
      #expect(draft["provenance"]["usage"]["inputTokens"] == 3000)
      // What counts is how often it was asked in vain, and the last answer was not.
      #expect(draft["repairs"] == .null)
    }
  }

  @Test("as often as it may costs one request and two repairs, and then waits for a person")
  func exhausted() async throws {
    try await withWorld { world in
      world.model.setFaults([Self.paper: .bullets(3)])
      let first = try await world.run()
      #expect(first.status == .exit(2))
      #expect(world.questions.filter { $0.ids == [Self.paper] }.count == 3)
      #expect(try world.draft(Self.paper)?["repairs"] == 2)
      for words in [World.runWords, Self.stage("summarize")] {
        world.forget()
        let again = try await world.run(words)
        #expect(again.status == .exit(2))
        #expect(world.questions == [])
        #expect(again.errors.contains("summarize: 0 done, 3 reused, 1 failed\n"))
        #expect(again.errors.contains(Self.waits), "\(again.errors)")
        let reason = "bullet-count in bullets (there are 3 bullets, a page shows four)\n"
        #expect(
          again.errors.contains("\n\(Self.paper): withheld: \(reason)")
            || again.errors.contains("\n\(Self.paper): summarize: \(reason)"))
        #expect(
          again.errors.hasSuffix(
            "next: arxiv-digest \(words.joined(separator: " ")) --repairs 4  # asks again about "
              + "\(Self.paper)\n"))
        #expect(world.published == 3)
      }
      // What has been asked counts: of four repairs, two are left.
      world.forget()
      let more = try await world.run(World.runWords + ["--repairs", "4"])
      #expect(more.status == .exit(2))
      #expect(world.questions.map(\.findings) == [[Self.found], [Self.found]])
      #expect(more.errors.hasSuffix(" --repairs 6  # asks again about \(Self.paper)\n"))
      #expect(try world.draft(Self.paper)?["earlier"].items.count == 4)
    }
  }

  @Test("is told from what the next run asks for")
  func others() async throws {
    try await withWorld { world in
      world.model.setFaults([Self.paper: .bullets(3), "2407.20002": .trouble(.status(500))])
      let outcome = try await world.run()
      #expect(
        outcome.errors.hasSuffix(
          "next: arxiv-digest run --week 2024-07-26 --topic sd  # asks for the others only; "
            + "\(Self.paper) waits for a person\n"))
      world.model.setFaults([Self.paper: .bullets(3)])
      world.forget()
      _ = try await world.run()
      #expect(world.questions.map(\.ids) == [["2407.20002"]])
    }
  }

  @Test("only for what two papers have in common asks nothing, and waits for a person")
  func compared() async throws {
    try await withWorld { world in
      let title = FakeModel.Fault.title("潮位を予測する手法")
      world.model.setFaults([Self.paper: title, "2407.20002": title])
      let words = Self.stage("run") + ["--runs", "runs"]
      for requests in [5, 0] {
        world.forget()
        let outcome = try await world.run(words)
        #expect(outcome.status == .exit(2))
        #expect(world.questions.count == requests)
        #expect(
          outcome.errors.contains(
            "validate: 2407.20001, 2407.20002 are withheld for what they have in common with another "
              + "paper; they wait for a person: "), "\(outcome.errors)")
        #expect(
          outcome.errors.hasSuffix(
            "next: arxiv-digest validate --explain \(Self.paper) --week 2024-07-26 --runs runs"
              + "  # shows what it has in common with another paper\n"), "\(outcome.errors)")
      }
      let shown = try await world.run([
        "validate", "--explain", Self.paper, "--week", "2024-07-26", "--runs", "runs",
      ])
      #expect(shown.output.contains("same-title"))

      let titles = try #require(world.read("runs/2024-07-26/titles.jsonl"))
      let kept = titles.split(separator: "\n").filter { !$0.hasPrefix(#"{"id":"\#(Self.paper)""#) }
      try world.write(
        kept.joined(separator: "\n") + "\n", to: "runs/2024-07-26/titles.jsonl")
      world.model.setFaults([:])
      world.forget()
      let mended = try await world.run(words)
      #expect(mended.status == .exit(0), "\(mended.errors)")
      #expect(world.questions.map(\.ids) == [[Self.paper]])
    }
  }

  @Test("is asked about anew when its prompt has changed, and the count begins anew")
  func stale() async throws {
    try await withWorld { world in
      world.model.setFaults([Self.paper: .bullets(3)])
      _ = try await world.run()
      let prompt = try #require(world.read("prompts/summarize.md"))
      try world.write(prompt + "\n必ず四つ書く。\n", to: "prompts/summarize.md")
      world.forget()
      let second = try await world.run()
      #expect(second.status == .exit(2))
      #expect(world.questions.map(\.ids) == [[Self.paper], [Self.paper], [Self.paper]])
      #expect(world.questions.map(\.findings) == [nil, [Self.found], [Self.found]])
      let draft = try world.draft(Self.paper)
      #expect(draft?["repairs"] == 2)
      #expect(draft?["earlier"].items.count == 5)
      #expect(draft?["provenance"]["usage"]["requests"] == 6)
    }
  }

  @Test("does not go back where none may, whether the flag or the file says so")
  func never() async throws {
    try await withWorld { world in
      world.model.setFaults([Self.paper: .bullets(3), "2407.20002": .notJSON])
      let file = try #require(world.read("digest.json"))
      for (words, setting) in [(["--repairs", "0"], 2), ([], 0)] {
        try world.write(
          file.replacing(
            #""use":"#, with: #""validation": { "repairs": \#(setting) }, "use":"#),
          to: "digest.json")
        let outcome = try await world.run(World.runWords + words)
        #expect(outcome.status == .exit(2))
        #expect(
          outcome.errors.contains(
            "summarize: asked about 2407.20001, 2407.20002 in vain, and not again; they wait for a person: "
              + "write it by hand with `edit ID`, change the prompt or the model, or allow more with --repairs 2\n"
          ),
          "\(outcome.errors)")
      }
      #expect(world.questions.filter { $0.stage == "summarize" }.count == 4)
      world.forget()
      world.model.setFaults([:])
      let outcome = try await world.run(World.runWords + ["--repairs", "2"])
      #expect(outcome.status == .exit(0))
      #expect(
        world.questions.map(\.ids).sorted { $0[0] < $1[0] } == [[Self.paper], ["2407.20002"]])
      #expect(world.questions.allSatisfy { $0.findings?.count == 1 })
    }
  }

  private static func stage(_ name: String) -> [String] {
    [name, "--week", "2024-07-26", "--topic", "sd"]
  }
}
