import Foundation
import Models
import Records

extension BatchQuestion {
  /// The question as it is to be asked once more.
  func again(turn: Int, sendings: Int) -> OpenQuestion {
    OpenQuestion(
      ids: papers.map(\.id), turn: turn,
      course: OpenQuestion.Course(
        because: because, outputFactor: outputFactor, repeats: repeats, splits: splits,
        showsLast: repeats > 0, sendings: sendings))
  }

  /// The request that the question was in a batch.
  func request(in batch: Batch, number: Int, at time: Date) -> PaidRequest {
    PaidRequest(
      number: number, stage: batch.stage, question: name, profile: batch.profile,
      model: batch.model, mostUSD: mostUSD, bytes: bytes, batch: id, time: time)
  }

  /// The question with its papers and what came of them before, to make drafts of its answer.
  func question(in batch: Batch, turn: Int, _ papers: [Paper]) -> Question {
    var question = Question(papers: papers)
    question.turn = turn
    question.because = because
    question.outputFactor = outputFactor
    question.repeats = repeats
    question.splits = splits
    question.sent = Question.Sent(
      key: id, profile: batch.profile, model: batch.model, prompt: batch.prompt,
      parts: Dictionary(self.papers.map { ($0.id, $0) }) { first, _ in first })
    return question
  }
}

extension PaidRequest {
  /// The request with what became of it, at the time that it has already: nobody knows how long one took
  /// in a batch.
  func settled(_ outcome: Meter.Outcome) -> PaidRequest {
    var settled = settled(outcome, at: time)
    settled.seconds = nil
    return settled
  }
}
