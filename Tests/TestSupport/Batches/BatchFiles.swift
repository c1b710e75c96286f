import Models

/// The files with a batch's results, with all that is wrong with them.
struct BatchFiles {
  /// The files by their names.
  let files: [String: [UInt8]]

  /// Writes the files of a batch; there are none before its end.
  init(_ batch: FakeBatch, _ wire: BatchWire) {
    var files: [String: [[UInt8]]] = [:]
    for (number, outcome) in batch.outcomes.enumerated() {
      let isAnswer = if case .replied = outcome { true } else { false }
      guard wire.keepsParts || batch.phase == .ended,
        let name = wire.resultFile(batch, isAnswer)
      else { continue }
      let isLeftOut = batch.has {
        if case .noLine(let numbers) = $0 { numbers.contains(number) } else { false }
      }
      // The file is there, even where nothing is in it.
      files[name, default: []] += []
      guard !isLeftOut, let key = batch.questions[number].key else { continue }
      files[name, default: []].append(Self.line(key, outcome, wire))
    }
    self.files = files.mapValues { Self.bytes(of: Self.spoilt($0, batch, wire), of: batch) }
  }

  private static func line(
    _ key: String, _ outcome: FakeBatch.Outcome, _ wire: BatchWire
  ) -> [UInt8] {
    (try? wire.line(key, outcome).bytes()) ?? []
  }

  private static func spoilt(
    _ lines: [[UInt8]], _ batch: FakeBatch, _ wire: BatchWire
  ) -> [[UInt8]] {
    var lines = lines
    for surprise in batch.surprises {
      switch surprise {
      case .shuffled: lines.reverse()
      case .doubled: lines = lines.flatMap { [$0, $0] }
      case .garbage: lines.insert(Array(#"{"custom_id" oops"#.utf8), at: 0)
      case .foreignLine:
        let said = FakeDialect.Said(text: "of somebody else")
        lines.insert(line("0000000000000000-0", .replied(said), wire), at: 0)
      default: break
      }
    }
    return lines
  }

  private static func bytes(of lines: [[UInt8]], of batch: FakeBatch) -> [UInt8] {
    let whole = lines.flatMap { line -> [UInt8] in line + [0x0A] }
    let isTorn = batch.has { if case .torn = $0 { true } else { false } }
    return isTorn ? Array(whole.dropLast((lines.last?.count ?? 0) / 2 + 1)) : whole
  }
}
