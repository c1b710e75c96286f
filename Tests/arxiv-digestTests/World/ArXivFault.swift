import HTTP
import TestSupport

/// What the test's arXiv does wrong.
enum ArXivFault: Sendable {
  /// It sends something else.
  case reply(LoopbackServer.Reply)
  /// Its list changes before it answers, for good.
  case list(@Sendable (inout [FakePaper]) -> Void)
  /// The page is spoiled.
  case page(@Sendable (inout FakeFeed) -> Void)
  /// The page is spoiled on its way.
  case wire(@Sendable ([UInt8]) -> LoopbackServer.Reply)

  /// When it does so.
  enum Moment: Sendable, Hashable {
    /// At these requests, counted from 1.
    case requests(ClosedRange<Int>)
    /// Whenever this page is asked for.
    case page(Int)
    /// At every request.
    case always

    /// At one request, counted from 1.
    static func request(_ number: Int) -> Moment { .requests(number...number) }

    /// True where it is time for the fault.
    func isNow(_ number: Int, _ search: FakeSearch) -> Bool {
      switch self {
      case .requests(let numbers): numbers.contains(number)
      case .page(let start): start == search.start
      case .always: true
      }
    }
  }
}

extension ArXivFault {
  /// A status, with the text that arXiv sends beside it.
  static func status(
    _ status: Int, _ text: String = "", headers: [HTTPHeader] = []
  ) -> ArXivFault {
    .reply(.answer(status: status, headers: headers, body: Array(text.utf8)))
  }

  /// A text with status 200.
  static func text(_ text: String) -> ArXivFault { .reply(.text(text)) }

  /// A redirect.
  static func redirect(_ url: String) -> ArXivFault {
    .status(301, headers: [HTTPHeader("Location", url)])
  }

  /// arXiv's report of an error, which looks like a paper.
  static func error(_ message: String, status: Int) -> ArXivFault {
    .status(
      status,
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
      xmlns="http://www.w3.org/2005/Atom">
      <id>https://arxiv.org/</id><title>arXiv Search Results</title>
      <opensearch:totalResults>1</opensearch:totalResults>
      <entry><id>https://arxiv.org/api/errors</id><title>Error</title>
      <summary>\(message)</summary>
      <author><name>arXiv api core</name></author></entry></feed>
      """)
  }

  /// A page without entries, which announces so many hits; nil for no word of it.
  static func empty(total: String?) -> ArXivFault {
    .page { page in
      page.entries = []
      page.total = total
    }
  }

  /// Another total; nil for none.
  static func total(_ total: String?) -> ArXivFault { .page { $0.total = total } }

  /// An entry of a paper that nobody has.
  static let ghost = ArXivFault.page { page in
    page.entries[7] = "<entry><category term=\"\"/></entry>"
  }

  /// A body that ends after a part of it, as a whole answer.
  static let cutShort = ArXivFault.wire { bytes in
    .answer(status: 200, headers: [], body: Array(bytes.prefix(bytes.count / 2)))
  }

  /// A body of which so many bytes more, or fewer, are announced than come.
  static func announcing(_ difference: Int) -> ArXivFault {
    .wire { .cut($0, announcing: $0.count + difference) }
  }

  /// Another text in place of some.
  static func replacing(_ text: String, with other: [UInt8]) -> ArXivFault {
    .wire { bytes in
      guard let range = bytes.firstRange(of: Array(text.utf8)) else { return .hangUp }
      return .answer(
        status: 200, headers: [],
        body: bytes[..<range.lowerBound] + other + bytes[range.upperBound...])
    }
  }
}
