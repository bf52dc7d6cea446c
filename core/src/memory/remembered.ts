/**
 * Remembers answers that cost much to work out, by what was asked. Keys may come from people's data, so there is a
 * bound: after `most` of them it begins anew.
 */
export function remembered<Answer extends NonNullable<unknown>>(most: number) {
  const known = new Map<string, Answer>()
  return (key: string, workOut: () => Answer): Answer => {
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = workOut()
    if (known.size >= most) known.clear()
    known.set(key, answer)
    return answer
  }
}
