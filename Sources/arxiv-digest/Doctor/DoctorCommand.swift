import Foundation
import HTTP
import JSONText
import Records

/// `arxiv-digest doctor`: whether everything that a run needs is there, each thing for itself.
struct DoctorCommand: Subcommand {
  let typed: TypedCommand
  private let arguments: Arguments
  private let console: Console
  private let places = Places.standard()
  private let timing = Timing.system

  /// Takes the command; what is wrong is found out later.
  init(_ invocation: Invocation) {
    typed = invocation.typed
    arguments = invocation.arguments
    console = invocation.console
  }

  /// Looks at everything, and tells of each thing as soon as it is known.
  ///
  /// Throws `CancellationError` alone.
  func run() async throws -> ExitCode {
    var findings: [Diagnosis] = []
    func tell(_ more: [Diagnosis]) {
      findings += more
      if !arguments.has(.json) { more.forEach { console.printText($0.line) } }
    }
    tell(ProgramCheck.findings())
    let files = FileCheck(
      places: places, environment: ProcessInfo.processInfo.environment, dotEnv: ".env")
    tell(files.findings)
    tell(folders)
    var dates: [(here: Date, there: Date)] = []
    for check in checks(files) {
      let (more, date) = try await check()
      if let date { dates.append((timing.date(), date)) }
      tell(more)
    }
    tell([ClockCheck.finding(here: dates.first?.here ?? timing.date(), there: dates.first?.there)])
    return end(findings)
  }

  private var folders: [Diagnosis] {
    let runs = FolderCheck(folder: Configuration.usualRuns, purpose: "records")
    let site = FolderCheck(folder: Configuration.usualSite, purpose: "pages")
    return [runs.writable(), site.writable(), runs.room()]
  }

  /// A look over the network: what was found, and the server's clock.
  private typealias Look = () async throws -> (findings: [Diagnosis], date: Date?)

  private func checks(_ files: FileCheck) -> [Look] {
    arXiv(files) + servers(files)
  }

  private func arXiv(_ files: FileCheck) -> [Look] {
    do {
      let arXiv = try Configuration.arXiv(
        arguments, files.variables, contact: files.digest?.value.contact)
      let check = ArXivCheck(
        settings: arXiv, http: http(arXiv.userAgent, arXiv.certificateFile), timing: timing)
      return [
        { ([check.paceFile()] + [check.contact()].compactMap(\.self), nil) },
        {
          let (finding, date) = try await check.answer()
          return ([finding], date)
        },
      ]
    } catch { return [{ ([.failure("arXiv", "\(error)")], nil) }] }
  }

  private func servers(_ files: FileCheck) -> [Look] {
    guard let settings = files.settings(places) else {
      return [{ ([.warning("models", "not looked at until digest.json can be read")], nil) }]
    }
    do {
      // A file of certificates that cannot be read is told with arXiv.
      let certificates = try? Configuration.certificateFile(files.variables)
      let http = http("arxiv-digest/\(Help.version)", certificates)
      try ProfileResolver(settings: settings).checkKeys(of: settings.use())
      let used: [Look] = try ListedProfile.used(settings).map { used in
        {
          let check = ServerCheck(member: used.member, http: http)
          let (finding, date) = try await check.answer()
          return ([check.key(), finding], date)
        }
      }
      return used + unused(settings)
    } catch { return [{ ([.failure("models", "\(error)")], nil) }] }
  }

  /// Tells of a mistake in a profile that no stage uses.
  private func unused(_ settings: Settings) -> [Look] {
    do { _ = try ListedProfile.all(settings) } catch {
      return [{ ([.warning("models", "\(error)")], nil) }]
    }
    return []
  }

  private func http(_ userAgent: String, _ certificateFile: String?) -> HTTPClient {
    HTTPClient.curl(
      CurlOptions(userAgent: userAgent, certificateFile: certificateFile, idleConnections: 1)
    ).followingRedirects()
  }

  private func end(_ findings: [Diagnosis]) -> ExitCode {
    let failed = findings.count { $0.level == .failure }
    if arguments.has(.json) {
      console.print(json: "doctor") { object in
        object.set("failed", failed)
        object.set("findings", findings.map(\.json))
      }
    }
    console.say(
      failed == 0
        ? "next: \(typed.program) models check  # asks each model one small question, which costs"
        : "\(ReportText.number(failed, "thing")) to mend\nnext: \(typed.line)  # once that is done")
    return failed == 0 ? .done : .failed
  }
}
