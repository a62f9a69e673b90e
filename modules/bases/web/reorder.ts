/** The list once the one at `from` stands at `to`. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const others = list.toSpliced(from, 1)
  return others.toSpliced(to, 0, list[from]!)
}

/** Where a key moves the one at `index` of `count`; none for another key, or beyond an end. */
export const placeByKey = (key: string, index: number, count: number): number | undefined => {
  const places: Record<string, number> = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }
  const to = places[key]
  return to === undefined || to < 0 || to >= count || to === index ? undefined : to
}

/** Where one that is held at this height would stand: after all the others whose middle is above it. */
export const placeByHeight = (middles: readonly number[], held: number, height: number): number =>
  middles.filter((middle, index) => index !== held && middle < height).length
