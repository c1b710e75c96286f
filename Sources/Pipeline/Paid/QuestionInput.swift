/// What goes into a question about a paper; a draft is stale when one of these is another one today.
package enum QuestionInput: String, Sendable, CaseIterable {
  /// The wording of the prompt, or the shape of the reply that it asks for.
  case prompt
  /// The model that the stage would ask.
  case model
  /// The paper's title or abstract.
  case abstract
  /// The version of the paper; told beside `abstract`, because a new version with the same words is
  /// the same question.
  case version
  /// How the glossary wants the paper's terms written.
  case terms
}
