/// What a model is asked.
package struct Prompt: Sendable, Equatable {
  /// The caller's name for the question, such as `summarize-2407.20021`; recordings use it.
  package let name: String
  /// The instructions; the same for every paper, so that providers can cache them.
  package let system: String
  /// The papers, fenced as data.
  package let user: String
  /// What the reply must look like.
  package let schema: ReplySchema

  /// Puts a question together.
  package init(name: String, system: String, user: String, schema: ReplySchema) {
    self.name = name
    self.system = system
    self.user = user
    self.schema = schema
  }
}
