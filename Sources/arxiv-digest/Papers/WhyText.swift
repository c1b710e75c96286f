import Pipeline
import Records

/// Puts into words what keeps a paper off its page, or makes its answers stale.
enum WhyText {
  /// All of it, the paper's identifier first.
  static func text(_ dossier: Dossier) -> String {
    let lines = lines(dossier)
    return (["\(dossier.standing.paper.id): \(lines[0])"] + lines.dropFirst().map { "  " + $0 })
      .joined(separator: "\n")
  }

  /// One sentence for what matters most, and one for each thing more that is to be known.
  static func lines(_ dossier: Dossier) -> [String] {
    let standing = dossier.standing
    return [headline(dossier)] + standing.stages.compactMap(line)
      + [edit(standing), rejudged(standing)].compactMap(\.self)
  }

  private static func headline(_ dossier: Dossier) -> String {
    let standing = dossier.standing
    switch standing.state {
    case .hidden:
      let since = standing.edit.map { " since \($0.time.day)" } ?? ""
      return "hidden by hand\(since): no page shows it, and no model is asked about it"
    case .withdrawn: return "withdrawn, so no page shows it; \(withdrawal(standing.paper))"
    case .untopical:
      return "of no topic that digest.json has now; it was found by: "
        + standing.paper.topics.joined(separator: ", ")
    case .unasked, .asked, .exhausted: return unfinished(standing)
    case .compared, .withheld: return "withheld: \(standing.today?.findings.sentence ?? "")"
    case .unjudged:
      return standing.verdict == nil
        ? "not judged yet; all its texts are there"
        : "judged before its texts or the rules have changed"
    case .accepted: return accepted(dossier.pages)
    }
  }

  private static func withdrawal(_ paper: Paper) -> String {
    guard let (field, words) = paper.withdrawal else { return "" }
    return "its \(field) says: \(words.fitted(columns: 200))"
  }

  /// What is wrong with a paper that lacks an answer which can be published.
  private static func unfinished(_ standing: Standing) -> String {
    let lacking = standing.stages.filter { $0.state != .done && $0.state != .byHand }
    let errors = lacking.flatMap { $0.answer?.errors ?? [] }
    guard errors.isEmpty else { return "withheld: \(errors.sentence)" }
    let names = lacking.map { $0.stage == .translate ? "title" : "summary" }
    return "waits for its \(names.joined(separator: " and "))"
  }

  private static func accepted(_ pages: [SitePage]) -> String {
    // The page of all papers is written only where several topics are.
    let due = pages.filter { $0.slug != "all" || $0.state != .missing }
    let absent = due.filter { $0.state != .current }
    guard absent.isEmpty else {
      return "accepted, and its page is not what would be written now: "
        + absent.map { "\($0.path) \(words(on: $0.state))" }.joined(separator: ", ")
    }
    return "accepted, and on " + due.map(\.path).joined(separator: " and ")
  }

  /// What stands on the site in a page's place.
  static func words(on state: SitePage.State) -> String {
    switch state {
    case .current: "is up to date"
    case .old: "is older than the records"
    case .changed: "was changed by hand"
    case .missing: "is not written yet"
    case .empty: "has no paper to show"
    }
  }

  /// What is to be known of a stage; nil where all is well.
  private static func line(_ stage: StageStanding) -> String? {
    let name = stage.stage.rawValue
    switch stage.state {
    case .byHand, .spared: return nil
    case .done:
      return stage.isStale ? "\(name): stale, and kept: \(change(stage))" : nil
    case .inBatch(let batch): return "\(name): no answer yet; batch \(batch) asks for it"
    case .missing: return "\(name): no answer yet; the next run asks for it"
    case .failed:
      let isStale = !(stage.answer?.changes.isEmpty ?? true)
      return isStale
        ? "\(name): \(change(stage)); the next run asks again"
        : "\(name): the next run asks again; asked \(asked(stage.answer))"
    case .unasked(let reason): return "\(name): not asked: \(reason)"
    case .exhausted:
      let times = ReportText.number((stage.answer?.repairs ?? 0) + 1, "time")
      return "\(name): waits for a person: asked \(times) in vain, last \(asked(stage.answer))"
    }
  }

  /// What has changed since an answer was given.
  private static func change(_ stage: StageStanding) -> String {
    let names = (stage.answer?.changes ?? []).map { input in
      switch input {
      case .prompt: "the prompt"
      case .model: "the model"
      case .abstract: stage.stage == .translate ? "the title" : "title or abstract"
      case .version: "the paper's version"
      case .terms: "the glossary's terms"
      }
    }
    let have = names.count == 1 && names != ["title or abstract"] ? "has" : "have"
    return "\(list(names)) \(have) changed since (asked \(asked(stage.answer)))"
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func asked(_ answer: StageStanding.Answer?) -> String {
    answer.map {
      "on \($0.provenance.time.day) with \($0.provenance.profile) (\($0.provenance.model))"
    } ?? "never"
  }

  /// What a person has written, and for which words of the paper; nil where that is nothing.
  static func edit(_ standing: Standing) -> String? {
    guard let edit = standing.edit, !edit.fields.isEmpty else { return nil }
    let origin =
      switch edit.origin {
      case .editor: " (in an editor)"
      case .page: " (on a page of the site)"
      case .pin: " (pinned)"
      case nil: ""
      }
    let age =
      edit.isOutdated(for: standing.paper)
      ? "; title or abstract has changed since (version \(edit.version) then, "
        + "\(standing.paper.version) now)" : ""
    return "\(list(edit.fields)) by hand since \(edit.time.day)\(origin)\(age)"
  }

  /// What validation would say now, where that is not what stands on disk.
  private static func rejudged(_ standing: Standing) -> String? {
    guard let now = standing.today, standing.state == .unjudged else { return nil }
    return now.status == .accepted
      ? "validate: would be accepted now"
      : "validate: would be withheld now: \(now.findings.sentence)"
  }
}
