/// What a model wrote, before anybody reads it.
package struct ModelReply: Sendable, Equatable {
  /// Whether the text is all that the model meant to write.
  package enum Completeness: Sendable, Equatable {
    /// The model came to its end.
    case complete
    /// The output limit cut the text.
    case truncated
    /// The model declined, in its own words where it gave any.
    case refused(String)
    /// The provider's filter withheld the text.
    case filtered
  }

  /// The model's text.
  package var text: String
  /// Whether the text is whole.
  package var completeness: Completeness
  /// What the server counted; nil where it says nothing, which does not mean that it is free.
  package var usage: TokenUsage?
  /// The model that served the request, which may be a dated one behind an alias.
  package var servedModel: String?
  /// The provider's name for the exchange, for its support.
  package var requestID: String?
  /// Requests that it took, those that failed before included.
  package var requests: Int
  /// The way in which JSON was asked for.
  package var format: ReplyFormat

  /// Puts a reply together.
  package init(
    text: String, completeness: Completeness = .complete, usage: TokenUsage? = nil,
    servedModel: String? = nil, requestID: String? = nil, requests: Int = 1,
    format: ReplyFormat = .prompt
  ) {
    self.text = text
    self.completeness = completeness
    self.usage = usage
    self.servedModel = servedModel
    self.requestID = requestID
    self.requests = requests
    self.format = format
  }

  /// True where the model came to its end and wrote nothing.
  var isEmpty: Bool {
    completeness == .complete && text.utf8.allSatisfy { $0 <= 0x20 }
  }
}
