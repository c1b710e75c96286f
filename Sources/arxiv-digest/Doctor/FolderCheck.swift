import Foundation
import Records

/// Looks whether a folder takes files, and leaves nothing behind.
struct FolderCheck {
  /// The folder, which need not be there yet.
  let folder: String
  /// What it is for, such as `records`.
  let purpose: String

  /// Less than this is soon full: a year of weeks takes some hundred megabytes.
  static let little = 200_000_000
  /// Less than this is not enough for a week.
  static let tooLittle = 20_000_000

  /// Whether a file can be made there, or where the folder will be made.
  func writable() -> Diagnosis {
    let name = "\(folder)/"
    do {
      let place = try existing()
      let file = URL(filePath: place).appending(path: ".arxiv-digest-\(UUID().uuidString)")
      try Data("x".utf8).write(to: file, options: .withoutOverwriting)
      try FileManager.default.removeItem(at: file)
      return .ok(name, place == folder ? "takes \(purpose)" : "will be made for \(purpose)")
    } catch {
      return .failure(
        name,
        "takes no \(purpose): \(SystemError.reason(error)); give it to the user that runs the program, "
          + "or choose another folder with --\(folder)")
    }
  }

  /// Whether there is room for more.
  func room() -> Diagnosis {
    do {
      let attributes = try FileManager.default.attributesOfFileSystem(forPath: existing())
      guard let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value else {
        return .warning("disk space", "the system does not tell how much is free")
      }
      return Self.room(free: Int(free))
    } catch {
      return .warning("disk space", "cannot be told: \(SystemError.reason(error))")
    }
  }

  /// Whether so many bytes are room enough.
  static func room(free: Int) -> Diagnosis {
    let text = "\(free / 1_000_000) MB free"
    if free < tooLittle { return .failure("disk space", "\(text); a week does not fit, make room") }
    if free < little { return .warning("disk space", "\(text); make room soon") }
    return .ok("disk space", free < 10_000_000_000 ? text : "\(free / 1_000_000_000) GB free")
  }

  /// The folder, or the nearest one around it that is there.
  private func existing() throws -> String {
    var place = URL(filePath: folder)
    while !FileManager.default.fileExists(atPath: place.path), place.pathComponents.count > 1 {
      place = place.deletingLastPathComponent()
    }
    return place.path == URL(filePath: folder).path ? folder : place.path
  }
}
