import HTTP
import Records
import TestSupport
import Testing

@testable import ArXiv

@Suite("The metadata snapshot")
struct SnapshotTests {
  private static let one = SamplePaper("2407.00001")
  private static let two = SamplePaper("2407.00002").with { $0.versions = ["2024-08-01T23:59:59Z"] }
  private static let late = SamplePaper("2408.00001").with {
    $0.versions = ["2024-08-02T00:00:00Z"]
  }
  private static let old = SamplePaper("0704.0001").with { $0.versions = ["2007-04-02T19:18:42Z"] }

  @Test("the papers of topic and week are found among the others")
  func papers() async throws {
    let unwanted = SamplePaper("2407.00008").with { $0.title = "Nothing" }
    let lines = [Self.old, Self.one, unwanted, Self.late, Self.two].map(\.snapshotLine)
    try await withTemporaryFolder { folder in
      for end in ["", "\n", "\r\n", "\n\n \n"] {
        let script = try ArchiveScript(lines.joined(separator: "\n") + end, in: folder)
        #expect(
          try await script.harvest() == [
            Harvest(
              papers: [Self.two.found, Self.one.found],
              receipts: [ArchiveScript.receipt(parsed: 5, papers: 2)])
          ])
      }
    }
  }

  @Test("only 0x0A ends a line")
  func lineEnds() async throws {
    let paper = Self.one.with { $0.title = "A Sample\u{2028}of\u{85}lines" }
    let expected = Self.one.with { $0.title = "A Sample of lines" }
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(paper.snapshotLine + "\n", in: folder)
      #expect(try await script.harvest().first?.papers == [expected.found])
    }
  }

  @Test("a line that cannot be read is left out and told, with its place")
  func dropped() async throws {
    let line = Self.one.snapshotLine
    let lines = [
      line, "nonsense", "{\"created\": \" Jul 2024 \"", "{\" Jul 2024 \"}",
      Self.two.snapshotLine.replacing("\"A Sample Title\"", with: "7"), "[]",
      "{\"id\":\"2407.00003\",\"x\":\" Jul 2024 \"}", String(line.dropLast(9)),
      Self.late.snapshotLine,
    ]
    try await withTemporaryFolder { folder in
      let script = try ArchiveScript(lines.joined(separator: "\n"), in: folder)
      let path = script.path
      #expect(
        try await script.harvest() == [
          Harvest(
            papers: [Self.one.found],
            receipts: [
              ArchiveScript.receipt(
                parsed: 9, papers: 1,
                dropped: [
                  "\(path):2: the line is torn, or no JSON object",
                  "\(path):3: the line is torn, or no JSON object",
                  "\(path):4: no readable JSON",
                  "\(path):5: title is of another kind than expected",
                  "\(path):6: the line is torn, or no JSON object",
                  "2407.00003: no readable submission date",
                  "\(path):8: the line is torn, or no JSON object",
                ],
                doubts: [
                  "7 records cannot be read, the first of them: \(path):2: the line is torn, or no JSON "
                    + "object"
                ])
            ])
        ])
    }
  }

  @Test("of many bad lines the first are told, and how many more there are")
  func manyDropped() async throws {
    try await withTemporaryFolder { folder in
      let text = "{}\n" + String(repeating: "nonsense\n", count: 1000)
      let receipt = try #require(
        try await ArchiveScript(text, in: folder).harvest().first?.receipts.first)
      #expect(receipt.parsed == 1001)
      #expect(receipt.dropped.count == 21)
      #expect(receipt.dropped.last == "and 980 more")
    }
  }

  @Test("a file of many megabytes is read to its end, wherever its chunks end")
  func large() async throws {
    let filler = SamplePaper("2407.00009").with {
      $0.versions = ["2024-06-01T00:00:00Z"]
      $0.abstract = String(repeating: "many words ", count: 100)
    }.snapshotLine
    try await withTemporaryFolder { folder in
      var bytes: [UInt8] = []
      let papers = (0..<50).map { SamplePaper("2407.\(10_000 + $0)") }
      for paper in papers {
        bytes += paper.snapshotLine.utf8 + [0x0A]
        // Lines of all lengths, so that a chunk ends anywhere in one.
        for _ in 0..<150 { bytes += filler.utf8 + [0x0A] }
      }
      bytes += Self.late.snapshotLine.utf8
      #expect(bytes.count > 10 << 20)
      let script = try ArchiveScript(bytes, in: folder)
      #expect(
        try await script.harvest() == [
          Harvest(
            papers: papers.map(\.found),
            receipts: [ArchiveScript.receipt(parsed: 50 * 151 + 1, papers: 50)])
        ])
    }
  }

  @Test("the file is read once for all weeks of the run")
  func weeks() async throws {
    let next = Week(containing: Samples.time("2024-08-02T00:00:00Z"), startingOn: .friday)
    try await withTemporaryFolder { folder in
      let text = [Self.one, Self.late].map(\.snapshotLine).joined(separator: "\n")
      let path = try ArchiveScript(text, in: folder).path
      let source = ArchiveScript.source(path, weeks: [Samples.week, next])
      #expect(try await ArchiveScript.harvest(source).first?.papers == [Self.one.found])
      _ = try ArchiveScript("gone", in: folder)
      #expect(
        try await ArchiveScript.harvest(source, week: next).first?.papers == [Self.late.found])
      #expect(try await ArchiveScript.harvest(source).first?.papers == [Self.one.found])
    }
  }

  @Test(
    "a snapshot that does not reach to the week's last day is doubted, and its papers are kept",
    arguments: [
      ("2024-08-02T00:00:00Z", []), ("2024-08-01T00:00:00Z", []),
      (
        "2024-07-31T23:59:59Z",
        ["the file's newest paper is of 2024-07-31, before the week's end"]
      ),
    ])
  func newest(published: String, doubts: [String]) async throws {
    let last = SamplePaper("2407.00007").with {
      $0.versions = [published]
      $0.title = "Nothing"
    }
    try await withTemporaryFolder { folder in
      let text = [last, Self.one, Self.old].map(\.snapshotLine).joined(separator: "\n")
      let script = try ArchiveScript(text, in: folder)
      #expect(
        try await script.harvest() == [
          Harvest(
            papers: [Self.one.found],
            receipts: [ArchiveScript.receipt(parsed: 3, papers: 1, doubts: doubts)])
        ])
    }
  }

  @Test("a snapshot without a paper of the week's months is doubted as well")
  func tooOld() async throws {
    let revised = Self.old.with { $0.versions.append("2024-07-26T00:00:00Z") }
    let doubt = "the file holds no paper of the week's last day or later"
    try await withTemporaryFolder { folder in
      for paper in [Self.old, revised] {
        let script = try ArchiveScript(paper.snapshotLine, in: folder)
        #expect(
          try await script.harvest().first?.receipts == [
            ArchiveScript.receipt(parsed: 1, papers: 0, doubts: [doubt])
          ])
      }
    }
  }

  @Test("a paper of the next month shows that a week at a month's end is whole")
  func nextMonth() async throws {
    let week = Week(containing: Samples.time("2024-07-25T00:00:00Z"), startingOn: .thursday)
    try await withTemporaryFolder { folder in
      let text = [Self.one, Self.late].map(\.snapshotLine).joined(separator: "\n")
      let path = try ArchiveScript(text, in: folder).path
      let source = ArchiveScript.source(path, weeks: [week])
      let receipt = try await ArchiveScript.harvest(source, week: week).first?.receipts.first
      #expect(receipt?.doubts == [])
      #expect(receipt?.confirmed == true)
    }
  }

  @Test("papers are looked up wherever their identifier stands in the line")
  func lookUp() async throws {
    let newer = Self.old.with { $0.versions.append("2008-01-01T00:00:00Z") }
    let moved = "{ \"x\": 1, " + SamplePaper("hep-th/9711200").snapshotLine.dropFirst()
    let escaped = SamplePaper("math/0211159").snapshotLine.replacing("h/0", with: "h\\/0")
    let lines = [newer.snapshotLine, Self.one.snapshotLine, Self.old.snapshotLine, moved, escaped]
    try await withTemporaryFolder { folder in
      let source = try ArchiveScript(lines.joined(separator: "\n"), in: folder).source
      let ids = ["math/0211159", "0704.0001", "2407.99999", "hep-th/9711200"]
      #expect(
        try await source.lookUp(ids.compactMap { ArXivID($0) }) == [
          SamplePaper("math/0211159").paper, newer.paper, SamplePaper("hep-th/9711200").paper,
        ])
    }
  }
}
