/// How a server is made to reply in JSON, the surest way first.
///
/// A server that does not know one way is asked in the next.
package enum ReplyFormat: String, Sendable, CaseIterable {
  /// The schema, with what the dialect takes of its counts and lengths.
  case boundedSchema = "json_schema"
  /// The schema without counts and lengths.
  case schema = "json_schema without bounds"
  /// Any JSON object; the prompt says which.
  case object = "json_object"
  /// Nothing; the prompt says all.
  case prompt

  /// The ways that `digest.json` can name to begin with.
  package static let named: [ReplyFormat] = [.boundedSchema, .object, .prompt]
}

/// What a dialect takes of a schema's bounds; the others answer them with an error.
package enum SchemaBounds: Sendable {
  /// Neither counts nor lengths.
  case none
  /// How many items a list has.
  case counts
  /// How many items a list has, and how many characters a text.
  case countsAndLengths
}
