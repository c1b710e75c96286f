import Foundation
import Records
import Validation

/// Times the parts of the program that work through every paper, on records of a finished week.
///
/// Run by `make bench`. Time is the processor's, which other programs on the machine disturb less.
/// Machines differ, so the ratio to reading the same records from disk, measured in turns within the
/// same run, tells more than the time itself.
@main
enum Bench {
  static func main() throws {
    guard CommandLine.arguments.count == 4,
      let week = Week(containing: CommandLine.arguments[2], startingOn: .friday)
    else {
      print("usage: bench RUNS WEEK PROMPTS")
      exit(64)
    }
    // Each time a new value: one that has read its files remembers them.
    func folder() -> RunFolder { RunFolder(runs: CommandLine.arguments[1], week: week) }
    let sheets = try manuscripts(in: folder())
    let validator = try validator(prompts: CommandLine.arguments[3])
    let rounds = 50
    var reading: [Double] = []
    var checking: [Double] = []
    for _ in 0..<200 {
      reading.append(
        try microseconds(per: sheets.count) { _ = try manuscripts(in: folder()) })
      checking.append(
        microseconds(per: sheets.count * rounds) {
          for _ in 0..<rounds { _ = validator.verdicts(on: sheets) }
        })
    }
    // The fastest turn of many is the one that nobody disturbed.
    let (read, check) = (reading.min() ?? 0, checking.min() ?? 0)
    print(String(format: "read the records of a paper   %8.1f µs", read))
    print(
      String(
        format: "hold a paper against all checks %6.1f µs   %.2f of reading", check, check / read))
  }

  private static func microseconds(per count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    // POSIX counts a million a second, whatever the machine.
    return Double(clock() - start) / Double(count)
  }

  private static func manuscripts(in folder: RunFolder) throws -> [Manuscript] {
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

  private static func validator(prompts: String) throws -> Validator {
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
