extension Array<Unicode.Scalar> {
  /// The characters of valid UTF-8.
  init(decoding bytes: [UInt8]) {
    let bytes = bytes.span
    self.init(capacity: bytes.count) { scalars in
      var place = 0
      while place < bytes.count {
        let lead = UInt32(bytes[place])
        var value = lead
        if lead < 0x80 {
          place += 1
        } else if lead >= 0xE0 && lead < 0xF0 {
          value = (lead & 0x0F) << 12 | bytes.rest(place + 1) << 6 | bytes.rest(place + 2)
          place += 3
        } else if lead < 0xE0 {
          value = (lead & 0x1F) << 6 | bytes.rest(place + 1)
          place += 2
        } else {
          value =
            (lead & 0x07) << 18 | bytes.rest(place + 1) << 12 | bytes.rest(place + 2) << 6
            | bytes.rest(place + 3)
          place += 4
        }
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
    }
  }
}

extension Span<UInt8> {
  /// What a byte in the middle of a character adds to its number.
  @inline(__always) fileprivate func rest(_ place: Int) -> UInt32 { UInt32(self[place] & 0x3F) }
}
