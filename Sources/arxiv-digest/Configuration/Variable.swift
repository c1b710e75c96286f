import Foundation

/// Every environment variable that the program reads; `.env.example` explains them.
enum Variable: String, CaseIterable {
  case modelAPIKey = "MODEL_API_KEY"
  case openAIAPIKey = "OPENAI_API_KEY"
  case modelProfile = "MODEL_PROFILE"
  case modelKind = "MODEL_KIND"
  case modelName = "MODEL_NAME"
  case modelBaseURL = "MODEL_BASE_URL"
  case arXivAPIURL = "ARXIV_API_URL"
  case arXivInterval = "ARXIV_INTERVAL_SECONDS"
  case certificateFile = "SSL_CERT_FILE"

  /// What our own variables begin with; one that is not in the list above is a slip of the pen.
  static let prefixes = ["MODEL_", "ARXIV_"]
}

/// The variables of the environment and of `.env`, the environment first.
struct Variables {
  private let environment: [String: String]
  private let file: [String: String]

  /// Lays the environment over the variables of a file.
  init(environment: [String: String], file: [String: String]) {
    self.environment = environment
    self.file = file
  }

  /// The value of a variable; an empty one counts as not set.
  subscript(_ variable: Variable) -> String? {
    for source in [environment, file] {
      let value = source[variable.rawValue]?.trimmingCharacters(in: .whitespacesAndNewlines)
      if let value, !value.isEmpty { return value }
    }
    return nil
  }
}
