import Models
import Pipeline

/// What a paper costs about: its share of a request for titles, and one summary.
struct PaperCost {
  /// What a typical paper takes, in tokens.
  let usage: TokenUsage

  /// What is taken for typical, in words.
  static let assumption = """
    A paper's cost is that of its share of a request for \(Pipeline.titlesPerRequest) titles and of \
    one summary,
    for an abstract of \(abstractLetters) letters and \(answerCharacters) characters of answer, \
    \(bytesPerToken) bytes a token, without thinking,
    retries or a cache.
    """

  private static let abstractLetters = 1300
  private static let titleLetters = 90
  /// Four bullets and a remark, as the prompt asks for them.
  private static let answerCharacters = 250
  private static let titleCharacters = 40
  /// Names, quotes and the identifier around an answer.
  private static let bracketBytes = 80
  /// English text has more of them in a token, Japanese fewer.
  private static let bytesPerToken = 3

  /// Measures the prompts as they are.
  init(_ prompts: PromptBook) throws {
    let paper = PromptBook.Paper(
      id: "2407.20021", title: String(repeating: "a", count: Self.titleLetters),
      abstract: String(repeating: "a", count: Self.abstractLetters))
    let count = Pipeline.titlesPerRequest
    let titles = prompts.titles(of: Array(repeating: paper, count: count), named: "titles")
    let summary = prompts.summary(of: paper, named: "summary")
    let input = try Self.bytes(titles) / count + Self.bytes(summary)
    // A Japanese character has three bytes.
    let output = 3 * (Self.titleCharacters + Self.answerCharacters) + 2 * Self.bracketBytes
    usage = TokenUsage(
      inputTokens: input / Self.bytesPerToken, outputTokens: output / Self.bytesPerToken)
  }

  /// The cost in US dollars; nil without prices.
  func dollars(_ prices: Prices?) -> Double? { prices?.cost(of: usage) }

  /// Instructions, question and schema, which providers count as well.
  private static func bytes(_ prompt: Prompt) throws -> Int {
    try prompt.system.utf8.count + prompt.user.utf8.count + prompt.schema.json().bytes().count
  }
}
