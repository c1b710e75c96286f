import Foundation
import Records
import TestSupport
import Testing

@Suite("Records on their way to disk and back")
struct RecordRoundTripTests {
  private struct Key: Decodable {
    let id: String
  }

  @Test("whatever is written in a record is read again, and another program reads the same")
  func roundTrips() throws {
    var maker = RecordMaker(dice: Dice(seed: 11))
    for _ in 0..<60 {
      try expect(maker.paper())
      try expect(maker.coverage())
      try expect(maker.title())
      try expect(maker.summary())
      try expect(maker.verdict())
      try expect(maker.edit())
      try expect(maker.page())
      try expect(maker.request())
      try expect(maker.batch())
      try expect(maker.question())
    }
  }

  private func expect<Line: Record>(_ record: Line) throws {
    let line = record.line
    #expect(try Line(line: line[...]) == record)
    #expect(line.last == 0x0A && !line.dropLast().contains(0x0A))
    // Foundation takes the line for JSON too, with the same key.
    #expect(try JSONDecoder().decode(Key.self, from: Data(line)).id == record.id.description)
  }
}
