import Foundation

extension SettingGroup {
  /// How arXiv is reached.
  static func arXiv(_ settings: Settings, _ arguments: Arguments) throws -> SettingGroup {
    let variables = settings.variables
    let arXiv = try Configuration.arXiv(arguments, variables, contact: settings.file.contact)
    let seconds = arXiv.interval / .seconds(1)
    return SettingGroup(
      title: "network",
      settings: [
        Setting(.arXivAPIURL, arXiv.url, in: variables),
        Setting(.arXivOAIURL, arXiv.oaiURL, in: variables),
        Setting(.arXivInterval, seconds.word, in: variables),
        Setting(.arXivPaceFile, arXiv.paceFile ?? "none", in: variables),
        Setting("User-Agent", arXiv.userAgent),
        Setting(.certificateFile, arXiv.certificateFile ?? "the system's", in: variables),
      ] + proxies(ProcessInfo.processInfo.environment))
  }

  /// The proxies that libcurl obeys; an address may hold a password, so it is not shown.
  private static func proxies(_ environment: [String: String]) -> [Setting] {
    let names =
      ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      + ["no_proxy", "NO_PROXY"]
    return names.filter { environment[$0]?.isEmpty == false }
      .map { Setting($0, "set", from: "environment \($0)") }
  }
}
