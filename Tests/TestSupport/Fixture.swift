import Foundation

/// The files of the package's `Fixtures` folder, which belongs to no target.
package enum Fixture {
  /// The package's root.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a file or folder, named from `Fixtures` on.
  package static func path(_ name: String) -> String {
    root + "/Fixtures/" + name
  }

  /// The bytes of a file.
  package static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }

  /// The text of a file.
  package static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
