/// Every environment variable that the program reads by its name; `.env.example` explains them.
///
/// Beside them there are the variables with keys that dialects and profiles name.
enum Variable: String, CaseIterable {
  case modelAPIKey = "MODEL_API_KEY"
  case modelProfile = "MODEL_PROFILE"
  case modelKind = "MODEL_KIND"
  case modelName = "MODEL_NAME"
  case modelBaseURL = "MODEL_BASE_URL"
  case arXivAPIURL = "ARXIV_API_URL"
  case arXivOAIURL = "ARXIV_OAI_URL"
  case arXivInterval = "ARXIV_INTERVAL_SECONDS"
  case arXivPaceFile = "ARXIV_PACE_FILE"
  case awsAccessKeyID = "AWS_ACCESS_KEY_ID"
  case awsSecretAccessKey = "AWS_SECRET_ACCESS_KEY"
  case awsSessionToken = "AWS_SESSION_TOKEN"
  case awsRegion = "AWS_REGION"
  case certificateFile = "SSL_CERT_FILE"

  /// What our own variables begin with; one that is not in the list above is a slip of the pen.
  static let prefixes = ["MODEL_", "ARXIV_"]
}
