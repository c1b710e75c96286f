import Testing

@testable import Validation

@Suite("Ideographs")
struct KanjiTests {
  @Test(
    "what only Chinese or Korean writes is not Japanese",
    arguments: "预测网个过这们语种实现从厂听无气愿惧脏弃对战龙鸟东车马书单发变图时间问题说话读买卖为传统华压样术亲习乡兴农产进远运还迟钱铁长门闭开们吗妈"
      .unicodeScalars.map(\.self))
  func foreign(kanji: Unicode.Scalar) {
    #expect(!Kanji.isJapanese(kanji))
  }

  @Test(
    "what Japanese writes is Japanese, of official lists and of names",
    arguments: "予測網個過語種実現対戦竜鳥東車馬書単双発変図時間問題説話読写買売為伝統華圧様術親習郷興農産進遠運還遅銭鉄長門閉開潮汐髙﨑德塡剝頰𠮟𠮷彅".unicodeScalars
      .map(\.self))
  func japanese(kanji: Unicode.Scalar) {
    #expect(Kanji.isJapanese(kanji))
  }

  @Test(
    "a character has the traits that checks ask for",
    arguments: [
      ("a", [.latin, .letter, .visible]), ("Ａ", [.latin, .letter, .visible]),
      ("é", [.latin, .letter, .visible]),
      ("7", [.digit, .visible]), ("７", [.digit, .visible]), ("潮", [.kanji, .letter, .visible]),
      ("々", [.kanji, .letter, .visible]), ("あ", [.kana, .letter, .visible]),
      ("ー", [.kana, .letter, .visible]),
      ("ｱ", [.kana, .letter, .visible]), ("预", [.kanji, .foreignKanji, .letter, .visible]),
      ("한", [.foreign, .letter, .visible]), ("Ж", [.foreign, .letter, .visible]),
      ("α", [.greek, .letter, .visible]),
      ("、", [.wideMark, .visible]), ("（", [.bracket, .wideMark, .visible]),
      (",", [.narrowMark, .visible]),
      ("(", [.bracket, .narrowMark, .visible]), ("{", [.bracket, .visible]),
      ("\\", [.backslash, .visible]),
      ("`", [.fence, .visible]), ("<", [.angle, .visible]), (" ", []), ("\u{3000}", []),
      ("\u{A0}", []),
      ("\n", .lineEnd), ("\u{2028}", .lineEnd), ("\u{85}", .lineEnd), ("\t", .hidden),
      ("\u{202E}", .hidden),
      ("\u{FFFD}", [.broken, .visible]), ("\u{E000}", [.broken, .visible]),
      ("\u{1FFFE}", [.broken, .visible]),
      ("🌊", .visible), ("①", .visible), ("∑", .visible), ("𠮷", [.kanji, .letter, .visible]),
    ] as [(Unicode.Scalar, Traits)])
  func traits(scalar: Unicode.Scalar, traits: Traits) {
    #expect(Traits(of: scalar) == traits)
  }
}
