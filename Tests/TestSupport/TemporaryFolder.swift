import Foundation

/// Makes a folder of its own for `body`, and removes it afterwards, whatever happens.
package func withTemporaryFolder<Result>(
  _ body: (_ path: String) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "arxiv-digest-test-\(UUID().uuidString)", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  // A folder that stays behind costs a little room, and must not hide what the test found.
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
