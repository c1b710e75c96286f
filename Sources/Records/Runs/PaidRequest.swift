package import Foundation
package import JSONText

/// One request that may cost money: a line of `requests.jsonl`.
///
/// The line is written before the request is sent, and again when it is known what became of it. A
/// line that still says `sent` when a run begins is a request of a run that was killed.
package struct PaidRequest: Record {
  /// What is known of a request.
  package enum State: String, Sendable, JSONReadable {
    /// On its way.
    case sent
    /// The model replied.
    case answered
    /// The server refused or failed.
    case failed
    /// Sent, and nobody knows whether it was answered and charged.
    case unknown
  }

  /// The request's number within the week, from 1.
  package var number: Int { Self.number(id) }
  /// The number as text, as every record's key is.
  package let id: String
  /// The stage that asked.
  package let stage: String
  /// The question's name, such as `summarize-2407.20021`.
  package let question: String
  /// The name of the model profile.
  package let profile: String
  /// The model that was asked for.
  package let model: String
  /// What is known of it.
  package var state: State
  /// What it can cost at most in US dollars; nil where the profile names no prices.
  package let mostUSD: Double?
  /// What the server counted.
  package var usage: Usage
  /// What it cost in US dollars; nil where that is not known.
  package var costUSD: Double?
  /// Bytes of its body; nil in records that are older than this field.
  package let bytes: Int?
  /// When it was sent.
  package let time: Date
  /// Seconds until its end was known; nil while it is not, and in older records.
  package var seconds: Double?
  /// The key of the question in the batch that it was a part of; nil where it was sent by itself.
  package let batch: String?

  /// Describes a request that is about to be sent.
  package init(
    number: Int, stage: String, question: String, profile: String, model: String, mostUSD: Double?,
    bytes: Int? = nil, batch: String? = nil, time: Date
  ) {
    id = String(number)
    self.stage = stage
    self.question = question
    self.profile = profile
    self.model = model
    state = .sent
    self.mostUSD = mostUSD
    usage = Usage(requests: 1)
    self.bytes = bytes
    self.batch = batch
    self.time = time
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    stage = try fields.read("stage")
    question = try fields.read("question")
    profile = try fields.read("profile")
    model = try fields.read("model")
    state = try fields.read("state")
    mostUSD = try fields.readIfPresent("mostUSD")
    usage = try fields.read("usage")
    costUSD = try fields.readIfPresent("costUSD")
    bytes = try fields.readIfPresent("bytes")
    time = try fields.read("time")
    seconds = try fields.readIfPresent("seconds")
    batch = try fields.readIfPresent("batch")
  }

  /// What the order of requests goes by.
  static func number(_ id: ID) -> Int { Int(id) ?? 0 }

  package func write(to object: inout JSONObject) {
    object.set("stage", stage)
    object.set("question", question)
    object.set("profile", profile)
    object.set("model", model)
    object.set("state", state.rawValue)
    object.set("mostUSD", mostUSD)
    object.set("usage", usage.write)
    object.set("costUSD", costUSD)
    if let bytes { object.set("bytes", bytes) }
    object.set("time", time)
    object.set("seconds", seconds)
    object.set("batch", batch)
  }
}
