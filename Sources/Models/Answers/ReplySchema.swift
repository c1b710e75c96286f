/// The JSON object that a reply must be, as a JSON schema.
///
/// Only what every provider's structured output accepts: objects, arrays and strings, all required,
/// nothing beside them. Counts and lengths are left to validation.
package struct ReplySchema: Sendable, Equatable, Encodable {
  /// The schema's name, which some providers ask for.
  package let name: String
  fileprivate let root: Node

  fileprivate indirect enum Node: Sendable, Equatable {
    case text(String)
    case list(of: Node)
    case object([String: Node])
  }

  /// `{"titles":[{"id":…,"title":…}]}`.
  package static let titles = ReplySchema(
    name: "paper_titles",
    root: .object([
      "titles": .list(
        of: .object([
          "id": .text("the arXiv id of the paper, as given"),
          "title": .text("the title in Japanese"),
        ]))
    ]))

  /// `{"id":…,"bullets":[…],"remark":…}`.
  package static let summary = ReplySchema(
    name: "paper_summary",
    root: .object([
      "id": .text("the arXiv id of the paper, as given"),
      "bullets": .list(of: .text("one sentence in Japanese")),
      "remark": .text("one casual line in Japanese"),
    ]))

  package func encode(to encoder: any Encoder) throws {
    try root.encode(to: encoder)
  }
}

extension ReplySchema.Node: Encodable {
  private enum CodingKeys: String, CodingKey {
    case type, description, items, properties, required, additionalProperties
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .text(let description):
      try fields.encode("string", forKey: .type)
      try fields.encode(description, forKey: .description)
    case .list(let item):
      try fields.encode("array", forKey: .type)
      try fields.encode(item, forKey: .items)
    case .object(let properties):
      try fields.encode("object", forKey: .type)
      try fields.encode(properties, forKey: .properties)
      try fields.encode(properties.keys.sorted(), forKey: .required)
      try fields.encode(false, forKey: .additionalProperties)
    }
  }
}
