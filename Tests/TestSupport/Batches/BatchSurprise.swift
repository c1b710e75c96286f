/// What a provider's batch API does that a program would rather not meet.
package enum BatchSurprise: Sendable {
  // When the batch is made.

  /// The batch is made, and the connection closed without an answer.
  case createHangsUp
  /// The batch is made, and nothing comes but silence.
  case createStalls
  /// The batch is made, and the answer has a bad status.
  case createAnswers(Int)
  /// The batch is not made.
  case createFails(FakeDialect.Trouble)

  // While it is under way.

  /// A line, counted from 1, that the provider does not take, and all others with it.
  ///
  /// Found when the file is looked through; with Anthropic at once.
  case malformedLine(Int)
  /// The provider has too much of ours to do already: seen as late as a malformed line.
  case overQueue
  /// The first looks find nothing, although it is there.
  case hiddenFor(looks: Int)
  /// The first lists leave it out.
  case unlistedFor(lists: Int)
  /// It is gone for good after some looks.
  case vanishes(afterLooks: Int)
  /// It never comes to its end.
  case neverEnds
  /// Its time is over when some of its questions are answered.
  case expires(answered: Int)
  /// A cancel takes some looks, and finds some questions answered.
  case slowCancel(looks: Int, answered: Int)

  // What comes of it.

  /// Every question fails.
  case allFail
  /// What comes of one question, counted from 0.
  case reply(Int, BatchReply)
  /// No line for some questions, counted from 0, although they were answered.
  case noLine(Set<Int>)
  /// The lines in another order than the questions'.
  case shuffled
  /// Each line twice.
  case doubled
  /// A line that answers a question of somebody else, before all others.
  case foreignLine
  /// A line that is no JSON, before all others.
  case garbage
  /// The last line breaks off, and what it said is lost.
  case torn
  /// Files that do not exist are named by an empty text instead of null.
  case emptyFileNames
  /// The first tries to fetch results fail.
  case resultsFail(times: Int)
}
