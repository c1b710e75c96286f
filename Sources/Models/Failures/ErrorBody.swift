import Foundation
import HTTP
import JSONText

/// What a server said went wrong, whatever the shape in which it said so.
///
/// An object under `error` is the rule. Others send a text there, a list around it, the members
/// without it, a page of HTML, or nothing; and some send it with status 200.
struct ErrorBody: Sendable, Equatable {
  /// The server's words, with its codes where the words leave them out; empty where it has none.
  let message: String
  /// The codes: type, code, status and reason, as far as there are any.
  let codes: [String]
  /// The status that the body names, which at relays is not the answer's own.
  let status: Int?
  /// How long the server asks to be left alone (`google.rpc.RetryInfo`).
  let retryDelay: Duration?

  /// Reads the body of an answer; never fails.
  init(_ response: HTTPResponse) {
    let body = response.body.drop { $0 <= 0x20 }
    // What is no JSON is quoted as it is.
    guard let json = try? JSON(json: JSONElement(body)) else {
      let words = response.text.withoutMarkup.excerpt
      self.init(words: words.isEmpty ? response.text.excerpt : words)
      return
    }
    self.init(json, otherwise: response.text.excerpt)
  }

  /// Reads an error in the body of a reply; nil where there is none.
  init?(in reply: JSON) {
    guard reply != .null else { return nil }
    self.init(reply, otherwise: "")
  }

  private init(words: String) {
    message = words
    codes = []
    status = nil
    retryDelay = nil
  }

  private init(_ json: JSON, otherwise words: String) {
    // Some relays wrap the object into a list of one.
    let outer = json.items.first ?? json
    let error = outer["error"] == .null ? outer : outer["error"]
    var codes = Self.codeKeys.compactMap { error[$0].text }
    codes += [error["innererror"]["code"], error["details"]["error_code"]].compactMap(\.text)
    codes += error["detail"].items.compactMap { $0["type"].text }
    // Google's details: a reason, or the name of the quota that is used up.
    for detail in error["details"].items {
      codes += [detail["reason"].text].compactMap(\.self)
      codes += detail["violations"].items.compactMap { $0["quotaId"].text }
    }
    let texts = Self.texts(of: error)
    let plain = texts.isEmpty ? words : texts.joined(separator: "; ")
    // A word of one capital or number, such as "429", tells nothing that the status does not.
    let untold = codes.reduce(into: [String]()) { untold, code in
      let isTold = untold.contains(code) || plain.lowercased().contains(code.lowercased())
      if code.contains(where: \.isLetter), !isTold { untold.append(code) }
    }
    message = untold.isEmpty ? plain : "\(plain) (\(untold.joined(separator: ", ")))"
    self.codes = codes
    status = error["code"].integer ?? error["status"].integer
    retryDelay = error["details"].items.compactMap { $0["retryDelay"].text }.first
      .flatMap { Duration(clockText: $0) }
  }

  private static let codeKeys = ["type", "code", "status"]

  /// Everything in an error that is meant to be read.
  private static func texts(of error: JSON) -> [String] {
    if let text = error.text { return [text] }
    let details = error["detail"].items.map { item in
      let place = item["loc"].items.compactMap { $0.text ?? $0.integer.map(String.init) }
      return (place.isEmpty ? "" : place.joined(separator: ".") + ": ") + (item["msg"].text ?? "")
    }
    // A relay's own words say little; those of the provider behind it stand in `raw`.
    let members = [
      error["message"], error["detail"], error["metadata"]["raw"], error["failed_generation"],
    ]
    let reasons = error["metadata"]["reasons"].items.compactMap(\.text)
    return (members.compactMap(\.text) + details + reasons).filter { !$0.isEmpty }
  }
}

extension String {
  /// The text of a page without its tags.
  fileprivate var withoutMarkup: String {
    guard utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return self }
    var text = ""
    var isTag = false
    for scalar in unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { text.unicodeScalars.append(scalar) }
      if scalar == ">" {
        isTag = false
        text.append(" ")
      }
    }
    return text
  }
}
