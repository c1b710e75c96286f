package import JSONText

/// The bullets and the remark that a model wrote for a paper: a line of `summaries.jsonl`.
package struct SummaryDraft: Draft {
  /// The paper.
  package let id: ArXivID
  /// The bullets as they came; nil where the reply held none for this paper.
  package let bullets: [String]?
  /// The casual one-line comment; nil where the reply held none for this paper.
  package let remark: String?
  /// The model's raw text.
  package let reply: String
  /// Why there is no summary; nil where there is one.
  package let failure: DraftFailure?
  /// Replies about the paper that came before and could not be used, the oldest first.
  package var earlier: [FailedReply]?
  /// How often the model had been asked again in vain when this reply came.
  package var repairs: Int?
  /// What made this draft.
  package var provenance: Provenance

  /// Puts a draft together.
  package init(
    id: ArXivID, bullets: [String]?, remark: String?, reply: String, failure: DraftFailure?,
    earlier: [FailedReply]? = nil, repairs: Int? = nil, provenance: Provenance
  ) {
    self.id = id
    self.bullets = bullets
    self.remark = remark
    self.reply = reply
    self.failure = failure
    self.earlier = earlier
    self.repairs = repairs
    self.provenance = provenance
  }

  package init(from fields: inout JSONFields) throws(JSONError) {
    id = try fields.read("id")
    bullets = try fields.readIfPresent("bullets")
    remark = try fields.readIfPresent("remark")
    reply = try fields.read("reply")
    failure = try fields.readIfPresent("failure")
    earlier = try fields.readIfPresent("earlier")
    repairs = try fields.readIfPresent("repairs")
    provenance = try fields.read("provenance")
  }

  package func write(to object: inout JSONObject) {
    object.set("bullets", bullets)
    object.set("remark", remark)
    object.set("reply", reply)
    object.set("failure", failure?.write)
    if let earlier { object.set("earlier", earlier.map { $0.write }) }
    if let repairs { object.set("repairs", repairs) }
    object.set("provenance", provenance.write)
  }
}
