import Foundation
import Records
import TestSupport

/// Throws records with anything in them that a text may hold.
struct RecordMaker {
  /// What it throws with.
  var dice: Dice

  private static let pieces = [
    "a", "word ", "\"", "\\", "\\n", "/", "\n", "\r\n", "\t", "\u{0}", "\u{1}", "\u{1F}", "\u{7F}",
    "\u{85}", "\u{2028}", "é", "e\u{301}", "日本語", "😀", "\u{1D11E}", "\u{FEFF}", "\u{FFFD}", "{",
    "}", "[", ",", ":", "\\u0041", "null",
  ]

  private mutating func text() -> String { dice.text(of: Self.pieces, upTo: 12) }

  private mutating func texts() -> [String] {
    (0..<dice.next(below: 4)).map { _ in dice.text(of: Self.pieces, upTo: 5) }
  }

  private mutating func maybe<Value>(_ make: (inout RecordMaker) -> Value) -> Value? {
    dice.next(below: 2) == 0 ? nil : make(&self)
  }

  private mutating func number() -> Int { dice.next(below: 1 << dice.next(below: 40)) }

  private mutating func amount() -> Double {
    Double(dice.next(below: 1 << 50)) / [1, 7, 1000, 1e9, 1e20][dice.next(below: 5)]
  }

  private mutating func time() -> Date {
    Date(timeIntervalSince1970: Double(dice.next(below: 4_000_000_000)))
  }

  private mutating func id() -> ArXivID {
    let digits = 100_000 + dice.next(below: 900_000)
    return Samples.id(
      dice.next(below: 2) == 0 ? "2407.\(digits)" : "math.GT/0\(digits)")
  }

  private mutating func mark() -> Fingerprint { Fingerprint(text()) }

  private mutating func usage() -> Usage {
    Usage(
      requests: number(), inputTokens: number(), cachedTokens: number(),
      cacheWriteTokens: dice.next(below: 2), outputTokens: number(),
      reasoningTokens: dice.next(below: 2))
  }

  private mutating func failure() -> DraftFailure { DraftFailure(code: text(), message: text()) }

  private mutating func findings() -> [Finding] {
    (0..<dice.next(below: 3)).map { _ in
      Finding(
        code: text(), severity: dice.next(below: 2) == 0 ? .error : .warning, field: text(),
        message: text(), quote: maybe { $0.text() })
    }
  }

  private mutating func earlier() -> [FailedReply] {
    (0..<dice.next(below: 3)).map { _ in
      FailedReply(reply: text(), failure: failure(), findings: maybe { $0.findings() })
    }
  }

  private mutating func provenance() -> Provenance {
    Provenance(
      profile: text(), model: text(), prompt: mark(), input: mark(), text: maybe { $0.mark() },
      version: maybe { $0.number() }, usage: usage(), time: time(),
      servedModel: maybe { $0.text() }, requestID: maybe { $0.text() },
      because: maybe { $0.text() }, retried: maybe { $0.time() })
  }

  /// Throws a paper.
  mutating func paper() -> Paper {
    Paper(
      id: id(), version: number(), title: text(), abstract: text(), authors: texts(),
      comment: maybe { $0.text() }, categories: texts(), published: time(), updated: time(),
      topics: texts())
  }

  /// Throws a receipt.
  mutating func coverage() -> Coverage {
    Coverage(
      id: text(), source: text(), query: text(), echo: maybe { $0.text() }, pages: number(),
      total: number(), parsed: number(), papers: number(), duplicates: number(), dropped: texts(),
      confirmed: dice.next(below: 2) == 0, doubts: texts(), believed: texts(),
      next: maybe { $0.text() }, fetched: time(), since: maybe { $0.time() })
  }

  /// Throws a title.
  mutating func title() -> TitleDraft {
    TitleDraft(
      id: id(), title: maybe { $0.text() }, reply: text(), failure: maybe { $0.failure() },
      earlier: maybe { $0.earlier() }, repairs: maybe { $0.number() }, provenance: provenance())
  }

  /// Throws a summary.
  mutating func summary() -> SummaryDraft {
    SummaryDraft(
      id: id(), bullets: maybe { $0.texts() }, remark: maybe { $0.text() }, reply: text(),
      failure: maybe { $0.failure() }, earlier: maybe { $0.earlier() },
      repairs: maybe { $0.number() }, provenance: provenance())
  }

  /// Throws a verdict.
  mutating func verdict() -> Verdict {
    Verdict(
      id: id(), findings: findings(),
      fixes: (0..<dice.next(below: 3)).map { _ in Fix(code: text(), field: text()) },
      byHand: texts(), title: text(), bullets: texts(), remark: text())
  }

  /// Throws a decision.
  mutating func edit() -> Edit {
    Edit(
      on: paper(), title: maybe { $0.text() }, bullets: maybe { $0.texts() },
      remark: maybe { $0.text() }, pinned: texts(), isHidden: dice.next(below: 2) == 0,
      origin: maybe { [.editor, .page, .pin][$0.dice.next(below: 3)] }, time: time())
  }

  /// Throws a page.
  mutating func page() -> WrittenPage {
    var page = WrittenPage(id: text(), time: time())
    for _ in 0..<dice.next(below: 4) {
      let sections = (0..<dice.next(below: 3)).map { _ in
        WrittenPage.Section(id: id(), mark: mark())
      }
      page.add(Fingerprint(bytes: text().utf8), papers: sections, time: time())
    }
    return page
  }

  /// Throws a request.
  mutating func request() -> PaidRequest {
    var request = PaidRequest(
      number: 1 + number(), stage: text(), question: text(), profile: text(), model: text(),
      mostUSD: maybe { $0.amount() }, bytes: maybe { $0.number() }, batch: maybe { $0.text() },
      time: time())
    request.state = [.sent, .answered, .failed, .unknown][dice.next(below: 4)]
    request.usage = usage()
    request.costUSD = maybe { $0.amount() }
    request.seconds = maybe { $0.amount() }
    return request
  }

  /// Throws a batch.
  mutating func batch() -> Batch {
    var batch = Batch(
      id: text(), number: number(), stage: text(), profile: text(), model: text(), server: text(),
      topics: texts(), format: text(), prompt: mark(), questions: number(),
      mostUSD: maybe { $0.amount() },
      made: time())
    let states: [Batch.State] = [.written, .submitted, .saved, .settled, .refused, .lost]
    batch.state = states[dice.next(below: states.count)]
    batch.tried = maybe { $0.time() }
    batch.providerID = maybe { $0.text() }
    batch.submitted = maybe { $0.time() }
    (batch.answered, batch.failed, batch.files) = (number(), number(), number())
    batch.missed = maybe { $0.time() }
    batch.misses = number()
    batch.stopped = maybe { $0.time() }
    batch.ended = maybe { $0.time() }
    batch.usage = usage()
    batch.costUSD = maybe { $0.amount() }
    batch.isTooMuch = dice.next(below: 2) == 0
    batch.refusedQuestions = texts()
    batch.reason = maybe { $0.text() }
    batch.unanswered = (0..<dice.next(below: 3)).map { _ in
      Batch.Unanswered(id: id(), message: text())
    }
    return batch
  }

  /// Throws a question of a batch.
  mutating func question() -> BatchQuestion {
    BatchQuestion(
      id: text(), name: text(),
      papers: (0..<dice.next(below: 3)).map { _ in
        BatchQuestion.Part(id: id(), input: mark(), text: mark(), version: number())
      }, because: maybe { $0.text() }, outputFactor: number(), repeats: number(),
      splits: number(), sendings: number(), bytes: number(), mostUSD: maybe { $0.amount() })
  }
}
