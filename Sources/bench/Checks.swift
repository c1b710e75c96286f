import Foundation
import Records
import Validation

/// Times the checks in this process, on the records of a finished week.
///
/// Machines differ, so the ratio to reading the same records from disk, measured in turns within the
/// same run, tells more than the time itself.
struct Checks {
  /// The folder of all runs.
  let runs: String
  /// A finished week.
  let week: Week
  /// The folder of the shipped prompts.
  let prompts: String

  /// How long it takes to hold one paper against all checks.
  func rows(rounds: Int) throws -> [Row] {
    let sheets = try manuscripts()
    guard !sheets.isEmpty else { throw Child.Failure(description: "\(runs) has no such week") }
    let validator = try validator()
    let repeats = 50
    var reading: [Double] = []
    var checking: [Double] = []
    for _ in 0..<rounds {
      reading.append(try microseconds(per: sheets.count) { _ = try manuscripts() })
      checking.append(
        microseconds(per: sheets.count * repeats) {
          for _ in 0..<repeats { _ = validator.verdicts(on: sheets) }
        })
    }
    // The fastest turn of many is the one that nobody disturbed.
    let (read, check) = (reading.min() ?? 0, checking.min() ?? 0)
    return [
      Row("read the records of a paper", read, "µs"),
      Row(
        "hold a paper against all checks", check, "µs", .atMost(20),
        note: String(format: "%.2f of reading", check / read)),
    ]
  }

  private func microseconds(per count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    // POSIX counts a million a second, whatever the machine.
    return Double(clock() - start) / Double(count)
  }

  private func manuscripts() throws -> [Manuscript] {
    // Each time a new value: one that has read its files remembers them.
    let folder = RunFolder(runs: runs, week: week)
    let titles = try folder.titles.read()
    let summaries = try folder.summaries.read()
    return try folder.papersInOrder().map {
      Manuscript(paper: $0, title: titles[$0.id], summary: summaries[$0.id])
    }
  }

  private struct Term: Decodable {
    let english: [String]
    let japanese: [String]?
    let forbidden: [String]?
  }

  private func validator() throws -> Validator {
    let texts = try ["translate.md", "summarize.md"].map {
      try String(contentsOf: URL(filePath: "\(prompts)/\($0)"), encoding: .utf8)
    }
    let data = try Data(contentsOf: URL(filePath: "\(prompts)/glossary.json"))
    let terms = try JSONDecoder().decode([String: [Term]].self, from: data)["terms"] ?? []
    return Validator(
      glossary: Glossary(
        terms.map {
          .init(english: $0.english, japanese: $0.japanese ?? [], forbidden: $0.forbidden ?? [])
        }),
      prompts: texts, promptHeadings: ["役割"])
  }
}
