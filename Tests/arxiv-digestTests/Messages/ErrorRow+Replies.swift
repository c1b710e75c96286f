@testable import arxiv_digest

extension ErrorRow {
  /// A model's reply is of no use.
  static let ofReplies: [ErrorRow] = [
    ErrorRow(
      ProfileCheck.Failure.truncated(2000), "the model came to no end within 2000 tokens"),
    ErrorRow(ProfileCheck.Failure.refused(""), "the model declined"),
    ErrorRow(
      ProfileCheck.Failure.refused("its filter withheld the reply"),
      "the model declined: its filter withheld the reply"),
    ErrorRow(
      ProfileCheck.Failure.misshapen("the reply holds no JSON object"),
      "the model's reply cannot be used: the reply holds no JSON object"),
  ]
}
