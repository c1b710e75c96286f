import Testing

@testable import Models

@Suite("Reply schemas")
struct ReplySchemaTests {
  private static let id: JSON = [
    "type": "string", "description": "the arXiv id of the paper, as given",
  ]

  private static func text(_ description: String, _ lengths: Bool) -> JSON {
    [
      "type": "string", "description": .text(description), "maxLength": lengths ? 300 : .null,
    ]
  }

  private static let all: [(SchemaBounds, counts: Bool, lengths: Bool)] = [
    (.none, false, false), (.counts, true, false), (.countsAndLengths, true, true),
  ]

  @Test("the schema of titles is a list of identifiers and titles, however many", arguments: all)
  func titles(bounds: SchemaBounds, counts: Bool, lengths: Bool) {
    #expect(ReplySchema.titles.name == "paper_titles")
    #expect(
      ReplySchema.titles.json(bounds)
        == [
          "type": "object",
          "properties": [
            "titles": [
              "type": "array",
              "items": [
                "type": "object",
                "properties": [
                  "id": Self.id, "title": Self.text("the title in Japanese", lengths),
                ],
                "required": ["id", "title"],
                "additionalProperties": false,
              ],
            ]
          ],
          "required": ["titles"],
          "additionalProperties": false,
        ])
  }

  @Test("the schema of a summary is an identifier, four bullets and a remark", arguments: all)
  func summary(bounds: SchemaBounds, counts: Bool, lengths: Bool) {
    #expect(ReplySchema.summary.name == "paper_summary")
    #expect(
      ReplySchema.summary.json(bounds)
        == [
          "type": "object",
          "properties": [
            "id": Self.id,
            "bullets": [
              "type": "array", "items": Self.text("one sentence in Japanese", lengths),
              "minItems": counts ? 4 : .null, "maxItems": counts ? 4 : .null,
            ],
            "remark": Self.text("one casual line in Japanese", lengths),
          ],
          "required": ["bullets", "id", "remark"],
          "additionalProperties": false,
        ])
  }

  @Test("a schema has no bounds unless somebody asks", arguments: [ReplySchema.titles, .summary])
  func unbounded(schema: ReplySchema) {
    #expect(schema.json() == schema.json(.none))
  }

  @Test(
    "a schema's name is one that providers accept", arguments: [ReplySchema.titles, .summary])
  func name(schema: ReplySchema) {
    #expect(schema.name.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil)
  }
}
