import JSONText
import Records

/// One line that is said on stderr: a text for people, with what it is for programs.
struct Message: Sendable {
  /// How much a line matters.
  enum Level: String, Sendable {
    /// How far a stage is, told again and again while it is under way.
    case progress
    /// What only those want who look closely: each request, each wait.
    case detail
    /// What a run does, as it should.
    case info
    /// Something is not as it should be, and the run goes on.
    case warning
    /// Something has failed.
    case error
  }

  /// How much it matters.
  let level: Level
  /// What kind of thing is told, such as `stage-ended`.
  let event: String
  /// The line for people.
  let text: String
  /// What a program would otherwise have to read out of the text.
  let fields: @Sendable (inout JSONObject) -> Void

  /// Puts a message of one line together.
  init(
    _ text: String, _ level: Level = .info, event: String = "message",
    fields: @escaping @Sendable (inout JSONObject) -> Void = { _ in }
  ) {
    self.level = level
    self.event = event
    self.text = text
    self.fields = fields
  }

  /// The event of the line that says what to type next.
  static let next = "next"

  /// The lines of a text as messages; what some begin with says more of them than what is given.
  ///
  /// The fields go with the first line.
  static func lines(
    _ text: String, _ level: Level = .info, event: String = "message",
    fields: @escaping @Sendable (inout JSONObject) -> Void = { _ in }
  ) -> [Message] {
    var messages: [Message] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let known = known(line) {
        messages.append(known)
      } else if messages.isEmpty {
        messages.append(Message(line, level, event: event, fields: fields))
      } else {
        messages.append(Message(line, level, event: event))
      }
    }
    return messages
  }

  /// The message of a line that says by its beginning what it is; nil for others.
  private static func known(_ line: String) -> Message? {
    if line.hasPrefix("next: ") {
      return Message(line, event: next) { $0.set("next", String(line.dropFirst("next: ".count))) }
    }
    if line.hasPrefix("arxiv-digest: ") { return Message(line, .error, event: "error") }
    if line.hasPrefix("note: ") { return Message(line, event: "note") }
    if line.drop(while: { $0 == " " }).hasPrefix("DOUBTFUL: ") {
      return Message(line, .warning, event: "doubt")
    }
    return nil
  }
}

extension Message {
  /// The message as one line of JSON, whose fields are only ever added to.
  func json(at time: String) -> String {
    var object = JSONObject()
    object.set("time", time)
    // Details are told only where they are asked for, and then they matter like the rest.
    object.set("level", level == .detail ? Level.info.rawValue : level.rawValue)
    object.set("event", event)
    fields(&object)
    object.set("message", text)
    return String(decoding: object.line, as: UTF8.self)
  }
}
