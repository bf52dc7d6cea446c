import type { Compares, ExpectedPath, PathStep } from '@relance/db/saved-check/saved-check'

/** How a path turned out beside what a check expects of it. */
export interface Comparison {
  passes: boolean
  /** The first step that differs, from 1, whether or not it is asked for; null in either: the path is over by then. */
  differs: { n: number; expected: PathStep | null; got: PathStep | null } | null
}

/** Whether a path is what was expected: let in or kept out alike, with the same end, and by the same steps where asked. */
export function comparePaths(
  expected: ExpectedPath,
  got: ExpectedPath,
  compares: Compares,
): Comparison {
  const differs = firstDifference(expected.steps, got.steps)
  const endsAlike =
    expected.refused?.code === got.refused?.code &&
    expected.end?.reason === got.end?.reason &&
    expected.end?.detail === got.end?.detail &&
    (expected.end !== null || expected.standing === got.standing)
  return { passes: endsAlike && (compares === 'end' || differs === null), differs }
}

function firstDifference(expected: PathStep[], got: PathStep[]): Comparison['differs'] {
  const longest = Math.max(expected.length, got.length)
  for (let i = 0; i < longest; i++) {
    const [one, other] = [expected[i] ?? null, got[i] ?? null]
    if (one?.nodeId !== other?.nodeId || one?.exit !== other?.exit)
      return { n: i + 1, expected: one, got: other }
  }
  return null
}
