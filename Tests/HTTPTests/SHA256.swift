import Foundation

/// SHA-256 (FIPS 180-4), for checking what libcurl signs.
enum SHA256 {
  /// The first 32 bits of what stands behind the point in each prime's root.
  private static func fractions(_ count: Int, _ root: (Double) -> Double) -> [UInt32] {
    let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
    return primes.prefix(count).map { prime in
      UInt32(root(Double(prime)).truncatingRemainder(dividingBy: 1) * 0x1p32)
    }
  }

  private static let start = fractions(8) { $0.squareRoot() }
  private static let constants = fractions(64) { cbrt($0) }

  /// The hash of some bytes.
  static func hash(_ message: [UInt8]) -> [UInt8] {
    let zeros = (119 - message.count % 64) % 64
    let length = bytes(of: UInt64(message.count * 8))
    let padded = message + [0x80] + [UInt8](repeating: 0, count: zeros) + length
    var state = start
    for block in stride(from: 0, to: padded.count, by: 64) {
      add(padded[block..<block + 64], to: &state)
    }
    return state.flatMap { bytes(of: $0) }
  }

  /// The keyed hash of some bytes (RFC 2104).
  static func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let short = key.count > 64 ? hash(key) : key
    let block = short + [UInt8](repeating: 0, count: 64 - short.count)
    return hash(block.map { $0 ^ 0x5C } + hash(block.map { $0 ^ 0x36 } + message))
  }

  private static func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<index + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let mixed = turned(early, 7) ^ turned(early, 18) ^ early >> 3
      words.append(
        words[index - 16] &+ mixed &+ words[index - 7]
          &+ (turned(late, 17) ^ turned(late, 19) ^ late >> 10))
    }
    var round = state
    for (word, constant) in zip(words, constants) {
      let (a, e) = (round[0], round[4])
      let choice = (e & round[5]) ^ (~e & round[6])
      let majority = (a & round[1]) ^ (a & round[2]) ^ (round[1] & round[2])
      let first =
        round[7] &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ constant &+ word
      let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
      round.removeLast()
      round.insert(first &+ second, at: 0)
      round[4] &+= first
    }
    state = zip(state, round).map { $0 &+ $1 }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    stride(from: number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> $0)
    }
  }
}

extension [UInt8] {
  /// The bytes as hexadecimal digits in lower case.
  var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
