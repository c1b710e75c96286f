import Foundation
import HTTP
import JSONText

/// What the batch APIs of all providers share: how answers and lines are read.
extension BatchDialect {
  /// The object in an answer; throws `ModelError` where there is none.
  static func object(_ response: HTTPResponse) throws -> JSON {
    guard (200..<300).contains(response.status) else { throw ModelError(response) }
    // What the reader has to say is of no use; the answer itself is quoted.
    let json = try? JSON(json: JSONElement(response.body[...]))
    guard case .object? = json, let json else {
      throw Dialect.unreadable(response, because: "it is no object")
    }
    return json
  }

  /// The text of a member that a batch cannot do without.
  static func text(_ name: String, of json: JSON, in response: HTTPResponse) throws -> String {
    guard let text = json[name].text, !text.isEmpty else {
      throw Dialect.unreadable(response, because: "it names no \(name)")
    }
    return text
  }

  /// The head of a line of the results, without what the online dialect reads.
  static func head<Head: JSONReadable>(
    _ type: Head.Type, of line: ArraySlice<UInt8>
  ) throws -> Head {
    do { return try Head(json: JSONElement(line)) } catch {
      throw unreadable(line, because: error.sentence)
    }
  }

  /// A line of the results that says nothing of any question.
  static func unreadable(_ line: ArraySlice<UInt8>, because reason: String) -> ModelError {
    let words = String(decoding: line, as: UTF8.self).excerpt
    return ModelError(
      .unreadable, status: 200, message: "a line of the results: \(reason): \(words)")
  }

  /// What the online dialect makes of an answer that stands in a line of the results.
  static func outcome(
    status: Int, requestID: String? = nil, body: some Sequence<UInt8>, _ profile: ModelProfile
  ) throws -> BatchAnswer.Outcome {
    let headers = requestID.map { [HTTPHeader("x-request-id", $0)] } ?? []
    let response = HTTPResponse(status: status, headers: headers, body: Array(body))
    do {
      return .reply(try profile.kind.dialect.reply(response))
    } catch let error as ModelError {
      return .failed(error)
    }
  }

  /// An error as it stands in a line of the results, put where the online API has it.
  static func errorBody(_ error: ArraySlice<UInt8>) -> [UInt8] {
    Array(#"{"error":"#.utf8) + error + Array("}".utf8)
  }
}

extension HTTPRequest.Limits {
  /// For a file of questions on its way there, or of results on its way back.
  static let file = HTTPRequest.Limits(total: .seconds(3600), bodyBytes: 512 << 20)

  /// For a word about a batch, or a list of them.
  static let word = HTTPRequest.Limits(total: .seconds(60), bodyBytes: 16 << 20)
}

extension ModelProfile {
  /// A request that reads something about batches.
  func batchGet(
    _ name: String, from path: String, query: String = "", limits: HTTPRequest.Limits = .word
  ) -> HTTPRequest {
    request("batch-\(name)", .get, to: path, query: query, limits: limits)
  }

  /// A request that has something done about batches.
  func batchPost(
    _ name: String, _ body: [UInt8] = Array("{}".utf8), to path: String, query: String = "",
    contentType: String = "application/json", limits: HTTPRequest.Limits = .word
  ) -> HTTPRequest {
    request(
      "batch-\(name)", .post(body: body), to: path, query: query, contentType: contentType,
      limits: limits)
  }
}

extension HTTPRequest {
  /// The request on a connection of its own.
  ///
  /// Where a kept connection closes without an answer, libcurl sends once more by itself; a batch
  /// would be made twice.
  var alone: HTTPRequest {
    var request = self
    request.isAlone = true
    return request
  }
}

extension String {
  /// The text as one part of a URL's path, or as a value in its query.
  var partEscaped: String { pathEscaped.replacing("/", with: "%2F") }

  /// A name of the provider's as part of the name of an exchange.
  var exchangePart: String { String(replacing("/", with: "-").suffix(80)) }
}

extension Date {
  /// Reads a moment as providers write it; parts of a second are cut off.
  init?(providerText text: String) {
    let whole = text.replacing(/\.[0-9]+/, with: "").replacing("+00:00", with: "Z")
    // A moment that cannot be read says nothing, and who asks can do without.
    guard let date = try? Date(whole, strategy: .iso8601) else { return nil }
    self = date
  }
}
