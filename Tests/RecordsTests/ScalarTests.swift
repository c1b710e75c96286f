import Records
import Testing

@Suite("Characters")
struct ScalarTests {
  @Test("are white space, and hidden controls, where Unicode says so")
  func properties() {
    let scalars = (0...UInt32(0x10FFFF)).compactMap(Unicode.Scalar.init)
    let spaces = scalars.filter { $0.isWhiteSpace != $0.properties.isWhitespace }
    #expect(spaces == [])
    let turns = Array(0x202A...0x202E) + Array(0x2066...0x2069)
    let hidden = scalars.filter { scalar in
      let isControl = scalar.properties.generalCategory == .control && !scalar.endsLine
      return scalar.isHiddenControl != (isControl || turns.contains(Int(scalar.value)))
    }
    #expect(hidden == [])
  }
}
