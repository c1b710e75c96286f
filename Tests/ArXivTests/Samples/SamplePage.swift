import HTTP

/// A page of OAI-PMH, made of values so that a defect is a small edit.
struct SamplePage: Sendable {
  /// The records, as XML.
  var records: [String]
  /// The whole element that tells where the list goes on; empty leaves it out.
  var token = ""
  /// What stands in place of a list; nil for a list.
  var answer: String?
  /// The verb that is answered.
  var verb = "ListRecords"

  /// Makes a page of papers, with a token where the list goes on.
  init(_ papers: [SamplePaper] = [], token: String? = nil, expires: String = "2024-08-04T00:00:00Z")
  {
    records = papers.map(\.oaiRecord)
    if let token {
      self.token = "<resumptionToken expirationDate='\(expires)'>\(token)</resumptionToken>"
    }
  }

  /// Makes an answer that reports an error.
  static func error(_ code: String, _ message: String = "") -> SamplePage {
    var page = SamplePage()
    page.answer = "<error code=\"\(code)\">\(message)</error>"
    return page
  }

  /// The document.
  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <responseDate>2024-08-03T06:00:00Z</responseDate>
      <request verb="\(verb)">https://oaipmh.arxiv.org/oai</request>
      \(answer ?? "<\(verb)>\n\(records.joined(separator: "\n"))\n\(token)</\(verb)>")
    </OAI-PMH>

    """
  }

  /// The answer that brings the document.
  func response(status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(xml.utf8))
  }
}
