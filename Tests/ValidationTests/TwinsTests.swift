import Testing

@testable import Validation

@Suite("Texts that several papers have")
struct TwinsTests {
  @Test("of marks that are more than are sorted at a time each shared one is found, and no other")
  func many() {
    let count = 200_000
    // The factor is odd, so that no two papers share a mark by it.
    var marks = (1...count).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    let shared = [(3, 199_999), (65_535, 65_536), (100, 150_000), (100, 150_001)]
    for (first, other) in shared { marks[other] = marks[first] }
    let twins = Self.twins(marks)
    #expect(twins.other(than: 3, with: marks[3]) == 199_999)
    #expect(twins.other(than: 199_999, with: marks[3]) == 3)
    #expect(twins.other(than: 65_535, with: marks[65_535]) == 65_536)
    #expect(twins.other(than: 100, with: marks[100]) == 150_000)
    #expect(twins.other(than: 150_000, with: marks[100]) == 100)
    #expect(twins.other(than: 150_001, with: marks[100]) == 100)
    let found = marks.indices.filter { twins.other(than: $0, with: marks[$0]) != nil }
    #expect(found == [3, 100, 65_535, 65_536, 150_000, 150_001, 199_999])
  }

  @Test("papers without a text do not share one")
  func none() {
    let twins = Self.twins([0, 0, 7])
    #expect((0..<3).allSatisfy { twins.other(than: $0, with: [0, 0, 7][$0]) == nil })
  }

  @Test("a paper that has a text twice shares it with nobody")
  func twice() {
    var twins = Twins(among: [7, 7])
    twins.add(7, at: 4)
    twins.add(7, at: 4)
    #expect(twins.other(than: 4, with: 7) == nil)
  }

  private static func twins(_ marks: [UInt64]) -> Twins {
    var twins = Twins(among: marks)
    for (index, mark) in marks.enumerated() { twins.add(mark, at: index) }
    return twins
  }
}
