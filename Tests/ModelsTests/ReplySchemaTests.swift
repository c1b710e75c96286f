import Foundation
import Models
import Testing

@Suite("Reply schemas")
struct ReplySchemaTests {
  @Test("the schema of titles is a list of identifiers and titles")
  func titles() throws {
    #expect(ReplySchema.titles.name == "paper_titles")
    #expect(
      try tree(of: .titles)
        == JSONDecoder().decode(
          JSONTree.self,
          from: Data(
            #"""
            {
              "type": "object",
              "properties": {
                "titles": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string", "description": "the arXiv id of the paper, as given"
                      },
                      "title": {"type": "string", "description": "the title in Japanese"}
                    },
                    "required": ["id", "title"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["titles"],
              "additionalProperties": false
            }
            """#.utf8)))
  }

  @Test("the schema of a summary is an identifier, bullets and a remark")
  func summary() throws {
    #expect(ReplySchema.summary.name == "paper_summary")
    #expect(
      try tree(of: .summary)
        == JSONDecoder().decode(
          JSONTree.self,
          from: Data(
            #"""
            {
              "type": "object",
              "properties": {
                "id": {"type": "string", "description": "the arXiv id of the paper, as given"},
                "bullets": {
                  "type": "array",
                  "items": {"type": "string", "description": "one sentence in Japanese"}
                },
                "remark": {"type": "string", "description": "one casual line in Japanese"}
              },
              "required": ["bullets", "id", "remark"],
              "additionalProperties": false
            }
            """#.utf8)))
  }

  @Test(
    "a schema uses only what every provider accepts", arguments: [ReplySchema.titles, .summary])
  func keywords(schema: ReplySchema) throws {
    try expectPlain(try tree(of: schema))
  }

  @Test(
    "a schema's name is one that providers accept", arguments: [ReplySchema.titles, .summary])
  func name(schema: ReplySchema) {
    #expect(schema.name.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil)
  }

  /// Strict modes want every property required, nothing beside them, and no bounds.
  private func expectPlain(_ node: JSONTree) throws {
    let fields = try #require(node.fields)
    switch fields["type"] {
    case .text("string"):
      #expect(Set(fields.keys) == ["type", "description"])
    case .text("array"):
      #expect(Set(fields.keys) == ["type", "items"])
      try expectPlain(try #require(fields["items"]))
    case .text("object"):
      #expect(Set(fields.keys) == ["type", "properties", "required", "additionalProperties"])
      #expect(fields["additionalProperties"] == .flag(false))
      let properties = try #require(fields["properties"]?.fields)
      #expect(fields["required"] == .list(properties.keys.sorted().map(JSONTree.text)))
      for property in properties.values { try expectPlain(property) }
    default:
      Issue.record("no plain type: \(node)")
    }
  }

  private func tree(of schema: ReplySchema) throws -> JSONTree {
    try JSONDecoder().decode(JSONTree.self, from: JSONEncoder().encode(schema))
  }
}
