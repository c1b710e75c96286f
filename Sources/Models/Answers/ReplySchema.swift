/// The JSON object that a reply must be, as a JSON schema.
///
/// Only what every provider's structured output accepts: objects, arrays and strings, all required,
/// nothing beside them; counts and lengths where the dialect takes them.
package struct ReplySchema: Sendable, Equatable {
  /// The schema's name, which some providers ask for.
  package let name: String
  private let root: Node

  fileprivate indirect enum Node: Sendable, Equatable {
    case text(String, atMost: Int? = nil)
    case list(of: Node, count: Int? = nil)
    case object([String: Node])
  }

  /// `{"titles":[{"id":…,"title":…}]}`.
  ///
  /// The list has no count: a schema that differs from request to request is compiled each time.
  package static let titles = ReplySchema(
    name: "paper_titles",
    root: .object([
      "titles": .list(
        of: .object([
          "id": .text("the arXiv id of the paper, as given"),
          "title": .text("the title in Japanese", atMost: 300),
        ]))
    ]))

  /// `{"id":…,"bullets":[…],"remark":…}`.
  package static let summary = ReplySchema(
    name: "paper_summary",
    root: .object([
      "id": .text("the arXiv id of the paper, as given"),
      "bullets": .list(of: .text("one sentence in Japanese", atMost: 300), count: 4),
      "remark": .text("one casual line in Japanese", atMost: 300),
    ]))

  /// The schema, with what a dialect takes of its bounds.
  package func json(_ bounds: SchemaBounds = .none) -> JSON {
    root.json(bounds)
  }
}

extension ReplySchema.Node {
  fileprivate func json(_ bounds: SchemaBounds) -> JSON {
    switch self {
    case .text(let description, let most):
      let most: JSON = bounds == .countsAndLengths ? most.json { .integer($0) } : .null
      return ["type": "string", "description": .text(description), "maxLength": most]
    case .list(let item, let count):
      let count: JSON = bounds == .none ? .null : count.json { .integer($0) }
      return [
        "type": "array", "items": item.json(bounds), "minItems": count, "maxItems": count,
      ]
    case .object(let properties):
      return [
        "type": "object", "properties": .object(properties.mapValues { $0.json(bounds) }),
        "required": .list(properties.keys.sorted().map { .text($0) }),
        "additionalProperties": false,
      ]
    }
  }
}
