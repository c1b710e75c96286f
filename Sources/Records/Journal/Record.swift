package import JSONText

/// One line of a `.jsonl` file.
package protocol Record: JSONObjectReadable, Sendable, Equatable {
  /// What tells the lines of a file apart.
  associatedtype ID: Hashable & Sendable & CustomStringConvertible

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

  /// Reads a line of a file; throws `RecordError`, which names file and line, where it is damaged or
  /// of a newer format.
  init(line: ArraySlice<UInt8>, number: Int, of file: String) throws(RecordError) {
    do { try self.init(line: line) } catch let error as NewerFormat {
      throw .newer(file: file, line: number, format: error.format)
    } catch {
      throw .damaged(file: file, line: number, reason: "\(error)")
    }
  }
}
