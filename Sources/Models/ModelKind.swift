/// The protocols that model servers speak.
package enum ModelKind: String, Sendable, CaseIterable {
  /// OpenAI's Chat Completions, which most other servers understand as well.
  case openAIChat = "openai-chat"

  /// The environment variable that holds a key when `MODEL_API_KEY` does not.
  package var keyVariable: String {
    switch self {
    case .openAIChat: "OPENAI_API_KEY"
    }
  }

  /// The pair of functions that speaks the protocol.
  var dialect: Dialect {
    switch self {
    case .openAIChat: .openAIChat
    }
  }
}
