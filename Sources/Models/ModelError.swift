import Foundation
import HTTP

/// Why a server gave no reply.
package enum ModelError: Error, Equatable {
  /// An error status, with what the server said.
  case status(Int, message: String)
  /// Status 200 with a body that is no reply of this dialect.
  case unreadable(reason: String)

  /// True where every other paper would meet the same: a key, a model name, a quota.
  package var concernsEveryPaper: Bool {
    switch self {
    case .status(401, _), .status(402, _), .status(403, _), .status(404, _): true
    case .status(429, let message): Self.namesExhaustion(message)
    case .status, .unreadable: false
    }
  }

  /// True where the words of the question may be to blame, and a question with fewer may do.
  package var isAboutContent: Bool {
    switch self {
    case .status(400, _), .status(413, _), .status(422, _): true
    case .status, .unreadable: false
    }
  }

  /// True for a 429 that no waiting cures: the money or the quota is used up.
  static func isExhausted(_ response: HTTPResponse) -> Bool {
    response.status == 429 && namesExhaustion(response.text)
  }

  private static func namesExhaustion(_ text: String) -> Bool {
    let codes = ["insufficient_quota", "credit_balance_exhausted", "spend_limit", "usage_limit"]
    return codes.contains { text.contains($0) }
  }
}

extension ModelError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .status(let status, let message):
      "the model's server answered \(status)\(Self.meaning(of: status))"
        + (message.isEmpty ? "" : ": \(message)")
    case .unreadable(let reason):
      "the answer of the model's server cannot be read: \(reason)"
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401: " (the key is wrong or missing; see MODEL_API_KEY)"
    case 402: " (no credit is left)"
    case 403: " (the key may not use this model)"
    case 404: " (no such model or address; see MODEL_NAME and MODEL_BASE_URL)"
    case 429: " (too many requests, or the quota is used up)"
    default: ""
    }
  }
}
