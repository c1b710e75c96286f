import TestSupport
import Testing

extension FakeDialect: CustomTestStringConvertible {
  package var testDescription: String { kind }
}
