package import JSONText

/// One line of a `.jsonl` file.
package protocol Record: JSONObjectReadable, Sendable, Equatable {
  /// What tells the lines of a file apart.
  associatedtype ID: Hashable & Sendable & CustomStringConvertible & JSONReadable

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
    return object.ended()
  }

  /// Reads a line, with its line end or without.
  ///
  /// Throws `JSONError` for what is no such record, and `NewerFormat`.
  package init(line: ArraySlice<UInt8>) throws {
    var fields = try RecordFormat.fields(of: line)
    try self.init(from: &fields)
  }

  /// The key of a line, which throws as `init(line:)` does; of the line's texts none is kept.
  static func id(checking line: ArraySlice<UInt8>) throws -> ID {
    var fields = try RecordFormat.fields(of: line)
    let id = try fields.read("id", as: ID.self)
    fields.onlyCheck()
    _ = try Self(from: &fields)
    return id
  }
}
