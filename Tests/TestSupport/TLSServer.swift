import Foundation

/// A server that speaks TLS with a certificate of its own making, by the `openssl` program.
package struct TLSServer {
  /// The certificate in PEM form; nobody has signed it but itself.
  package let certificateFile: String
  /// The port on 127.0.0.1.
  package let port: Int
  private let process: RunningProgram

  /// True where the program is installed.
  package static let isAvailable = Program.installed("openssl") != nil

  /// Makes a certificate for 127.0.0.1 in a folder, and starts a server with it.
  package init(in folder: String) async throws {
    guard let openssl = Program.installed("openssl") else { throw Failure(what: "not installed") }
    certificateFile = folder + "/certificate.pem"
    let made = try await openssl.run(
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=test",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/key.pem", "-out",
        certificateFile,
      ], in: folder)
    guard made.status == .exit(0) else { throw Failure(what: made.errors) }
    process = try openssl.start(
      [
        "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificateFile, "-key",
        folder + "/key.pem",
      ], in: folder)
    // With port 0, the line that says it is ready also says where: ACCEPT 127.0.0.1:12345.
    let process = self.process
    var port: Int?
    try await eventually("openssl has a port") {
      port = process.outputSoFar.firstMatch(of: /ACCEPT .*:([0-9]+)\n/).flatMap { Int($0.1) }
      return port != nil
    }
    self.port = port ?? 0
  }

  /// Stops the server.
  package func stop() async {
    process.kill()
    _ = await process.wait()
  }

  private struct Failure: Error, CustomStringConvertible {
    let what: String

    var description: String { "openssl: \(what)" }
  }
}
