import Foundation
import TestSupport

@testable import arxiv_digest

extension Settings {
  /// The shipped files, or those of other places, with some variables.
  static func test(
    _ variables: [String: String] = [:], places: Places = Places(folders: [Fixture.root])
  ) throws -> Settings {
    try Settings(places: places, environment: variables, dotEnv: "/nowhere/at/all/.env")
  }

  /// Settings with some model profiles, written as in `digest.json`, the first stage using `m`.
  ///
  /// `place` is what messages call the file.
  static func test<Result>(
    models: String, summarize: String = "m", _ variables: [String: String] = [:],
    _ body: (_ settings: Settings, _ place: String) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      let text = """
        {"topics":[{"slug":"sd","name":"合成データ","query":"abs:a"}],
         "models":{\(models)},"use":{"translate":"m","summarize":"\(summarize)"}}
        """
      try Data(text.utf8).write(to: URL(filePath: folder + "/digest.json"))
      // The prompts are the shipped ones.
      let places = Places(folders: [folder, Fixture.root])
      return try await body(try .test(variables, places: places), folder + "/digest.json")
    }
  }
}
