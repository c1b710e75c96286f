import Foundation

/// Which ideographs are written in Japanese.
enum Kanji {
  /// False for an ideograph that only Chinese or Korean writes.
  ///
  /// Japanese are those of JIS X 0208, a few more of names and of the official list of 2010, and none
  /// of the few in JIS X 0208 that a Japanese text has only by accident.
  static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    let place = Int(scalar.value) - 0x4E00
    guard (0..<0x5200).contains(place) else { return isInExtension(scalar) }
    if isStandard(scalar) { return true }
    return !chinese.contains(scalar) && isInExtension(scalar)
  }

  /// True for the ideographs that nearly all Japanese texts are written with.
  static func isStandard(_ scalar: Unicode.Scalar) -> Bool {
    let place = Int(scalar.value) - 0x4E00
    return (0..<0x5200).contains(place) && standard[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  /// The official list of 2010 has four that are not in JIS X 0208 in that shape.
  private static let official: Set<Unicode.Scalar> = ["塡", "剝", "頰", "𠮟", "𠮷"]

  /// Rare ideographs of JIS X 0208 that are everyday characters of simplified Chinese.
  private static let chinese: Set<Unicode.Scalar> = [
    "从", "个", "厂", "听", "弃", "无", "气", "网", "愿", "惧", "脏",
  ]

  /// The ideographs of JIS X 0208 without the Chinese ones: a bit for each from U+4E00.
  private static let standard: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x5200 / 64)
    for scalar in ideographs.unicodeScalars where !chinese.contains(scalar) {
      let place = Int(scalar.value) - 0x4E00
      guard (0..<0x5200).contains(place) else { continue }
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    return bits
  }()

  /// The rows 16 to 84 of JIS X 0208, all their cells in use but the last ones of rows 47 and 84.
  private static var ideographs: String {
    var bytes = Data()
    for row in 16...84 {
      for cell in 1...(row == 47 ? 51 : row == 84 ? 6 : 94) {
        // Shift JIS puts two rows into one (JIS X 0208:1997, annex 1).
        let lead = (row + 1) / 2 + (row <= 62 ? 0x80 : 0xC0)
        let trail = row % 2 == 0 ? cell + 0x9E : cell + (cell < 64 ? 0x3F : 0x40)
        bytes += [UInt8(lead), UInt8(trail)]
      }
    }
    return String(data: bytes, encoding: .shiftJIS) ?? ""
  }

  /// True for names' ideographs that Japanese machines have always had, such as 髙 and 﨑.
  private static func isInExtension(_ scalar: Unicode.Scalar) -> Bool {
    official.contains(scalar) || String(scalar).data(using: .shiftJIS) != nil
  }
}
