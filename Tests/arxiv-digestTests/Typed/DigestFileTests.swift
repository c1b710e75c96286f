import Foundation
import TestSupport
import Testing
import Validation

@testable import arxiv_digest

@Suite("digest.json")
struct DigestFileTests {
  private static let good = #"""
    {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
     "models":{"m":{"kind":"openai-chat","model":"x","baseURL":"http://127.0.0.1:1/v1"}},
     "use":{"translate":"m","summarize":"m"}}
    """#

  @Test("may hold comments, and a comma behind the last item")
  func comments() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/digest.json"
      let text = "// ours\n" + Self.good.replacing("}],", with: "},], /* { */")
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(try DigestFile.read(path).topics.map(\.slug) == ["sd"])
    }
  }

  @Test("what the checks ask for is taken from the file, and the rest as it is shipped")
  func rules() throws {
    let entry = ValidationEntry(
      repairs: nil, levels: ["length": "warning", "pet-word": "off"], titleLength: nil,
      bulletLength: [10, 90], remarkLength: nil, knownNames: ["Wikipedia"], petWords: ["未来"],
      petWordShare: 0.5, openingShare: nil)
    var expected = Rules()
    expected.levels = ["length": .warning, "pet-word": .off]
    expected.bulletLength = 10...90
    expected.knownNames += ["Wikipedia"]
    expected.petWords = ["未来"]
    expected.petWordShare = 0.5
    #expect(try ValidationEntry.rules(entry, path: JSONPlace(file: "digest.json")) == expected)
    #expect(try ValidationEntry.rules(nil, path: JSONPlace(file: "digest.json")) == Rules())
  }
}
