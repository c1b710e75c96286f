import Pipeline
import Records

/// What to type next about one paper.
struct PaperNext {
  /// What is known of it.
  let dossier: Dossier
  /// Its week.
  let week: Week
  /// What was typed.
  let typed: TypedCommand
  /// The topics of `digest.json`.
  let topics: [Topic]

  /// The command, and what it does.
  var line: String {
    let id = dossier.standing.paper.id
    switch dossier.standing.state {
    case .hidden:
      return typed.turned(into: .hide, ["\(id)", Option.undo.flag]).line + "  # shows it again"
    case .withdrawn: return "nothing: no run brings what is withdrawn"
    case .untopical: return "\(typed.program) topics  # lists the topics that there are"
    case .unasked: return run.run(from: Stage.fetch.rawValue).line + "  # asks arXiv again"
    case .asked:
      return run.run(from: Stage.translate.rawValue).line + "  # asks for what is missing"
    case .exhausted: return exhausted
    case .compared: return compared
    case .withheld:
      return edit + "  # opens its texts in an editor"
    case .unjudged: return run.run(from: Stage.validate.rawValue).line + "  # judges it anew"
    case .accepted: return published
    }
  }

  /// A run of the week for the paper's topics, with the same options.
  private var run: TypedCommand { weekRun.choosing(dossier.standing.paper, among: topics) }

  private var weekRun: TypedCommand { typed.turned(into: .run).pinned(to: [week]) }

  /// Has the paper asked about anew in a stage, and no other.
  private func redo(_ stage: Stage) -> TypedCommand {
    typed.redoing(stage).pinned(to: [week]).with(Option.id.flag, "\(dossier.standing.paper.id)")
  }

  private var edit: String {
    typed.turned(into: .edit, ["\(dossier.standing.paper.id)"]).line
  }
  private var exhausted: String {
    let stage = dossier.standing.stages.first { $0.state == .exhausted }
    guard let stage, let more = ValidationEntry.more(after: stage.answer?.repairs ?? 0) else {
      return edit + "  # opens its texts in an editor"
    }
    return redo(stage.stage).with(Option.repairs.flag, "\(more)").line
      + "  # asks about it anew; or write it by hand: \(edit)"
  }

  /// A text that resembles another paper's is asked for anew.
  private var compared: String {
    let errors = (dossier.standing.today?.findings ?? []).filter { $0.severity == .error }
    let stage = errors.allSatisfy { $0.field == "title" } ? Stage.translate : .summarize
    return redo(stage).line + "  # asks about it anew; or write it by hand: \(edit)"
  }

  /// What is left to do about a paper that is accepted.
  private var published: String {
    let pages = dossier.pages.filter { $0.slug != "all" || $0.state != .missing }
    if let changed = pages.first(where: { $0.state == .changed }) {
      return typed.adopting(changed, of: week).line + "  # takes what was changed into the records"
    }
    if pages.contains(where: { $0.state != .current }) {
      // The page of all papers, where there is one, is written for all topics.
      let writes = pages.contains { $0.slug == "all" } ? weekRun : run
      return writes.run(from: Stage.render.rawValue).line + "  # writes its page"
    }
    guard let stale = dossier.standing.stages.first(where: \.isStale) else {
      return "nothing: it is published as it stands"
    }
    return redo(stale.stage).line + "  # asks for it anew"
  }
}

extension TypedCommand {
  /// The same command for the topics of a paper, unless topics are typed.
  func choosing(_ paper: Paper, among topics: [Topic]) -> TypedCommand {
    let option = Option.topic.flag
    return has(option)
      ? self : with(option, each: topics.map(\.slug).filter(paper.topics.contains))
  }

  /// The command that takes what was changed by hand on a page into the records.
  func adopting(_ page: SitePage, of week: Week) -> TypedCommand {
    let adopt = turned(into: .adopt).pinned(to: [week])
    // The page of all papers is no topic's.
    return page.slug == "all" ? adopt : adopt.with("--topic", page.slug)
  }
}
