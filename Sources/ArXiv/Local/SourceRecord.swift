import Foundation
import Records

/// What a source holds about one paper, before anybody knows whether it is wanted.
protocol SourceRecord {
  /// When version 1 was submitted; nil where that cannot be read.
  var submitted: Date? { get }
  /// The identifier without version, as far as it can be read.
  var identifier: ArXivID? { get }
  /// The paper, without topics; throws `DroppedEntry` where it is none.
  func paper() throws -> Paper
}
