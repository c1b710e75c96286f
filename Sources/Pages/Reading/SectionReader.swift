/// Tells what each line of a section is for, by its shape and by what has come before it.
///
/// The layout is that of our own pages; parts may be missing, run into each other or have other marks.
struct SectionReader {
  private let lines: ArraySlice<PageText.Line>
  private var rows: [PageSection.Row] = []
  private var seen: Set<PageSection.Role> = []
  /// True where a bullet has another mark than a number.
  private var isDashed = false

  /// Reads the lines of a section, of which the first one is the heading.
  static func section(_ lines: ArraySlice<PageText.Line>) -> PageSection? {
    guard let first = lines.first, let heading = HeadingReader(first) else { return nil }
    var reader = SectionReader(lines: lines)
    reader.rows = [heading.row]
    for index in lines.indices.dropFirst() where !lines[index].isBlank { reader.read(index) }
    return PageSection(rows: reader.rows, address: heading.address, id: heading.id)
  }

  private init(lines: ArraySlice<PageText.Line>) {
    self.lines = lines
  }

  private func has(_ roles: PageSection.Role...) -> Bool {
    roles.contains(where: seen.contains)
  }

  private mutating func read(_ index: Int) {
    let line = lines[index]
    let shape = LineShape(line)
    let followsText = !lines[index - 1].isBlank
    func add(
      _ role: PageSection.Role, _ range: Range<Int>? = nil, mark: Range<Int>? = nil,
      isFramed: Bool = false
    ) {
      let content = shape.content
      let range = range ?? (mark?.upperBound ?? content.startIndex)..<content.endIndex
      seen.insert(role)
      rows.append(
        PageSection.Row(
          role: role, line: line, part: PagePart(line, range), mark: mark, isFramed: isFramed,
          followsText: followsText))
    }
    let isOpen = !has(.authors, .bullet, .remark, .comment, .facts)
    if isFacts(shape) { return add(.facts) }
    if let text = text(of: shape, behind: Self.commentLabels) { return add(.comment, text) }
    if isOpen, !has(.japaneseTitle) {
      if shape.isEmptyBold { return add(.japaneseTitle, emptied(shape), isFramed: true) }
      if let text = shape.boldText { return add(.japaneseTitle, text, isFramed: true) }
    }
    if shape.isRule || followsText && shape.isUnderline { return add(.rule) }
    if let mark = listMark(shape) {
      isDashed = isDashed || shape.listMark != nil
      return add(.bullet, mark: mark)
    }
    add(role(ofPlain: index, shape, followsText: followsText))
  }

  private static let commentLabels = ["Comment", "Comments", "コメント"]
  private static let factLabels = ["トピック", "カテゴリ", "投稿日時"]

  private func isFacts(_ shape: LineShape) -> Bool {
    text(of: shape, behind: Self.factLabels) != nil
  }

  private func text(of shape: LineShape, behind labels: [String]) -> Range<Int>? {
    shape.text(behind: labels, mayBePlain: has(.remark))
  }

  /// Nothing stands between the stars.
  private func emptied(_ shape: LineShape) -> Range<Int> {
    let place = shape.content.startIndex + shape.content.count / 2
    return place..<place
  }

  /// A number before the authors belongs to them, and behind them to a bullet, unless the other
  /// bullets have a dash.
  private func listMark(_ shape: LineShape) -> Range<Int>? {
    guard !has(.remark, .comment, .facts) else { return nil }
    return shape.listMark ?? (has(.authors) && !isDashed ? shape.numberMark : nil)
  }

  private func role(
    ofPlain index: Int, _ shape: LineShape, followsText: Bool
  ) -> PageSection.Role {
    let last = rows[rows.count - 1].role
    if has(.facts) { return .other }
    if has(.comment) { return followsText && last == .comment ? .comment : .other }
    if has(.remark) { return .remark }
    if has(.bullet) { return isRemark(index, followsText: followsText) ? .remark : .bulletRest }
    if !has(.japaneseTitle), !has(.authors), shape.content.contains(where: \.isKana) {
      return .japaneseTitle
    }
    // With neither list nor names between them, a second paragraph is the remark.
    return !has(.authors) || followsText && last == .authors ? .authors : .remark
  }

  /// True unless the text below a bullet goes on with it: another bullet or the remark is to come.
  private func isRemark(_ index: Int, followsText: Bool) -> Bool {
    guard followsText else { return true }
    for line in lines[(index + 1)...] where !line.isBlank {
      let shape = LineShape(line)
      if listMark(shape) != nil { return false }
      if isFacts(shape) || text(of: shape, behind: Self.commentLabels) != nil || shape.isRule {
        break
      }
      return lines[index + 1].isBlank ? false : true
    }
    return true
  }
}

extension Unicode.Scalar {
  /// True for the letters that only Japanese has.
  fileprivate var isKana: Bool { (0x3041...0x30FF).contains(value) }
}
