import HTTP

/// Looks at the program itself and the library that it talks to the network with.
enum ProgramCheck {
  /// The program, and libcurl with what it was built with.
  static func findings(features: CurlFeatures = .running) -> [Diagnosis] {
    let version = "\(CurlVersion.running)"
    let curl: Diagnosis =
      if let tls = features.tls {
        .ok(
          "libcurl",
          ([version, tls] + features.names + (features.signs ? ["Amazon's signatures"] : []))
            .joined(separator: ", "))
      } else {
        .failure("libcurl", "\(version) speaks no TLS; install the system's own: libcurl4")
      }
    return [.ok("program", "arxiv-digest \(Help.version), built with Swift \(compiler)"), curl]
  }

  /// The compiler cannot be asked for its name, only whether it is as new as this.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
