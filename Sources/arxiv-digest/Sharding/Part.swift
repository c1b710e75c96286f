/// One of several parts of a whole, as it is typed: `2/4` is the second of four.
struct Part: Equatable, CustomStringConvertible {
  /// Which one, from 1 on.
  let number: Int
  /// How many there are.
  let count: Int

  /// As many as a large cluster runs at once; what is more is a slip of the pen.
  static let most = 10_000

  /// Names a part; nil for one that does not exist.
  init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/4`; nil for what is no part.
  init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let number = Self.number(words[0]), let count = Self.number(words[1])
    else { return nil }
    self.init(number, of: count)
  }

  /// A number in plain digits, and so small that it can be counted with; `Int` would read a sign as well.
  static func number(_ text: some StringProtocol) -> Int? {
    text.count <= 9 && text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }

  var description: String { "\(number)/\(count)" }
}
