import Foundation
import Models
import Pipeline
import Records
import Validation

/// Everything a run needs, checked before the first request.
struct Configuration {
  /// What to do: a job for each week, the oldest first.
  let jobs: [Job]
  /// How arXiv is reached.
  let arXiv: ArXivSettings
  /// The profiles that translate: the first one is asked, the others stand in for it.
  let translate: [ModelProfile]
  /// The profiles that summarize: the first one is asked, the others stand in for it.
  let summarize: [ModelProfile]
  /// The prompts.
  let prompts: PromptBook
  /// Judges what came back.
  let validator: Validator
  /// The mark of the files that say how: `digest.json`, the prompts with the glossary, and the program.
  let settingsMark: Fingerprint
  /// Whether the network is used, recorded, or replaced by a recording.
  let traffic: Traffic
  /// US dollars above which a run on a terminal asks first; nil where it never does.
  let askAboveUSD: Double?
  /// Which of the machines that share the weeks this is; nil where there is one.
  let shard: Shard?
  /// Which part of all limits this machine keeps to; nil where it has them for itself.
  let share: Part?

  /// How arXiv is reached.
  struct ArXivSettings: Equatable {
    /// Which of arXiv's interfaces is asked, or the file that is read in its place.
    let source: SourceChoice
    /// The address of the search.
    let url: String
    /// The address of the harvesting interface.
    let oaiURL: String
    /// Time between two requests.
    let interval: Duration
    /// The file that keeps all processes of the machine to that; nil where there is no interval.
    let paceFile: String?
    /// Who we say we are.
    let userAgent: String
    /// Certificates to trust instead of the system's.
    let certificateFile: String?
    /// True where arXiv's own servers are asked, and not told by whom.
    var isAnonymous = false
  }

  /// Where papers come from.
  enum SourceChoice: Equatable {
    /// arXiv's search.
    case api
    /// arXiv's harvesting interface, OAI-PMH.
    case oai
    /// A saved feed, or the public snapshot of the metadata.
    case file(String)

    /// True where nothing is asked over the network.
    var isFile: Bool { if case .file = self { true } else { false } }
  }

  /// Whether the network is used, recorded, or replaced by a recording.
  enum Traffic: Equatable {
    /// Requests go out.
    case network
    /// Requests go out, and every exchange is kept in a folder.
    case recorded(to: String)
    /// Nothing goes out; a folder answers.
    case replayed(from: String)

    /// True where nothing is sent.
    var isReplay: Bool { if case .replayed = self { true } else { false } }
  }

  /// Makes sense of what was typed, the environment and the files.
  ///
  /// Throws `UsageError` or `TemplateError`, which name the value and where it comes from.
  init(_ arguments: Arguments, _ settings: Settings, now: Date) throws {
    let stages = try Self.stages(arguments)
    let share = try Self.share(arguments)
    let jobs = try Self.jobs(
      arguments, settings.file, path: settings.path, stages: stages, share: share, now: now)
    shard = try Self.shard(arguments, settings.variables, stages: stages)
    arXiv = try Self.arXiv(arguments, settings.variables, contact: settings.file.contact)
    if stages.contains(.fetch), arXiv.source == .api {
      try Self.checkLengths(jobs[0], url: arXiv.url, path: settings.path)
    }
    let traffic = try Self.traffic(arguments)
    let resolver = ProfileResolver(settings: settings)
    let use = settings.use(typed: arguments[.model])
    // A stage that is not run, or only planned, or asks a recording, needs no key.
    let isReading = [.plan, .status, .batches, .batchesCancel, .show, .why].contains(
      arguments.command)
    let sends = !isReading && !arguments.has(.dryRun) && !traffic.isReplay
    func profiles(_ stage: Stage, _ name: String) throws -> [ModelProfile] {
      let all = try resolver.chain(from: name)
      guard stages.contains(stage) else { return all.map(\.profile) }
      try Self.checkPrices(of: all.map(\.profile), jobs[0].purse.limits)
      try Self.checkLane(of: all.map(\.profile), jobs[0].batches.lane)
      let profiles = sends ? try all.map { try $0.opened() } : all.map(\.profile)
      return try profiles.map { try Self.sharing($0, share) }
    }
    if stages.contains(where: \.isPaid), sends { try resolver.checkKeys(of: use) }
    translate = try profiles(.translate, use.translate)
    summarize = try profiles(.summarize, use.summarize)
    prompts = try settings.prompts()
    validator = try settings.validator(prompts)
    settingsMark = try settings.mark()
    let askAboveUSD = try SpendingEntry.askAboveUSD(
      settings.file.spending?.value, path: settings.path)
    self.askAboveUSD =
      arguments.has(.yes) || traffic.isReplay ? nil : askAboveUSD / Double(share?.count ?? 1)
    self.jobs = jobs
    self.share = share
    self.traffic = traffic
  }

  /// Throws where the stage's own profile cannot be asked in batches; those that stand in are asked online.
  private static func checkLane(of profiles: [ModelProfile], _ lane: Lane) throws(UsageError) {
    guard lane == .batch, let profile = profiles.first, !profile.kind.hasBatches else { return }
    throw UsageError(
      "--lane batch: the model profile '\(profile.name)' is of kind \(profile.kind.rawValue), which has "
        + "no batches; use --lane online, or a profile of kind "
        + ModelKind.allCases.filter(\.hasBatches).map(\.rawValue).joined(separator: ", "))
  }

  /// Throws where a run could not keep to its limit on cost.
  private static func checkPrices(
    of profiles: [ModelProfile], _ limits: SpendingLimits
  ) throws(UsageError) {
    guard limits.maxUSD != nil else { return }
    for profile in profiles where profile.prices == nil {
      throw UsageError(
        "--max-cost: the model profile '\(profile.name)' names no prices for \(profile.model); "
          + "add them to digest.json, or use --max-requests")
    }
  }

  private static func stages(_ arguments: Arguments) throws(UsageError) -> [Stage] {
    if let stage = arguments.command.stage { return [stage] }
    switch arguments.command {
    case .edit, .hide, .pin: return [.validate]
    case .adopt: return [.validate, .render]
    default: break
    }
    if arguments.command == .redo { return [try redoneStage(arguments)] }
    guard let name = arguments[.from] else {
      return arguments.has(.noFetch) ? Stage.translate.andLater : Stage.allCases
    }
    guard let stage = Stage(rawValue: name) else {
      throw UsageError(
        "--from \(name): no such stage; the stages are "
          + Stage.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard stage != .fetch || !arguments.has(.noFetch) else {
      throw UsageError("--from fetch and --no-fetch exclude each other")
    }
    return stage.andLater
  }

  private static func traffic(_ arguments: Arguments) throws(UsageError) -> Traffic {
    switch (arguments[.replay], arguments[.record]) {
    case (nil, nil): return .network
    case (nil, let folder?):
      do { try AtomicFile.makeFolder(folder) } catch {
        throw UsageError("--record \(folder): nothing can be written there; choose another folder")
      }
      return .recorded(to: folder)
    case (let folder?, nil):
      let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
      guard let contents, !contents.isEmpty else {
        throw UsageError(
          "--replay \(folder): no folder with a recording; make one with --record \(folder)")
      }
      return .replayed(from: folder)
    case (_?, _?): throw UsageError("--replay and --record exclude each other")
    }
  }
}
