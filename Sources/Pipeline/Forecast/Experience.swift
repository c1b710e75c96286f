import Records

/// What requests of a stage to a model have taken before, from the logs of the weeks on disk.
///
/// Only what was answered teaches: a refusal costs nothing, and is asked again.
struct Experience: Sendable, Equatable {
  /// Requests that were answered.
  private(set) var answers = 0
  /// Questions among them; the others were repairs.
  private(set) var questions = 0
  /// Weeks that they are of.
  private(set) var weeks = 0
  /// Tokens read for a byte of a request.
  private(set) var tokensPerByte: Estimate
  /// The part of what was read that came from the provider's cache.
  private(set) var cachedShare = 0.0
  /// The part of what was read that was written to the provider's cache.
  private(set) var cacheWriteShare = 0.0
  /// Tokens written for a paper.
  private(set) var outputPerPaper: Estimate
  /// Requests for a question, repairs included.
  private(set) var requestsPerQuestion: Estimate
  /// Seconds for a request; nil where none was timed.
  private(set) var seconds: Double?

  /// What is taken for granted where nothing was asked before: today's tokenizers make a token of about
  /// four bytes, of English as of Japanese, and our prompts ask for about 250 characters a paper.
  static func none(in stage: Stage) -> Experience {
    Experience(
      tokensPerByte: Estimate(low: 0.2, expected: 0.24, high: 0.36),
      outputPerPaper: stage == .translate
        ? Estimate(low: 25, expected: 46, high: 90)
        : Estimate(low: 150, expected: 205, high: 450),
      requestsPerQuestion: Estimate(low: 1, expected: 1, high: 1.5))
  }

  private init(tokensPerByte: Estimate, outputPerPaper: Estimate, requestsPerQuestion: Estimate) {
    self.tokensPerByte = tokensPerByte
    self.outputPerPaper = outputPerPaper
    self.requestsPerQuestion = requestsPerQuestion
  }

  /// Learns from requests of one stage to one model, a list for each week.
  init(of stage: Stage, from logs: [[PaidRequest]]) {
    self = .none(in: stage)
    let answered = logs.map { $0.filter { $0.state == .answered && $0.usage.inputTokens > 0 } }
      .filter { !$0.isEmpty }
    let all = answered.flatMap(\.self)
    guard !all.isEmpty else { return }
    answers = all.count
    weeks = answered.count
    let asked = answered.map { week in Set(week.map(\.question)).count }
    questions = asked.reduce(0, +)
    let weighed = all.filter { ($0.bytes ?? 0) > 0 }
    if !weighed.isEmpty {
      tokensPerByte = Estimate(
        of: weighed.map { (Double($0.usage.inputTokens), Double($0.bytes ?? 1)) })
    }
    let read = Double(all.map(\.usage.inputTokens).reduce(0, +))
    cachedShare = Double(all.map(\.usage.cachedTokens).reduce(0, +)) / read
    cacheWriteShare = Double(all.map(\.usage.cacheWriteTokens).reduce(0, +)) / read
    outputPerPaper = Estimate(
      of: all.map { (Double($0.usage.outputTokens), Double($0.papersInQuestion)) })
    let rates = zip(answered, asked).map { Double($0.count) / Double($1) }
    requestsPerQuestion = Estimate(
      low: 1, expected: Double(answers) / Double(questions), high: rates.max() ?? 1)
    let times = all.compactMap(\.seconds)
    seconds = times.isEmpty ? nil : times.reduce(0, +) / Double(times.count)
  }
}

extension Estimate {
  /// A ratio as it was seen: the whole sum for what is expected, and the tenth and the ninetieth of a
  /// hundred cases for the bounds.
  fileprivate init(of cases: [(part: Double, whole: Double)]) {
    let ratios = cases.map { $0.part / max(1, $0.whole) }.sorted()
    let sum = cases.reduce((part: 0.0, whole: 0.0)) { ($0.part + $1.part, $0.whole + $1.whole) }
    let expected = sum.part / max(1, sum.whole)
    let last = ratios.count - 1
    self.init(
      low: min(expected, ratios[last / 10]), expected: expected,
      high: max(expected, ratios[last - last / 10]))
  }
}

extension PaidRequest {
  /// How many papers the question was about, which its name tells.
  var papersInQuestion: Int {
    guard let plus = question.lastIndex(of: "+") else { return 1 }
    return 1 + (Int(question[question.index(after: plus)...].prefix(while: \.isNumber)) ?? 0)
  }
}
