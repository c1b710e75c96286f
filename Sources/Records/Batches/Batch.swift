package import Foundation
package import JSONText

/// Many questions that a provider answers in its own time, at the price of a batch: a line of
/// `batches.jsonl`.
///
/// The line is on disk before the provider hears of the batch, so that no crash leaves one behind that
/// nobody knows of.
package struct Batch: Record {
  /// How far a batch is, as far as we know.
  package enum State: String, Sendable, JSONReadable {
    /// It is on disk, and may have been sent.
    case written
    /// The provider has it.
    case submitted
    /// Its results are on disk, and not all of them are answers yet.
    case saved
    /// Something has become of each of its questions.
    case settled
    /// The provider did not take it, and has answered none of it.
    case refused
    /// It was given up: nobody knows what was answered and charged.
    case lost
  }

  /// A paper that the batch has brought no answer about, and that is not asked about again by itself.
  package struct Unanswered: Sendable, Equatable, JSONObjectReadable {
    /// The paper.
    package let id: ArXivID
    /// Why, in one sentence.
    package let message: String

    /// Pairs a paper with a reason.
    package init(id: ArXivID, message: String) {
      self.id = id
      self.message = message
    }

    package init(from fields: inout JSONFields) throws(JSONError) {
      id = try fields.read("id")
      message = try fields.read("message")
    }

    func write(to object: inout JSONObject) {
      object.set("id", id.text)
      object.set("message", message)
    }
  }

  /// What tells it from all other batches; the provider keeps it too.
  package let id: String
  /// Its number within the week, from 1.
  package let number: Int
  /// The stage that asks.
  package let stage: String
  /// The name of the model profile.
  package let profile: String
  /// The model that is asked for.
  package let model: String
  /// What is spoken to which server, such as `anthropic https://api.anthropic.com/v1`.
  package let server: String
  /// The topics of the command that sent it, by their slugs.
  package let topics: [String]
  /// The way in which JSON is asked for.
  package let format: String
  /// Fingerprint of the prompt templates.
  package let prompt: Fingerprint
  /// Questions in it.
  package let questions: Int
  /// What they can cost at most in US dollars; nil where the profile names no prices.
  package let mostUSD: Double?
  /// When it was written.
  package let made: Date
  /// How far it is.
  package var state: State = .written
  /// When it was last sent, or was about to be; nil where it never was.
  package var tried: Date?
  /// The provider's name for it; nil while none is known.
  package var providerID: String?
  /// When the provider was known to have it.
  package var submitted: Date?
  /// Questions that are answered, as far as the provider says so.
  package var answered = 0
  /// Questions that have failed, as far as the provider says so.
  package var failed = 0
  /// Since when the provider does not know it any more; nil while it does.
  package var missed: Date?
  /// How often in a row it was looked for since then.
  package var misses = 0
  /// When the provider was asked to stop it; nil where it was not.
  package var stopped: Date?
  /// Files of results on disk.
  package var files = 0
  /// When it was over for us.
  package var ended: Date?
  /// What the answers took.
  package var usage = Usage()
  /// What they have cost in US dollars; nil where that is not known.
  package var costUSD: Double? = 0
  /// True where it was refused because the provider has too much of ours to do already.
  package var isTooMuch = false
  /// Why it was refused or given up, in one sentence; nil where it was not.
  package var reason: String?
  /// The keys of questions that the provider has not taken.
  package var refusedQuestions: [String] = []
  /// Papers that it has brought no answer about, for good.
  package var unanswered: [Unanswered] = []

  /// Describes a batch that nobody has sent yet.
  package init(
    id: String, number: Int, stage: String, profile: String, model: String, server: String,
    topics: [String],
    format: String,
    prompt: Fingerprint, questions: Int, mostUSD: Double?, made: Date
  ) {
    self.id = id
    self.number = number
    self.stage = stage
    self.profile = profile
    self.model = model
    self.server = server
    self.topics = topics
    self.format = format
    self.prompt = prompt
    self.questions = questions
    self.mostUSD = mostUSD
    self.made = made
  }

  /// The last part of its name, which no other batch has.
  package var mark: Substring { id.split(separator: "-").last ?? Substring(id) }

  /// True while something may still come of it.
  package var isOpen: Bool { [.written, .submitted, .saved].contains(state) }
}

extension Batch {
  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    number = try fields.read("number")
    stage = try fields.read("stage")
    profile = try fields.read("profile")
    model = try fields.read("model")
    server = try fields.read("server")
    topics = try fields.read("topics")
    format = try fields.read("asking")
    prompt = try fields.read("prompt")
    questions = try fields.read("questions")
    mostUSD = try fields.readIfPresent("mostUSD")
    made = try fields.read("made")
    state = try fields.read("state")
    tried = try fields.readIfPresent("tried")
    providerID = try fields.readIfPresent("providerID")
    submitted = try fields.readIfPresent("submitted")
    answered = try fields.read("answered")
    failed = try fields.read("failed")
    missed = try fields.readIfPresent("missed")
    misses = try fields.readIfPresent("misses") ?? 0
    stopped = try fields.readIfPresent("stopped")
    files = try fields.read("files")
    ended = try fields.readIfPresent("ended")
    usage = try fields.read("usage")
    costUSD = try fields.readIfPresent("costUSD")
    isTooMuch = try fields.readIfPresent("tooMuch") ?? false
    reason = try fields.readIfPresent("reason")
    refusedQuestions = try fields.readIfPresent("refusedQuestions") ?? []
    unanswered = try fields.readIfPresent("unanswered") ?? []
  }

  package func write(to object: inout JSONObject) {
    object.set("number", number)
    object.set("stage", stage)
    object.set("profile", profile)
    object.set("model", model)
    object.set("server", server)
    object.set("topics", topics)
    object.set("asking", format)
    object.set("prompt", prompt.description)
    object.set("questions", questions)
    object.set("mostUSD", mostUSD)
    object.set("made", made)
    object.set("state", state.rawValue)
    if let tried { object.set("tried", tried) }
    object.set("providerID", providerID)
    if let submitted { object.set("submitted", submitted) }
    object.set("answered", answered)
    object.set("failed", failed)
    if let missed { object.set("missed", missed) }
    if misses > 0 { object.set("misses", misses) }
    if let stopped { object.set("stopped", stopped) }
    object.set("files", files)
    if let ended { object.set("ended", ended) }
    object.set("usage", usage.write)
    object.set("costUSD", costUSD)
    if isTooMuch { object.set("tooMuch", true) }
    object.set("reason", reason)
    if !refusedQuestions.isEmpty { object.set("refusedQuestions", refusedQuestions) }
    if !unanswered.isEmpty { object.set("unanswered", unanswered.map { $0.write }) }
  }
}
