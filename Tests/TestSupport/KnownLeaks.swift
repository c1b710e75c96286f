/// What the address sanitizer must not report, because the toolchain itself leaks it (Swift 6.3).
///
/// The sanitizer asks for these by the function's name: the start of XCTest, and a buffer for each
/// empty file that Foundation reads.
@c(__lsan_default_suppressions)
package func knownLeaks() -> UnsafePointer<CChar>? {
  let text: StaticString = """
    leak:6XCTest
    leak:readBytesFromFile

    """
  return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
