import HTTP
import JSONText

/// A request to a model without the papers that it is about.
///
/// All questions of a stage have the same instructions, schema and settings. They are put into JSON
/// once, and a question only fills its papers in.
struct RequestFrame: Sendable {
  /// What a frame is made of, but for what stays the same throughout a conversation.
  private struct Mould: Sendable, Equatable {
    let system: String
    let schema: String
    let outputFactor: Int
    let format: ReplyFormat

    init(_ prompt: Prompt, _ format: ReplyFormat) {
      system = prompt.system
      schema = prompt.schema.name
      outputFactor = prompt.outputFactor
      self.format = format
    }
  }

  private let mould: Mould
  private let request: HTTPRequest
  private let prefix: String
  /// The body around the places where the papers belong; of one piece where it has none.
  private let pieces: [[UInt8]]

  /// Makes the frame of a prompt's request, in the words of the profile's dialect.
  init(of prompt: Prompt, _ format: ReplyFormat, _ profile: ModelProfile) throws {
    mould = Mould(prompt, format)
    var system: [UInt8] = []
    system.append(escaping: prompt.system)
    // Characters of no prompt file and no setting, and longer than any run of them all the same.
    var (hole, mark) = ("", [UInt8]())
    repeat {
      hole += "\u{1}\u{2}"
      mark.append(escaping: "\u{1}\u{2}")
    } while system.firstRange(of: mark) != nil
    let empty = Prompt(
      name: "", system: prompt.system, user: hole, schema: prompt.schema,
      outputFactor: prompt.outputFactor)
    request = try profile.kind.dialect.request(empty, format, profile)
    prefix = request.name
    if case .post(let body) = request.method {
      pieces = body.split(around: mark)
    } else {
      pieces = []
    }
  }

  /// True where it is the frame of a prompt's request.
  func fits(_ prompt: Prompt, _ format: ReplyFormat) -> Bool { mould == Mould(prompt, format) }

  /// The request with a prompt's papers in it.
  func filled(with prompt: Prompt) -> HTTPRequest {
    var filled = request
    filled.name = prefix + prompt.name
    var body: [UInt8] = []
    body.reserveCapacity(pieces.reduce(0) { $0 + $1.count } + prompt.user.utf8.count * 9 / 8)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { body.append(escaping: prompt.user) }
      body += piece
    }
    filled.method = .post(body: body)
    return filled
  }
}

extension [UInt8] {
  /// What stands before, between and behind all occurrences of a mark.
  fileprivate func split(around mark: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = self[...]
    while let place = rest.firstRange(of: mark) {
      pieces.append(Array(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return pieces + [Array(rest)]
  }
}
