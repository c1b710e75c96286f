import ArXiv
import Foundation
import HTTP

extension Configuration {
  /// How arXiv is reached; throws `UsageError` where that would be rude, or is no address.
  static func arXiv(
    _ arguments: Arguments, _ variables: Variables, contact: String?
  ) throws(UsageError) -> ArXivSettings {
    let search = try address(variables, .arXivAPIURL, default: ArXivAPI.publicURL)
    let harvest = try address(variables, .arXivOAIURL, default: OAIServer.publicURL)
    let source = try source(arguments)
    let asked = source == .oai ? harvest : search
    let interval = try interval(variables, of: asked)
    return ArXivSettings(
      source: source, url: search.withoutQuery, oaiURL: harvest.withoutQuery, interval: interval,
      paceFile: interval > .zero ? variables[.arXivPaceFile] ?? paceFile(of: asked) : nil,
      userAgent: "arxiv-digest/\(Help.version)\(contact.map { " (\($0))" } ?? "")",
      certificateFile: try certificateFile(variables),
      isAnonymous: asked.isArXiv && contact == nil && !source.isFile)
  }

  private static func address(
    _ variables: Variables, _ variable: Variable, default url: String
  ) throws(UsageError) -> HTTPURL {
    let text = variables[variable] ?? url
    guard let url = HTTPURL(text), !url.hasUserInfo, url.withoutQuery == text else {
      throw UsageError(
        "\(variable.rawValue): '\(text)' is no http or https address without a query")
    }
    return url
  }

  private static func source(_ arguments: Arguments) throws(UsageError) -> SourceChoice {
    switch arguments[.source] {
    case nil, "api"?: return .api
    case "oai"?: return .oai
    case let name?:
      let path = URL(filePath: name).resolvingSymlinksInPath().path(percentEncoded: false)
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular,
        FileManager.default.isReadableFile(atPath: name)
      else {
        throw UsageError(
          "--source \(name): neither api nor oai, nor a file that can be read"
            + nearest(name, ["api", "oai"]))
      }
      return .file(name)
    }
  }

  private static func interval(
    _ variables: Variables, of url: HTTPURL
  ) throws(UsageError) -> Duration {
    var interval = Politeness.interval
    if let text = variables[.arXivInterval] {
      guard let seconds = Double(text), seconds >= 0, seconds <= 3600 else {
        throw UsageError("ARXIV_INTERVAL_SECONDS: '\(text)' is no number from 0 to 3600")
      }
      interval = .seconds(seconds)
    }
    guard !url.isArXiv || interval >= Politeness.interval else {
      throw UsageError(
        "ARXIV_INTERVAL_SECONDS: arXiv allows one request in three seconds "
          + "(https://info.arxiv.org/help/api/tou.html); set it to 3 or more")
    }
    return interval
  }

  /// The file that all processes of this machine share; all of arXiv's servers have one pace.
  private static func paceFile(of url: HTTPURL) -> String {
    "/tmp/arxiv-digest-\(url.isArXiv ? "arxiv.org" : "\(url.host)-\(url.port)").pace"
  }

  /// Certificates to trust instead of the system's; throws where they cannot be read.
  static func certificateFile(_ variables: Variables) throws(UsageError) -> String? {
    guard let file = variables[.certificateFile] else { return nil }
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw UsageError(
        "SSL_CERT_FILE: \(file) cannot be read; name a file of certificates, or leave it out")
    }
    return file
  }
}

extension HTTPURL {
  /// True for arXiv's own servers.
  fileprivate var isArXiv: Bool { host == "arxiv.org" || host.hasSuffix(".arxiv.org") }
}
