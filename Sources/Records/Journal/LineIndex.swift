/// Finds places of lines by the marks of their ids: open addressing, four bytes a slot.
///
/// It holds no id. Different ids may share a mark, so that whoever looks for one has to look at the line.
struct LineIndex {
  /// The number of a place, counted from 1; zero where a slot is free.
  private var slots: [UInt32]

  /// Makes room for some places; a fifth of the slots stays free.
  init(room count: Int) {
    slots = [UInt32](repeating: 0, count: count + count / 4 + 1)
  }

  /// The number of a place that has a mark and is the one that is meant; nil where there is none.
  func number(
    of mark: UInt64, in places: [LinePlace], where isMeant: (Int) throws -> Bool
  ) rethrows -> Int? {
    let slot = try slot(of: mark, in: places, where: isMeant)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// Adds a place; false where there is one already that is the same.
  mutating func add(
    _ number: Int, in places: [LinePlace], unless isSame: (Int) throws -> Bool
  ) rethrows -> Bool {
    let slot = try slot(of: places[number].mark, in: places, where: isSame)
    guard slots[slot] == 0 else { return false }
    slots[slot] = UInt32(number + 1)
    return true
  }

  /// The slot of the place that is meant, or the free one where it would be.
  private func slot(
    of mark: UInt64, in places: [LinePlace], where isMeant: (Int) throws -> Bool
  ) rethrows -> Int {
    var slot = Int((mark * UInt64(slots.count)) >> LinePlace.markBits)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if places[number].mark == mark, try isMeant(number) { return slot }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }
}
