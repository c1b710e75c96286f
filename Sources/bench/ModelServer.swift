import Foundation

/// The loopback server of the benchmarks, for as long as this object lives.
final class ModelServer {
  private let process = Process()
  private let input = Pipe()
  private let port: String

  /// Starts the server.
  init(path: String) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = line.trimmingCharacters(in: .newlines)
  }

  deinit {
    // The end of its input ends the server; where that fails, this process's own end does it.
    try? input.fileHandleForWriting.close()
  }

  /// The API's address, whose replies come after so many milliseconds.
  func baseURL(latency: Int) -> String { "http://127.0.0.1:\(port)/\(latency)/v1" }
}
