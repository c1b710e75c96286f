package import Foundation
package import JSONText

/// What made a draft: enough to tell whether the same question would be asked again.
package struct Provenance: Sendable, Equatable, JSONObjectReadable {
  /// The name of the model profile in `digest.json`.
  package let profile: String
  /// The model that was asked for.
  package let model: String
  /// Fingerprint of the prompt templates and the reply's schema.
  package let prompt: Fingerprint
  /// Fingerprint of what the paper put into the prompt.
  package let input: Fingerprint
  /// Fingerprint of the paper's own words in it, without the terms of the glossary; nil in records
  /// that are older than this field.
  package let text: Fingerprint?
  /// The version of the paper that was asked about; nil in records that are older than this field.
  package let version: Int?
  /// What the replies took that led to this draft; a request for several papers is shared out.
  ///
  /// Requests that failed on the way are counted, but not what servers charge for them: that stands
  /// in `requests.jsonl`.
  package var usage: Usage
  /// When the reply arrived.
  package let time: Date
  /// The model that served the request, where the server names one; an alias may hide it.
  package let servedModel: String?
  /// The provider's name for the exchange, for its support.
  package let requestID: String?
  /// Why this profile was asked and not the stage's own; nil where it is the stage's own.
  package let because: String?
  /// The key of the question in the batch that it came by; nil where it was asked by itself.
  package let batch: String?
  /// When the paper was last asked about anew in vain, so that this draft stayed; nil where it never
  /// was.
  package var retried: Date?

  /// Puts a provenance together.
  package init(
    profile: String, model: String, prompt: Fingerprint, input: Fingerprint,
    text: Fingerprint? = nil, version: Int? = nil, usage: Usage, time: Date,
    servedModel: String? = nil, requestID: String? = nil, because: String? = nil,
    batch: String? = nil, retried: Date? = nil
  ) {
    self.profile = profile
    self.model = model
    self.prompt = prompt
    self.input = input
    self.text = text
    self.version = version
    self.usage = usage
    self.time = time
    self.servedModel = servedModel
    self.requestID = requestID
    self.because = because
    self.batch = batch
    self.retried = retried
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    profile = try fields.read("profile")
    model = try fields.read("model")
    prompt = try fields.read("prompt")
    input = try fields.read("input")
    text = try fields.readIfPresent("text")
    version = try fields.readIfPresent("version")
    usage = try fields.read("usage")
    time = try fields.read("time")
    servedModel = try fields.readIfPresent("servedModel")
    requestID = try fields.readIfPresent("requestID")
    because = try fields.readIfPresent("because")
    batch = try fields.readIfPresent("batch")
    retried = try fields.readIfPresent("retried")
  }

  /// When the paper was last asked about, to the end.
  package var asked: Date { max(time, retried ?? time) }

  /// Writes the provenance for other programs.
  package func write(to object: inout JSONObject) {
    object.set("profile", profile)
    object.set("model", model)
    object.set("prompt", prompt.description)
    object.set("input", input.description)
    object.set("text", text?.description)
    if let version { object.set("version", version) }
    object.set("usage", usage.write)
    object.set("time", time)
    object.set("servedModel", servedModel)
    object.set("requestID", requestID)
    object.set("because", because)
    object.set("batch", batch)
    if let retried { object.set("retried", retried) }
  }
}
