import ArXiv
import Foundation
import HTTP

extension Configuration {
  /// How arXiv is reached; throws `UsageError` where that would be rude, or is no address.
  static func arXiv(
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

  /// Certificates to trust instead of the system's; throws where they cannot be read.
  static func certificateFile(_ variables: Variables) throws(UsageError) -> String? {
    guard let file = variables[.certificateFile] else { return nil }
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw UsageError("SSL_CERT_FILE: \(file) cannot be read")
    }
    return file
  }
}
