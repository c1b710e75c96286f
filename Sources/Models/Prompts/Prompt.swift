/// What a model is asked.
package struct Prompt: Sendable, Equatable {
  /// The caller's name for the question, such as `summarize-2407.20021`; recordings use it.
  package let name: String
  /// The instructions; the same for every paper, so that providers can cache them.
  package let system: String
  /// The papers, fenced as data.
  package var user: String
  /// What the reply must look like.
  package let schema: ReplySchema
  /// How many times the profile's output tokens the reply may have.
  package var outputFactor: Int

  /// Puts a question together.
  package init(
    name: String, system: String, user: String, schema: ReplySchema, outputFactor: Int = 1
  ) {
    self.name = name
    self.system = system
    self.user = user
    self.schema = schema
    self.outputFactor = outputFactor
  }
}
