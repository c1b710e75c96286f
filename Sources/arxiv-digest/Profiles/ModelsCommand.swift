import Foundation
import HTTP
import JSONText
import Models
import Records

/// `arxiv-digest models` and `models check`: what is there, and whether it works.
struct ModelsCommand: Subcommand {
  private let check: Bool
  private let name: String?
  private let isJSON: Bool
  private let settings: Settings
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    check = invocation.arguments.command == .modelsCheck
    name = invocation.arguments.operand
    isJSON = invocation.arguments.has(.json)
    settings = try invocation.settings()
    console = invocation.console
    typed = invocation.typed
  }

  /// Does what was asked for, and tells how it went.
  func run() async throws -> ExitCode {
    check ? try await checkAll() : try list()
  }

  private func list() throws -> ExitCode {
    let cost = try PaperCost(settings.prompts())
    let profiles = try ListedProfile.all(settings)
    if isJSON {
      console.print(json: "models") { object in
        cost.write(to: &object)
        object.set("models", profiles.map { profile in { profile.write(to: &$0, cost: cost) } })
      }
    } else {
      console.printText(ProfileTable.text(profiles, cost: cost))
    }
    console.say(PaperCost.assumption)
    console.say("next: \(typed.program) models check")
    return .done
  }

  private func checkAll() async throws -> ExitCode {
    let members = try members()
    let prompts = try settings.prompts()
    let options = CurlOptions(
      userAgent: "arxiv-digest/\(Help.version)",
      certificateFile: try Configuration.certificateFile(settings.variables), idleConnections: 1)
    let http = HTTPClient.curl(options).followingRedirects()
    var failed = 0
    for member in members where try await !check(member, http, prompts) { failed += 1 }
    let next = failed == 0 ? "run" : "models check\(name.map { " \($0)" } ?? "")"
    console.say("next: \(typed.program) \(next)\(failed == 0 ? "" : "  # once that is mended")")
    return failed == 0 ? .done : .failed
  }

  /// The profiles to check, each one once.
  private func members() throws(UsageError) -> [ResolvedProfile] {
    let resolver = ProfileResolver(settings: settings)
    if let name { return [try resolver.resolve(name, isOverridden: true)] }
    let use = settings.use()
    try resolver.checkKeys(of: use)
    var members: [ResolvedProfile] = []
    for member in try resolver.chain(from: use.translate) + resolver.chain(from: use.summarize)
    where !members.contains(where: { $0.profile == member.profile }) {
      members.append(member)
    }
    return members
  }

  /// Checks one profile; false where it does not work.
  private func check(
    _ member: ResolvedProfile, _ http: HTTPClient, _ prompts: PromptBook
  ) async throws -> Bool {
    let text = CheckText(profile: member.profile, keyVariable: member.keys.variable)
    do {
      let check = ProfileCheck(
        profile: try member.opened(), http: http, prompts: prompts,
        note: { [console] in console.say("note: \($0)") })
      console.printText(text.line(for: try await check.run()))
      return true
    } catch let error as CancellationError {
      throw error
    } catch {
      console.printText(text.lines(for: error))
      return false
    }
  }
}
