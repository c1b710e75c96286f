import Pipeline
import Records

/// Puts into words which papers wait for a person, and what can be done about them.
enum OutlookText {
  /// A line for each stage that has asked in vain as often as it may, and one for papers that stand in
  /// each other's way.
  static func lines(_ outlook: Outlook) -> [String] {
    let ways =
      "write it by hand with `edit ID`, change the prompt or the model"
      + (more(outlook).map { ", or allow more with --repairs \($0)" } ?? "")
    let exhausted = Stage.allCases.compactMap { stage -> String? in
      let papers = outlook.exhausted.filter { $0.stage == stage }
      guard !papers.isEmpty else { return nil }
      return "\(stage.rawValue): \(asked(papers)); \(waits(papers.count)) for a person: \(ways)"
    }
    return exhausted + compared(outlook.compared)
  }

  /// How often some papers were asked about again; what was asked of other prompts and models does
  /// not count.
  private static func asked(_ papers: [Outlook.Exhausted]) -> String {
    let least = papers.map(\.repairs).min() ?? 0
    let most = papers.map(\.repairs).max() ?? 0
    let ids = list(papers.map(\.id))
    guard most > 0 else { return "asked about \(ids) in vain, and not again" }
    let times = "\(least == most ? "" : "up to ")\(most) time\(most == 1 ? "" : "s")"
    return "asked again \(times) about \(ids), in vain"
  }

  private static func compared(_ ids: [ArXivID]) -> [String] {
    guard !ids.isEmpty else { return [] }
    let (isWithheld, has) =
      ids.count == 1 ? ("is withheld", "it has") : ("are withheld", "they have")
    return [
      "validate: \(list(ids)) \(isWithheld) for what \(has) in common with another paper; "
        + "\(waits(ids.count)) for a person: see `validate --explain ID`, then `redo summarize "
        + "--id ID` (or translate) has it asked about again, or `edit ID` changes it by hand"
    ]
  }

  private static func waits(_ count: Int) -> String { count == 1 ? "it waits" : "they wait" }

  /// What to type where the same command again would ask nothing.
  static func next(_ outlook: Outlook, stages: [Stage], command: TypedCommand) -> String {
    // Asking again costs less of a person's time than comparing papers.
    if outlook.exhausted.isEmpty, let first = outlook.compared.first {
      return command.explaining(first).line + "  # shows what it has in common with another paper"
    }
    let asked = Set(outlook.exhausted.map(\.stage))
    // A command that does not ask cannot ask again.
    let asks =
      asked.isSubset(of: stages) ? command : command.run(from: Stage.translate.rawValue)
    let ids = list(distinct(outlook.exhausted.map(\.id)))
    guard let more = more(outlook) else {
      return "change the prompt or the model, then: \(asks.line)  # asks again about \(ids)"
    }
    return asks.with("--repairs", "\(more)").line + "  # asks again about \(ids)"
  }

  /// What the command that asks for the rest does, and what it leaves alone.
  static func note(_ outlook: Outlook) -> String {
    let ids = distinct(outlook.exhausted.map(\.id) + outlook.compared)
    guard !ids.isEmpty else { return "  # asks for these papers only" }
    return "  # asks for the others only; \(list(ids)) "
      + (ids.count == 1 ? "waits for a person" : "wait for a person")
  }

  /// How many repairs would let all of the papers be asked about again; nil where none would.
  private static func more(_ outlook: Outlook) -> Int? {
    ValidationEntry.more(after: outlook.exhausted.map(\.repairs).max() ?? 0)
  }

  private static func distinct(_ ids: [ArXivID]) -> [ArXivID] {
    var seen: Set<ArXivID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// The first few of some papers, and how many more there are.
  static func list(_ ids: [ArXivID]) -> String {
    let more = ids.count > 5 ? " and \(ids.count - 5) more" : ""
    return ids.prefix(5).map(\.description).joined(separator: ", ") + more
  }
}

extension TypedCommand {
  /// The command that shows one paper's texts with what is found in them, for the same weeks.
  fileprivate func explaining(_ id: ArXivID) -> TypedCommand {
    turned(into: .validate, ["--explain", "\(id)"]).without("--topic")
  }
}
