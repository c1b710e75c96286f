/// A gzip file whose data is stored as it is (RFC 1952, and RFC 1951 section 3.2.4).
enum GzipFile {
  /// Wraps data, with the right checksum unless told otherwise.
  static func storing(_ data: [UInt8], checksum: UInt32? = nil) -> [UInt8] {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    let starts = stride(from: 0, to: max(1, data.count), by: 65535)
    let blocks = starts.flatMap { start in
      let piece = data[start..<min(start + 65535, data.count)]
      let isLast = start + 65535 >= data.count
      let length = UInt16(piece.count)
      return [isLast ? 1 : 0] + bytes(of: length) + bytes(of: ~length) + piece
    }
    return header + blocks + bytes(of: checksum ?? crc32(data)) + bytes(of: UInt32(data.count))
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func crc32(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
