import Foundation
import Pipeline
import Records

/// `arxiv-digest adopt`: takes what was changed by hand on pages of the site into records.
struct AdoptCommand: Subcommand {
  let typed: TypedCommand
  private let configuration: Configuration
  private let console: Console
  private let isRehearsal: Bool

  /// Takes the command; throws `UsageError` for what a run would not begin with.
  init(_ invocation: Invocation) throws {
    configuration = try invocation.configuration(invocation.settings())
    console = invocation.console
    isRehearsal = invocation.arguments.has(.dryRun)
    typed = invocation.typed.pinned(to: configuration.jobs.map(\.week))
  }

  func run() async throws -> ExitCode {
    let job = configuration.jobs[0]
    let services = configuration.services(note: { [console] in console.tell(.note($0)) })
    let pipeline = Pipeline(job: job, services: services, tell: { _ in })
    let adoptions = try await pipeline.adoptions()
    guard !adoptions.isEmpty else {
      console.say("week \(job.week): no page was changed by hand")
      return .done
    }
    for (page, _) in adoptions { console.say(ChangedPageText.lines(page).joined(separator: "\n")) }
    for (page, adoption) in adoptions where adoption.isUnreadable {
      console.say("\(page.path): tells of no paper, so nothing is taken from it")
    }
    let refused = try await adopt(adoptions.map(\.adoption), in: job.folder)
    guard !isRehearsal else {
      console.say("next: \(typed.without(switch: Option.dryRun.flag).line)  # does this")
      return refused > 0 ? .partial : .done
    }
    let report = try await pipeline.run()
    for page in report.pages { console.print(page) }
    return close(report, refused: refused)
  }

  /// Writes the decisions down that can be published, tells of each, and counts the others.
  ///
  /// Of a paper that several pages tell of, the first page counts.
  private func adopt(_ adoptions: [PageAdoption], in folder: RunFolder) async throws -> Int {
    let desk = try EditDesk(folder, judgedBy: configuration.validator)
    var decisions: [ArXivID: Edit] = [:]
    var refused = 0
    for change in adoptions.flatMap(\.changes) where decisions[change.id] == nil {
      guard let sheet = desk.sheet(of: change.id) else {
        console.say("\(change.id): not a paper of this week; its text cannot be taken")
        refused += 1
        continue
      }
      let errors = desk.errors(in: change.texts, about: sheet.paper)
      guard errors.isEmpty else {
        for error in errors {
          console.say("\(change.id): not taken: \(error.code) in \(error.field): \(error.sentence)")
        }
        refused += 1
        continue
      }
      decisions[change.id] = sheet.decision(for: change.texts, from: .page, at: Date())
      console.say("\(change.id): \(change.fields.joined(separator: ", ")) taken from the page")
    }
    for id in adoptions.flatMap(\.missing) where decisions[id] == nil {
      decisions[id] = desk.sheet(of: id)?.hidden(true, at: Date())
      console.say("\(id): taken off the page, so hidden; `hide \(id) --undo` shows it again")
    }
    guard !isRehearsal else { return refused }
    try await desk.save(decisions.values.sorted { $0.id < $1.id })
    return refused
  }

  /// Tells what is left on the pages that records cannot hold.
  private func close(_ report: RunReport, refused: Int) -> ExitCode {
    guard let left = report.changedPages.first else {
      console.say("next: publish \(configuration.jobs[0].site)/; the pages and the records agree")
      return refused > 0 ? .partial : .done
    }
    console.say(
      "\(left.path): still differs, and was not written over; - is what would be written, + the page"
    )
    console.say(ChangedPageText.lines(left.difference).joined(separator: "\n"))
    let overwrite = typed.turned(into: .render).with(switch: Option.overwrite.flag)
    console.say(
      "next: mend the page and type \(typed.line) again; or drop what is left: \(overwrite.line)")
    return .partial
  }
}
