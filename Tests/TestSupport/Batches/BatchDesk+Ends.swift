/// How a batch comes to its end.
extension BatchDesk {
  /// Lets a batch come as far as a look finds it.
  mutating func advance(_ place: Int) {
    let batch = batches[place]
    guard !batch.isOver else { return }
    if batch.phase == .stopping {
      batches[place].looksWhileStopping += 1
      let (looks, answered) =
        batch.surprise {
          if case .slowCancel(let looks, let answered) = $0 { (looks, answered) } else { nil }
        } ?? (0, 0)
      if batch.looksWhileStopping >= looks { close(place, .stopped, answered, .stopped) }
      return
    }
    guard batch.looks > 1 || batch.objection == nil else { return }
    if case .looks(let looks) = pace, batch.looks >= looks || batch.objection != nil {
      end(place)
    } else if batch.looks > 1 {
      batches[place].phase = .running
    }
  }

  /// Lets a batch come to the end that is in store for it.
  mutating func end(_ place: Int) {
    let batch = batches[place]
    let isEndless = batch.has { if case .neverEnds = $0 { true } else { false } }
    guard !batch.isOver, !isEndless else { return }
    if batch.objection != nil {
      batches[place].phase = .refused
    } else if let answered = batch.surprise({
      if case .expires(let answered) = $0 { answered } else { nil }
    }) {
      close(place, .expired, answered, .expired)
    } else {
      close(place, .ended, batch.questions.count, .stopped)
    }
  }

  /// Has the first questions answered, and gives up the others.
  private mutating func close(
    _ place: Int, _ phase: FakeBatch.Phase, _ answered: Int, _ rest: FakeBatch.Outcome
  ) {
    let answered = phase == .ended || wire.keepsParts ? answered : 0
    batches[place].phase = phase
    batches[place].outcomes = batches[place].questions.indices.map { number in
      number < answered ? outcome(of: number, in: batches[place]) : rest
    }
  }

  private mutating func outcome(of number: Int, in batch: FakeBatch) -> FakeBatch.Outcome {
    let question = batch.questions[number]
    let scripted = batch.surprise { surprise in
      switch surprise {
      case .reply(number, let reply): reply
      case .allFail: BatchReply.fails(.status(500))
      default: nil
      }
    }
    switch scripted ?? model(question) {
    case .fails(let trouble): return .failed(trouble)
    case .says(let said):
      servings.append(BatchServing(batch: batch.id, papers: question.papers))
      return .replied(said)
    }
  }
}
