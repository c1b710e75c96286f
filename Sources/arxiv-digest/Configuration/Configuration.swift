import ArXiv
import Foundation
import HTTP
import Models
import Pipeline
import Records

/// Everything a run needs, checked before the first request.
struct Configuration {
  /// What to do.
  let job: Job
  /// How arXiv is reached.
  let arXiv: ArXivSettings
  /// The profile that translates.
  let translate: ModelProfile
  /// The profile that summarizes.
  let summarize: ModelProfile
  /// The prompts.
  let prompts: PromptBook
  /// Whether the network is used, recorded, or replaced by a recording.
  let traffic: Traffic

  /// How arXiv is reached.
  struct ArXivSettings: Equatable {
    /// The address of the search.
    let url: String
    /// Time between two requests.
    let interval: Duration
    /// Who we say we are.
    let userAgent: String
    /// Certificates to trust instead of the system's.
    let certificateFile: String?
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
  init(_ arguments: Arguments, _ variables: Variables, places: Places, now: Date) throws {
    let path = try places.find("digest.json")
    let file = try DigestFile.read(path)
    let stages = try Self.stages(arguments)
    job = try Self.job(arguments, file, path: path, stages: stages, now: now)
    arXiv = try Self.arXiv(variables, contact: file.contact)
    traffic = try Self.traffic(arguments)
    let chosen = arguments[.model] ?? variables[.modelProfile]
    let resolver = ProfileResolver(
      file: file, path: path, variables: variables,
      // A stage that is not run, or asks a recording, needs no key.
      wantsKey: stages.contains(where: \.isPaid) && !traffic.isReplay)
    translate = try resolver.profile(named: chosen ?? file.use.translate)
    summarize = try resolver.profile(named: chosen ?? file.use.summarize)
    let folder = try places.find("prompts")
    prompts = try PromptBook { name in
      let path = "\(folder)/\(name)"
      do { return (path, try String(contentsOf: URL(filePath: path), encoding: .utf8)) } catch {
        throw UsageError("\(path): cannot be read as text; restore it, or fix its permissions")
      }
    }
  }

  private static func stages(_ arguments: Arguments) throws(UsageError) -> [Stage] {
    if let stage = arguments.command.stage { return [stage] }
    guard let name = arguments[.from] else { return Stage.allCases }
    guard let stage = Stage(rawValue: name) else {
      throw UsageError(
        "--from \(name): no such stage; the stages are "
          + Stage.allCases.map(\.rawValue).joined(separator: ", "))
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

  private static func arXiv(
    _ variables: Variables, contact: String?
  ) throws(UsageError) -> ArXivSettings {
    let text = variables[.arXivAPIURL] ?? ArXivAPI.publicURL
    guard let url = HTTPURL(text), !url.hasUserInfo, url.withoutQuery == text else {
      throw UsageError("ARXIV_API_URL: '\(text)' is no http or https address without a query")
    }
    var interval = ArXivAPI.politeInterval
    if let text = variables[.arXivInterval] {
      guard let seconds = Double(text), seconds >= 0, seconds <= 3600 else {
        throw UsageError("ARXIV_INTERVAL_SECONDS: '\(text)' is no number from 0 to 3600")
      }
      interval = .seconds(seconds)
    }
    let isPublic = url.host == "arxiv.org" || url.host.hasSuffix(".arxiv.org")
    guard !isPublic || interval >= ArXivAPI.politeInterval else {
      throw UsageError(
        "ARXIV_INTERVAL_SECONDS: arXiv allows one request in three seconds "
          + "(https://info.arxiv.org/help/api/tou.html); set it to 3 or more")
    }
    return ArXivSettings(
      url: text, interval: interval,
      userAgent: "arxiv-digest/\(Help.version)\(contact.map { " (\($0))" } ?? "")",
      certificateFile: try certificateFile(variables))
  }

  private static func certificateFile(_ variables: Variables) throws(UsageError) -> String? {
    guard let file = variables[.certificateFile] else { return nil }
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw UsageError("SSL_CERT_FILE: \(file) cannot be read")
    }
    return file
  }
}
