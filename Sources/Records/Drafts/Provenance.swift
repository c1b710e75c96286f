package import Foundation

/// What made a draft: enough to tell whether the same question would be asked again.
package struct Provenance: Sendable, Equatable, Decodable {
  /// The name of the model profile in `digest.json`.
  package let profile: String
  /// The model that was asked for.
  package let model: String
  /// Fingerprint of the prompt templates and the reply's schema.
  package let prompt: Fingerprint
  /// Fingerprint of what the paper put into the prompt.
  package let input: Fingerprint
  /// The tokens of this draft; a request for several papers is shared out among them.
  package let usage: Usage
  /// When the reply arrived.
  package let time: Date

  /// Puts a provenance together.
  package init(
    profile: String, model: String, prompt: Fingerprint, input: Fingerprint, usage: Usage,
    time: Date
  ) {
    self.profile = profile
    self.model = model
    self.prompt = prompt
    self.input = input
    self.usage = usage
    self.time = time
  }

  func write(to object: inout JSONObject) {
    object.set("profile", profile)
    object.set("model", model)
    object.set("prompt", prompt.description)
    object.set("input", input.description)
    object.set("usage", usage.write)
    object.set("time", time)
  }
}
