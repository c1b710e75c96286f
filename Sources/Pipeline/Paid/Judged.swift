import JSONText
import Records

/// What a draft means for the next round of its paper.
struct Judged: Sendable {
  /// The paper.
  let paper: Paper
  /// The profile that wrote the draft.
  let profile: String
  /// What validation would withhold the draft for.
  let errors: [Finding]
  /// Its reply as it goes on record; nil where the draft can be used.
  let failed: FailedReply?
  /// What the model is shown of it: this paper's own answer; nil where there is none to be shown.
  let shown: FailedReply?
  /// True where the reply holds nothing about the paper to judge.
  let isLacking: Bool
  /// What the paper has come to with this draft.
  let past: Question.Past

  /// True where the draft could be published.
  var isUsable: Bool { failed == nil }
}

extension FailedReply {
  /// The code of a reply that was judged and found wanting.
  static let rejected = "rejected"

  /// Findings that a model is shown; who finds more in four bullets finds the same.
  private static let mostFindings = 20

  /// What is wrong with the reply, each point as one line of JSON.
  var points: [String] {
    let points =
      findings?.prefix(Self.mostFindings).map {
        ($0.code, $0.field, $0.message, $0.quote)
      } ?? [(failure.code, "reply", failure.message, nil)]
    return points.map { code, field, message, quote in
      var object = JSONObject()
      object.set("code", code)
      object.set("field", field)
      object.set("message", message.start)
      object.set("quote", quote?.start)
      return String(decoding: object.line, as: UTF8.self)
    }
  }
}

extension String {
  /// As much of a message or a quotation as it takes to find the place.
  fileprivate var start: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(500)))
  }
}
