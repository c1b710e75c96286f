import Foundation

/// One set of a harvest, as far as it has been read.
struct OAISetReading: Sendable {
  /// The set, `all` for no set.
  let set: String
  /// The day of change from which on the set is asked for.
  private(set) var day: String
  /// Where the list goes on; nil before its first page and after its last one.
  private(set) var token: OAIPage.Token?
  /// Pages read.
  private(set) var pages = 0
  /// The last day of change that was seen since the set was asked for; empty before its first record.
  private var lastDay = ""
  /// True while the set comes by day of change; else nothing is known to be read of any day.
  private var isInOrder = true
  private var restarts = 0
  /// Records that came, deleted ones included.
  private var records = 0
  /// How many records the list announced; nil where it announced nothing.
  private var announced: Int?

  /// The set that stands for all of arXiv.
  static let all = "all"
  /// How often a set is begun again because the server forgot its token.
  private static let mostRestarts = 5
  /// Pages after which a list is taken for endless; all of arXiv has about 1,100.
  private static let mostPages = 4000

  /// Stands before the first page.
  init(set: String, day: String) {
    self.set = set
    self.day = day
  }

  /// Asks for the next page; `request` numbers the requests of a harvest.
  ///
  /// Throws `OAIError`, else what the client throws.
  func page(from server: OAIServer, request: Int) async throws -> OAIPage {
    let name = "oai-\(set.replacing(":", with: "-"))-\(day)-\(request)"
    guard let token else {
      return try await server.page(from: day, set: set == Self.all ? nil : set, named: name)
    }
    let page = try await server.page(after: token, named: name)
    guard page.token?.text != token.text, pages < Self.mostPages else {
      throw OAIError.endless(pages: pages)
    }
    return page
  }

  /// Takes note of a page; throws `OAIError` where it cannot be a part of the list.
  mutating func take(_ page: OAIPage, _ now: Date) throws {
    // The protocol has no empty part of a list, and says "noRecordsMatch" of whole lists only.
    guard !page.isEmpty || pages == 0 && page.token == nil else {
      throw OAIError.emptyPage(pages: pages)
    }
    pages += 1
    records += page.records.count + page.skipped
    if pages == 1 { announced = page.listSize }
    // To go on from a day that has not come yet would pass over all that is still to come.
    for day in page.days where day <= now.utcDay {
      if day < lastDay { isInOrder = false }
      lastDay = max(lastDay, day)
    }
    token = page.token.map { $0.good(at: now) }
  }

  /// Goes back to the last day that was seen; what comes again is known.
  ///
  /// Throws `OAIError` where that has been done too often.
  mutating func beginAgain() throws {
    restarts += 1
    guard restarts <= Self.mostRestarts else { throw OAIError.forgetful(restarts: restarts) }
    token = nil
    day = dayToGoOn
    lastDay = ""
  }

  /// The day of change from which on the set is asked for after a break.
  var dayToGoOn: String { isInOrder ? max(day, lastDay) : day }

  /// What speaks against believing that the list was whole; nil where nothing does.
  var doubt: String? {
    let name = set == Self.all ? "" : " for the set \(set)"
    // No archive goes a week without any change.
    if records == 0 { return "arXiv's list of changes since \(day) is empty\(name)" }
    guard let announced, records < announced else { return nil }
    return "arXiv announced \(announced) records\(name), and sent \(records)"
  }
}

extension OAIPage.Token {
  /// The token with the time until which it is worth sending.
  ///
  /// A token without a date is forgotten at the next midnight in UTC. So may be one that comes out of
  /// the server's cache, with a date in the past: only asking tells.
  fileprivate func good(at now: Date) -> OAIPage.Token {
    if let expires, expires > now { return self }
    let days = (now.timeIntervalSince1970 / 86_400).rounded(.down) + 1
    return OAIPage.Token(text: text, expires: Date(timeIntervalSince1970: days * 86_400))
  }
}
