extension ArraySlice<UInt8> {
  /// The bytes without white space or a byte order mark around them.
  var trimmed: ArraySlice<UInt8> {
    var bytes = self
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return bytes
  }
}
