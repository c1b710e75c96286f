import Foundation
import Models
import TestSupport
import Testing

@Suite("edit, hide and pin, through the front door")
struct EditTests {
  private static let paper = "2407.20001"

  @Test("edit takes what the editor leaves, and it wins over the model from then on")
  func edited() async throws {
    try await withMadeWeek { world in
      try world.write(#"sed -i 's/^remark: .*/remark: 手で書いた一言だね/' "$1""#, to: "editor.sh")
      let outcome = try await world.run(
        ["edit", Self.paper], environment: ["EDITOR": "sh editor.sh"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
              2407.20001: remark by hand from now on
              validate: 4 accepted, 0 withheld or waiting
              next: arxiv-digest render --week 2024-07-26 --topic sd  # writes the pages

              """))
      #expect(try Self.leftovers(in: world) == [])
      // Not even a redo of everything takes it away.
      world.forget()
      let redone = try await world.run(
        ["redo", "summarize", "--week", "2024-07-26", "--topic", "sd"])
      #expect(redone.status == .exit(0))
      #expect(world.questions.count == 4)
      let rendered = try await world.run(
        ["run", "--from", "validate", "--week", "2024-07-26", "--topic", "sd"])
      #expect(rendered.status == .exit(0))
      let page = try #require(world.page)
      #expect(page.split(separator: "\n").filter { $0 == "手で書いた一言だね" }.count == 1)
      #expect(page.split(separator: "\n").filter { $0 == "これは気になる論文だね" }.count == 3)
      // Taken back, the model's is there again.
      let undone = try await world.run(["edit", Self.paper, "--undo"])
      #expect(undone.errors.hasPrefix("2407.20001: the model's texts count again\n"))
      _ = try await world.run(["render", "--week", "2024-07-26", "--topic", "sd"])
      #expect(world.page?.contains("手で書いた一言だね") == false)
      // And what was written by hand is still on record.
      #expect(world.read("runs/2024-07-26/edits.jsonl")?.contains("手で書いた一言だね") == true)
    }
  }

  @Test("the editor sees the paper, the texts, and how to write them")
  func sheet() async throws {
    try await withMadeWeek { world in
      let seen = try await world.run(["edit", Self.paper], environment: ["EDITOR": "cat"])
      let marks = try #require(seen.output.firstMatch(of: /# from: (.*)/)?.1)
      #expect(
        seen.replacing(String(marks), with: "MARKS")
          == RunningProgram.Outcome(
            status: .exit(0),
            output: """
              # 2407.20001  Paper number 2407.20001
              #
              #   An abstract about paper 2407.20001 & what it found.
              #
              # Write behind 'title:', 'remark:' and the four dashes; each is one line. Lines that begin
              # with # are not kept. What is left as it was stays the model's.
              # The next line tells what is changed; leave it.
              # from: MARKS

              title: 論文ウオアクウアアアイの題目

              - 記録の少ない港の潮位を扱う（ウオアクウアアアイ）
              - 観測の欠けた日に誤差が広がる（ウオアクウアアアイ）
              - 隣町から借りた波形で補う学習法を示す（ウオアクウアアアイ）
              - 予測の外れを半減できると実験で確かめた（ウオアクウアアアイ）

              remark: これは気になる論文だね

              """,
            errors: "2407.20001: nothing was changed\n"))
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
    }
  }

  @Test("what cannot be published is not taken, is kept, and can be gone on with")
  func refused() async throws {
    try await withMadeWeek { world in
      try world.write(
        #"sed -i 's/^- 観測.*/- It breaks at low bit widths on 93%/' "$1""#, to: "bad.sh")
      let file = "runs/2024-07-26/edit-2407.20001.txt"
      let refused = try await world.run(
        ["edit", Self.paper], environment: ["EDITOR": "sh bad.sh"])
      #expect(refused.status == .exit(2))
      let lines = refused.errors.split(separator: "\n").map(String.init)
      #expect(lines.first?.hasPrefix("\(file): not-japanese in bullets[1]: ") == true)
      #expect(
        lines.suffix(2) == [
          "2407.20001: not taken, because it could not be published; what was written is in \(file)",
          "next: arxiv-digest edit 2407.20001  # goes on with it",
        ])
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
      #expect(world.read(file)?.contains("on 93%") == true)
      try world.write(#"sed -i 's/^- It breaks.*/- 観測の欠けた日に弱い/' "$1""#, to: "good.sh")
      let taken = try await world.run(
        ["edit", Self.paper], environment: ["EDITOR": "sh good.sh"])
      #expect(
        taken.errors.hasPrefix(
          """
          \(file): goes on with what was not taken last time; delete it to begin anew
          2407.20001: bullets by hand from now on

          """))
      #expect(taken.status == .exit(0))
      #expect(try Self.leftovers(in: world) == [])
    }
  }

  @Test(
    "a text that cannot be read is not taken, with its line",
    arguments: [
      ("タイトル", "line 10: no mark; a line begins with 'title:', '-', 'remark:' or #"),
      ("title: 一\\ntitle: 二", "line 11: a second title; take one away"),
      ("title: 一\\nremark: 二\\nremark: 三", "line 12: a second remark; take one away"),
    ])
  func unread(line: String, reason: String) async throws {
    try await withMadeWeek { world in
      try world.write("sed -i 's/^title: .*/\(line)/' \"$1\"", to: "editor.sh")
      let outcome = try await world.run(
        ["edit", Self.paper], environment: ["VISUAL": "sh editor.sh", "EDITOR": "false"])
      #expect(outcome.status == .exit(2))
      #expect(
        outcome.errors.hasPrefix("runs/2024-07-26/edit-2407.20001.txt: \(reason)\n"),
        "\(outcome.errors)")
    }
  }

  @Test("an editor that fails, or is none, leaves everything as it was")
  func editorFails() async throws {
    try await withMadeWeek { world in
      let failed = try await world.run(["edit", Self.paper], environment: ["EDITOR": "false"])
      #expect(
        failed
          == RunningProgram.Outcome(
            status: .exit(1),
            errors: """
              arxiv-digest: the editor 'false' ended with status 1; nothing was taken from \
              runs/2024-07-26/edit-2407.20001.txt
              next: arxiv-digest edit 2407.20001  # what is on disk is kept

              """))
    }
  }

  @Test("hide keeps a paper off the pages, and shows it again")
  func hidden() async throws {
    try await withMadeWeek { world in
      let outcome = try await world.run(["hide", Self.paper])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0),
            errors: """
              2407.20001: hidden: on no page, and no model is asked about it
              validate: 3 accepted, 0 withheld or waiting
              next: arxiv-digest render --week 2024-07-26 --topic sd  # writes the pages

              """))
      world.forget()
      let run = try await world.run()
      #expect(run.status == .exit(0) && world.questions == [])
      #expect(world.published == 3)
      let shown = try await world.run(["hide", "--undo", Self.paper])
      #expect(shown.errors.hasPrefix("2407.20001: shown again\n"))
      _ = try await world.run()
      #expect(world.published == 4)
    }
  }

  @Test("pin keeps the texts, whatever a model writes later")
  func pinned() async throws {
    try await withMadeWeek { world in
      let before = try #require(world.page)
      let outcome = try await world.run(["pin", Self.paper, "2407.20002"])
      #expect(
        outcome.errors.hasPrefix(
          """
          2407.20001: pinned: its texts stay as they are, whatever else changes
          2407.20002: pinned: its texts stay as they are, whatever else changes
          validate: 4 accepted, 0 withheld or waiting

          """))
      world.forget()
      _ = try await world.run(["redo", "summarize", "--week", "2024-07-26", "--topic", "sd"])
      #expect(
        world.questions.map(\.ids).sorted { $0[0] < $1[0] } == [["2407.20000"], ["2407.20003"]])
      _ = try await world.run()
      #expect(world.page == before)
      let undone = try await world.run(["pin", Self.paper, "--undo"])
      #expect(undone.errors.hasPrefix("2407.20001: the model's texts count again\n"))
    }
  }

  @Test("what a model writes while the editor is open is no person's")
  func meanwhile() async throws {
    try await withMadeWeek { world in
      try world.write(
        """
        "$PROGRAM" redo summarize --id 2407.20001 --week 2024-07-26 --topic sd 2>/dev/null
        sed -i 's/^title: .*/title: 手で書いた題/' "$1"
        """, to: "editor.sh")
      world.model.setSeries([
        Self.paper: [.texts(["港の潮位を丁寧に扱う", "誤差が広がる日を調べる", "波形を借りて補う手法を示す", "外れを減らせると確かめた"])]
      ])
      let edited = try await world.run(
        ["edit", Self.paper],
        environment: ["EDITOR": "sh editor.sh", "PROGRAM": Program.digest.path])
      #expect(
        edited.errors.hasPrefix("2407.20001: title by hand from now on\n"), "\(edited.errors)")
      #expect(try world.draft(Self.paper)?["bullets"].items.first?.text == "港の潮位を丁寧に扱う")
    }
  }

  @Test("an emptied file leaves everything as it is")
  func emptied() async throws {
    try await withMadeWeek { world in
      try world.write(": >\"$1\"", to: "editor.sh")
      let outcome = try await world.run(
        ["edit", Self.paper], environment: ["EDITOR": "sh editor.sh"])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(0), errors: "2407.20001: nothing was changed\n"))
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
    }
  }

  @Test("pin and edit do not undo each other")
  func both() async throws {
    try await withMadeWeek { world in
      try world.write(#"sed -i 's/^remark: .*/remark: 手で書いた一言だね/' "$1""#, to: "editor.sh")
      func edits() throws -> [String] {
        let line = try #require(
          world.read("runs/2024-07-26/edits.jsonl")?.split(separator: "\n").last)
        return ["title", "bullets", "remark"].filter { line.contains("\"\($0)\":") }
      }
      _ = try await world.run(["pin", Self.paper])
      let edited = try await world.run(
        ["edit", Self.paper], environment: ["EDITOR": "sh editor.sh"])
      #expect(edited.errors.hasPrefix("2407.20001: title, bullets, remark by hand from now on\n"))
      #expect(try edits() == ["title", "bullets", "remark"])
      _ = try await world.run(["pin", Self.paper, "--undo"])
      #expect(try edits() == ["remark"])
      _ = try await world.run(["pin", Self.paper])
      _ = try await world.run(["pin", Self.paper, "--undo"])
      #expect(try edits() == ["remark"])
    }
  }

  @Test(
    "what makes no sense is told before anything is written",
    arguments: [
      (
        ["hide", "2407.20001", "2407.29999"], 1,
        "arxiv-digest: 2407.29999: no week on disk has this paper; nothing was changed\n"
          + "next: arxiv-digest fetch --id 2407.29999\n"
      )
    ] as [([String], Int32, String)])
  func nonsense(words: [String], status: Int32, errors: String) async throws {
    try await withMadeWeek { world in
      let outcome = try await world.run(words, environment: ["EDITOR": "true"])
      #expect(outcome == RunningProgram.Outcome(status: .exit(status), errors: errors))
      #expect(world.read("runs/2024-07-26/edits.jsonl") == nil)
    }
  }

  /// Files of edits that were not taken.
  private static func leftovers(in world: World) throws -> [String] {
    try world.files().keys.filter { $0.contains("/edit-") }
  }
}

/// A world whose week is made.
func withMadeWeek(_ body: (World) async throws -> Void) async throws {
  try await withWorld { world in
    let outcome = try await world.run()
    try #require(outcome.status == .exit(0))
    try await body(world)
  }
}
