/// The protocols that model servers speak.
package enum ModelKind: String, Sendable, CaseIterable {
  /// OpenAI's Chat Completions, which most other servers understand as well.
  case openAIChat = "openai-chat"
  /// OpenAI's Responses.
  case openAIResponses = "openai-responses"
  /// Anthropic's Messages.
  case anthropic
  /// Google's Gemini, `generateContent`.
  case gemini
  /// Ollama's own API.
  case ollama
  /// Amazon Bedrock's Converse.
  case bedrock

  /// The environment variable that holds a key where neither `MODEL_API_KEY` nor the profile's own
  /// variable does.
  package var keyVariable: String {
    switch self {
    case .openAIChat, .openAIResponses: "OPENAI_API_KEY"
    case .anthropic: "ANTHROPIC_API_KEY"
    case .gemini: "GEMINI_API_KEY"
    case .ollama: "OLLAMA_API_KEY"
    case .bedrock: "AWS_BEARER_TOKEN_BEDROCK"
    }
  }

  /// The provider's own address; nil where it depends on a region.
  package var publicURL: String? {
    switch self {
    case .openAIChat, .openAIResponses: "https://api.openai.com/v1"
    case .anthropic: "https://api.anthropic.com/v1"
    case .gemini: "https://generativelanguage.googleapis.com/v1beta"
    case .ollama: "http://localhost:11434"
    case .bedrock: nil
    }
  }

  /// The pair of functions that speaks the protocol.
  var dialect: Dialect {
    switch self {
    case .openAIChat: .openAIChat
    case .openAIResponses: .openAIResponses
    case .anthropic: .anthropic
    case .gemini: .gemini
    case .ollama: .ollama
    case .bedrock: .bedrock
    }
  }
}
