import Foundation
import Records
import TestSupport
import Testing

@Suite("The room on a disk")
struct DiskRoomTests {
  @Test(
    "is enough from ten million bytes on, and where the file system does not say",
    arguments: [
      (0, "0 kB"), (999_999, "999 kB"), (1_000_000, "1 MB"), (9_999_999, "9 MB"),
      (10_000_000, nil), (1 << 40, nil), (nil, nil),
    ] as [(Int64?, String?)])
  func least(free: Int64?, shown: String?) {
    let room = DiskRoom(folder: "runs", free: free)
    guard let free, let shown else {
      #expect(throws: Never.self) { try room.check() }
      return
    }
    let error = RecordError.full(folder: "runs", free: free)
    #expect(throws: error) { try room.check() }
    #expect(
      error.description
        == "runs: only \(shown) are free on its disk, and 10 MB are wanted before a model is asked; "
        + "make room, or choose another --runs folder")
  }

  @Test("is that of the folder's file system; of what is not there nothing is known")
  func system() async throws {
    try await withTemporaryFolder { folder in
      #expect((DiskRoom(holding: folder).free ?? 0) > 0)
      // No bytes are ever free there.
      #expect(DiskRoom(holding: "/proc").free == 0)
      #expect(DiskRoom(holding: folder + "/none").free == nil)
    }
  }
}
