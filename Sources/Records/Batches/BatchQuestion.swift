package import JSONText

/// One question of a batch, without its words: a line of the batch's list of questions.
///
/// It says what is needed to make a draft of the reply whenever it comes, whatever has changed since.
package struct BatchQuestion: Record {
  /// A paper of the question, with the marks of what it put into the prompt.
  package struct Part: Sendable, Equatable, JSONObjectReadable {
    /// The paper.
    package let id: ArXivID
    /// Fingerprint of what the paper put into the prompt.
    package let input: Fingerprint
    /// Fingerprint of the paper's own words in it.
    package let text: Fingerprint
    /// The paper's version.
    package let version: Int

    /// Puts the marks of a paper together.
    package init(id: ArXivID, input: Fingerprint, text: Fingerprint, version: Int) {
      self.id = id
      self.input = input
      self.text = text
      self.version = version
    }

    package init(from fields: inout JSONFields) throws(JSONError) {
      id = try fields.read("id")
      input = try fields.read("input")
      text = try fields.read("text")
      version = try fields.read("version")
    }

    func write(to object: inout JSONObject) {
      object.set("id", id.text)
      object.set("input", input.description)
      object.set("text", text.description)
      object.set("version", version)
    }
  }

  /// The key that the answer comes back with.
  package let id: String
  /// The question's name, such as `summarize-2407.20021`.
  package let name: String
  /// The papers.
  package let papers: [Part]
  /// Why it is not the stage's own profile that is asked; nil where it is.
  package let because: String?
  /// How many times the usual number of tokens the reply may have.
  package let outputFactor: Int
  /// How often it has been asked again for a reply that could not be used.
  package let repeats: Int
  /// How often papers have been left out of it, because the reply was of no use for them.
  package let splits: Int
  /// How often it was in a batch before that brought nothing about it.
  package let sendings: Int
  /// Bytes of the request.
  package let bytes: Int
  /// What it can cost at most in US dollars; nil where the profile names no prices.
  package let mostUSD: Double?

  /// Describes a question.
  package init(
    id: String, name: String, papers: [Part], because: String?, outputFactor: Int, repeats: Int,
    splits: Int, sendings: Int, bytes: Int, mostUSD: Double?
  ) {
    self.id = id
    self.name = name
    self.papers = papers
    self.because = because
    self.outputFactor = outputFactor
    self.repeats = repeats
    self.splits = splits
    self.sendings = sendings
    self.bytes = bytes
    self.mostUSD = mostUSD
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    name = try fields.read("name")
    papers = try fields.read("papers")
    because = try fields.readIfPresent("because")
    outputFactor = try fields.read("outputFactor")
    repeats = try fields.read("repeats")
    splits = try fields.read("splits")
    sendings = try fields.read("sendings")
    bytes = try fields.read("bytes")
    mostUSD = try fields.readIfPresent("mostUSD")
  }

  package func write(to object: inout JSONObject) {
    object.set("name", name)
    object.set("papers", papers.map { $0.write })
    object.set("because", because)
    object.set("outputFactor", outputFactor)
    object.set("repeats", repeats)
    object.set("splits", splits)
    object.set("sendings", sendings)
    object.set("bytes", bytes)
    object.set("mostUSD", mostUSD)
  }
}
