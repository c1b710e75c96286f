/// One line of a `.jsonl` file.
package protocol Record: Decodable, Sendable, Equatable {
  /// What tells the lines of a file apart.
  associatedtype ID: Hashable & Sendable & Decodable & CustomStringConvertible

  /// The line's key; of two lines with the same one, the later counts.
  var id: ID { get }

  /// Writes every field but the key.
  func write(to object: inout JSONObject)
}

extension Record {
  /// The record as one line, `id` first, line end included.
  ///
  /// The layout is a promise to every file on disk: tests hold it byte for byte.
  package var line: [UInt8] {
    var object = JSONObject()
    object.set("id", id.description)
    write(to: &object)
    return object.line + [0x0A]
  }
}
