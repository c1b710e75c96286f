/// What is the same for every request of a client on the network.
package struct CurlOptions: Sendable, Equatable {
  /// Sent where a request has no `User-Agent` of its own; arXiv asks for a name and a contact.
  package var userAgent: String
  /// A PEM file of certificates to trust instead of the system's, for networks with their own.
  package var certificateFile: String?
  /// Connections kept open for the next request.
  package var idleConnections: Int

  /// Takes the system's certificates, and keeps 64 connections, unless told otherwise.
  package init(
    userAgent: String, certificateFile: String? = nil, idleConnections: Int = 64
  ) {
    self.userAgent = userAgent
    self.certificateFile = certificateFile
    self.idleConnections = idleConnections
  }
}
