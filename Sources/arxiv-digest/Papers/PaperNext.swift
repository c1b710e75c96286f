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
    case .exhausted, .compared:
      return OutlookText.next(outlook, stages: Stage.allCases, command: run)
    case .withheld:
      return typed.turned(into: .edit, ["\(id)"]).line + "  # opens its texts in an editor"
    case .unjudged: return run.run(from: Stage.validate.rawValue).line + "  # judges it anew"
    case .accepted: return published
    }
  }

  /// A run of the week, with the same options.
  private var run: TypedCommand { typed.turned(into: .run).pinned(to: [week]) }

  private var outlook: Outlook {
    let standing = dossier.standing
    let id = standing.paper.id
    guard standing.state == .exhausted else { return Outlook(compared: [id]) }
    let exhausted = standing.stages.filter { $0.state == .exhausted }
    return Outlook(
      exhausted: exhausted.map {
        Outlook.Exhausted(id: id, stage: $0.stage, repairs: $0.answer?.repairs ?? 0)
      })
  }

  /// What is left to do about a paper that is accepted.
  private var published: String {
    let pages = dossier.pages.filter { $0.slug != "all" || $0.state != .missing }
    if let changed = pages.first(where: { $0.state == .changed }) {
      return typed.adopting(changed, of: week).line + "  # takes what was changed into the records"
    }
    if pages.contains(where: { $0.state != .current }) {
      return run.run(from: Stage.render.rawValue).line + "  # writes its page"
    }
    guard let stale = dossier.standing.stages.first(where: \.isStale) else {
      return "nothing: it is published as it stands"
    }
    return typed.turned(into: .redo, [stale.stage.rawValue]).pinned(to: [week])
      .with("--id", "\(dossier.standing.paper.id)").line + "  # asks for it anew"
  }
}

extension TypedCommand {
  /// The command that takes what was changed by hand on a page into the records.
  func adopting(_ page: SitePage, of week: Week) -> TypedCommand {
    let adopt = turned(into: .adopt).pinned(to: [week])
    // The page of all papers is no topic's.
    return page.slug == "all" ? adopt : adopt.with("--topic", page.slug)
  }
}
