/// A variable with what it is for, as `.env.example` and the manual page say it.
struct ExplainedVariable: Equatable {
  /// The variable.
  let name: String
  /// What it is for.
  let summary: String

  /// All variables that the program or a shipped profile reads, in the order of `.env.example`.
  static let all: [ExplainedVariable] = keys + models + arXiv + network

  private static let keys: [ExplainedVariable] = [
    row(
      .modelAPIKey,
      "The key for the one server that is asked; where it is empty, the profile's own variable is used."
    ),
    row("OPENAI_API_KEY", "OpenAI: the profiles openai and openai-responses."),
    row("ANTHROPIC_API_KEY", "Anthropic: the profile anthropic."),
    row("GEMINI_API_KEY", "Google: the profile gemini."),
    row("OLLAMA_API_KEY", "Ollama's cloud; a server of one's own wants none."),
    row("AWS_BEARER_TOKEN_BEDROCK", "Amazon Bedrock: a bearer token, the simplest way."),
    row(.awsAccessKeyID, "Amazon Bedrock: access keys, where there is no bearer token."),
    row(.awsSecretAccessKey, "The secret that belongs to them."),
    row(.awsSessionToken, "The token that belongs to them where they are temporary."),
    row(.awsRegion, "The region to sign for, where the base URL names none."),
    row(
      "AZURE_OPENAI_API_KEY",
      "Azure OpenAI: the profile azure; its base URL needs the name of your resource."),
    row("OPENROUTER_API_KEY", "OpenRouter: the profile openrouter."),
    row("GROQ_API_KEY", "Groq: the profile groq."),
    row("MISTRAL_API_KEY", "Mistral: the profile mistral."),
    row("DEEPSEEK_API_KEY", "DeepSeek: the profile deepseek."),
    row("TOGETHER_API_KEY", "Together: the profile together."),
  ]

  private static let models: [ExplainedVariable] = [
    row(.modelProfile, "The profile of digest.json that both stages take."),
    row(
      .modelKind,
      "The dialect: openai-chat, openai-responses, anthropic, gemini, ollama or bedrock."),
    row(.modelName, "The model's name as the server knows it."),
    row(.modelBaseURL, "The server's address, up to the dialect's own path."),
  ]

  private static let arXiv: [ExplainedVariable] = [
    row(.arXivAPIURL, "Where arXiv's search is."),
    row(.arXivOAIURL, "Where its harvesting interface is, which --source oai reads."),
    row(
      .arXivInterval,
      "Seconds between two requests to it; three at the least for arXiv itself. "
        + "All waits are multiples."),
    row(
      .arXivPaceFile,
      "The file that keeps all processes of a machine to that; in /tmp where this is empty."),
  ]

  private static let network: [ExplainedVariable] = [
    row(
      .certificateFile,
      "A PEM file of certificates to trust instead of the system's, for networks with their own.")
  ]

  private static func row(_ variable: Variable, _ summary: String) -> ExplainedVariable {
    row(variable.rawValue, summary)
  }

  private static func row(_ name: String, _ summary: String) -> ExplainedVariable {
    ExplainedVariable(name: name, summary: summary)
  }
}
