extension SourceText {
  /// True where a name is written in two words, and the source writes it as one: MS COCO, DeepSeek V3.
  func hasWhole(of stranger: Stranger) -> Bool {
    let words = stranger.text.words
    return zip(words, words.dropFirst()).contains { one, next in
      guard one.range == stranger.word.range || next.range == stranger.word.range,
        next.range.lowerBound == one.range.upperBound + 1,
        stranger.text.bytes[one.range.upperBound] == UInt8(ascii: " ")
      else { return false }
      let (whole, stem) = (one.mark.followed(by: next.mark), one.mark.followed(by: next.stem))
      return atoms.contains { $0.mark == whole || $0.stem == whole || $0.stem == stem }
    }
  }

  /// True where the source has the word that an acronym is always short for, though its initials do
  /// not say so.
  func hasWord(of acronym: LatinWord) -> Bool {
    let words = Self.words[acronym.stem] ?? []
    return !words.isEmpty && atoms.contains { words.contains($0.stem) }
  }

  private static let words = MarkTable(
    [
      "AE": ["autoencoder"], "VAE": ["autoencoder"], "AUC": ["area"], "AUROC": ["area"],
      "IoU": ["intersection"], "mIoU": ["intersection"],
      "ECG": ["electrocardiogram", "electrocardiography", "electrocardiographic"],
      "EEG": ["electroencephalogram", "electroencephalography", "electroencephalographic"],
    ].mapValues { $0.map { WordMark($0) } })
}
