/// Takes records as they come out of a document or file.
protocol RecordSink: Sendable {
  /// Takes one record.
  mutating func take(_ record: some SourceRecord)
  /// Takes a place where a record should be and cannot be read, and why.
  mutating func leaveOut(_ reason: String)
  /// Takes note of a record that is not wanted, as its bytes tell.
  mutating func passOver()
}
