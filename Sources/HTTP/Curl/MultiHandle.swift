import CCurl

/// libcurl's set of transfers.
///
/// `@safe`, because the pointer leaves this file nowhere. All of it belongs to the loop's thread,
/// but for `wake`, which libcurl allows from any thread while the set is open.
@safe struct MultiHandle {
  private let pointer: UnsafeMutableRawPointer

  /// Opens a set that keeps some connections for the next request.
  init(idleConnections: Int) throws {
    guard let pointer = unsafe ccurl_multi_open(idleConnections) else {
      throw HTTPError.engine("out of memory")
    }
    unsafe self.pointer = unsafe pointer
  }

  /// Closes every connection; the set must be empty.
  func close() {
    unsafe ccurl_multi_close(pointer)
  }

  /// Starts a transfer.
  func add(_ easy: EasyHandle) throws {
    try check(unsafe ccurl_multi_add(pointer, easy.pointer))
  }

  /// Ends a transfer, whether it is complete or not.
  func remove(_ easy: EasyHandle) {
    _ = unsafe ccurl_multi_remove(pointer, easy.pointer)
  }

  /// Moves every transfer as far as it goes without waiting.
  func move() throws {
    try check(unsafe ccurl_multi_move(pointer))
  }

  /// Waits until a transfer can move or `wake` is called, for a second at most.
  func wait() {
    _ = unsafe ccurl_multi_wait(pointer, 1000)
  }

  /// Ends a `wait`, or the next one.
  func wake() {
    _ = unsafe ccurl_multi_wake(pointer)
  }

  /// The next transfer that has ended by itself, with libcurl's code for how.
  func nextEnded() -> (transfer: Transfer, code: ccurl_code)? {
    var code: ccurl_code = 0
    let context = unsafe ccurl_multi_next_ended(pointer, &code)
    return unsafe transfer(of: context).map { ($0, code) }
  }

  private func check(_ code: ccurl_code) throws {
    guard code == 0 else {
      throw HTTPError.engine(unsafe String(cString: ccurl_multi_explain(code)))
    }
  }
}
