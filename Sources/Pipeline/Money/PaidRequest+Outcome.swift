import Foundation
import Models
import Records

extension PaidRequest {
  /// The request with what became of it.
  func settled(_ outcome: Meter.Outcome, at time: Date) -> PaidRequest {
    var settled = self
    // A clock that was set back has measured nothing.
    let seconds = max(0, time.timeIntervalSince(self.time))
    settled.seconds = (seconds * 1000).rounded() / 1000
    switch outcome {
    case .answered(let tokens, let cost):
      settled.state = .answered
      settled.usage = Usage(requests: 1, tokens)
      settled.costUSD = cost
    case .failed(let tokens, let cost):
      settled.state = .failed
      settled.usage = Usage(requests: 1, tokens)
      settled.costUSD = cost
    case .unknown: settled.state = .unknown
    case .notSent:
      settled.state = .failed
      settled.usage = Usage()
      settled.costUSD = 0
    }
    return settled
  }
}

extension Usage {
  /// A number of requests with the tokens that a server counted.
  init(requests: Int, _ tokens: TokenUsage) {
    self.init(
      requests: requests, inputTokens: tokens.inputTokens, cachedTokens: tokens.cachedTokens,
      cacheWriteTokens: tokens.cacheWriteTokens, outputTokens: tokens.outputTokens,
      reasoningTokens: tokens.reasoningTokens)
  }
}
