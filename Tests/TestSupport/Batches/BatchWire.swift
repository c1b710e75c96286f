import Foundation
import HTTP
import Models

/// The server's side of a provider's batch API.
///
/// Made after the providers' documents and not after the program, so that each checks the other.
package struct BatchWire: Sendable {
  /// How single questions and replies are written.
  package let dialect: FakeDialect
  /// What a request asks of the batch API; nil where it asks nothing of it.
  let call: @Sendable (LoopbackServer.Request) -> BatchCall?
  /// The name of an uploaded file, by its number.
  var fileName: @Sendable (Int) -> String = { "file-in-\($0)" }
  /// What is said of a file of some bytes that has come.
  var uploaded: @Sendable (_ name: String, _ size: Int) -> JSON = { _, _ in [:] }
  /// The name of a batch, by its number.
  let batchID: @Sendable (Int) -> String
  /// Key and body of a question in a batch.
  let question: @Sendable (JSON) -> (key: JSON, body: JSON)
  /// What is said of a batch.
  let status: @Sendable (FakeBatch) -> JSON
  /// A page of a list, and whether there is another one.
  let page: @Sendable ([FakeBatch], Bool) -> JSON
  /// The file in which answers, or all others, stand; nil where there is no such file.
  let resultFile: @Sendable (FakeBatch, _ isAnswer: Bool) -> String?
  /// A line of the results.
  let line: @Sendable (String, FakeBatch.Outcome) -> JSON
  /// True where a batch that cannot be done is not made at all.
  var objectsAtOnce = false
  /// True where what was answered before a batch's time was over can be fetched.
  var keepsParts = true
  /// True where it does no harm to stop what is over.
  var takesLateCancels = false

  /// All of them.
  package static let all = [openAIChat, openAIResponses, anthropic, gemini]

  /// The kind of a profile that speaks to it, as `digest.json` has it.
  package var kind: String { dialect.kind }
}

extension BatchWire: CustomStringConvertible {
  package var description: String { kind }
}

/// What a request asks of a batch API.
enum BatchCall {
  /// A batch to be made: of questions, or of a file with them.
  struct Order {
    var key: String?
    var file: String?
    var questions: [JSON] = []
  }

  /// Where may a file be sent? There.
  case startUpload(HTTPHeader)
  /// A file, nil where it is none; without a key where `isOpen`.
  case upload([UInt8]?, isOpen: Bool)
  case create(Order)
  case list(after: String?, limit: Int)
  case look(String)
  case results(String)
  case cancel(String)
}

extension LoopbackServer.Request {
  /// The parts of the path behind a base, without the query; empty where it is another path.
  func parts(behind base: String) -> [String] {
    let plain = path.prefix { $0 != "?" }
    guard plain.hasPrefix(base + "/") else { return [] }
    return plain.dropFirst(base.count).split(separator: "/").map(String.init)
  }

  /// A value in the query.
  func query(_ name: String) -> String? {
    URLComponents(string: path)?.queryItems?.first { $0.name == name }?.value
  }

  /// The body as JSON; null where it is none.
  var json: JSON { (try? JSONDecoder().decode(JSON.self, from: Data(body))) ?? .null }
}

extension Date {
  /// The moment as JSON in the form of RFC 3339, with parts of a second.
  func stamp(_ zone: String) -> JSON {
    .text(formatted(.iso8601).replacing("Z", with: ".123456" + zone))
  }
}
