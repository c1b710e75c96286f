import Glibc

/// A thread that can be waited for, which Foundation's cannot.
struct JoinableThread: Sendable {
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private let handle: pthread_t

  /// Starts a thread.
  init(_ body: @escaping @Sendable () -> Void) throws {
    var handle = pthread_t()
    let context = Unmanaged.passRetained(Work(body))
    let code = pthread_create(
      &handle, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw SystemError("pthread_create", code: code)
    }
    self.handle = handle
  }

  /// Waits until the thread has ended; to be called once.
  func join() {
    _ = pthread_join(handle, nil)
  }
}
