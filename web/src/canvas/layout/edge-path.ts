export interface EdgeEnds {
  sourceX: number
  sourceY: number
  targetX: number
  targetY: number
}

const RADIUS_PX = 8
const STUB_PX = 14
const LANE_PX = 176

export type Corner = [x: number, y: number]

/** Straight runs joined by 8 px corners. */
function rounded(points: Corner[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first[0]} ${first[1]}`
  for (let place = 0; place < rest.length; place++) {
    const before = points[place]
    const corner = rest[place]
    const after = rest[place + 1]
    if (!before || !corner) continue
    if (!after) {
      path += `L${corner[0]} ${corner[1]}`
      continue
    }
    const into = Math.hypot(corner[0] - before[0], corner[1] - before[1])
    const out = Math.hypot(after[0] - corner[0], after[1] - corner[1])
    const radius = Math.min(RADIUS_PX, into / 2, out / 2)
    if (radius < 0.5) {
      path += `L${corner[0]} ${corner[1]}`
      continue
    }
    const toward = (from: Corner, length: number): Corner => [
      corner[0] + ((from[0] - corner[0]) / length) * radius,
      corner[1] + ((from[1] - corner[1]) / length) * radius,
    ]
    const start = toward(before, into)
    const end = toward(after, out)
    path += `L${start[0]} ${start[1]}Q${corner[0]} ${corner[1]} ${end[0]} ${end[1]}`
  }
  return path
}

export interface EdgeShape {
  path: string
  /** Where it turns, its ends included. */
  corners: readonly Corner[]
  /** Where the "+" sits. */
  middle: { x: number; y: number }
  goesBack: boolean
}

/**
 * An orthogonal path that leaves downward and arrives from above. `bend` says where it turns: near its
 * start, so that branches of one card line up, or near its end, where several paths come together.
 * A path upward runs on the right of both cards.
 */
export function edgePath(
  { sourceX, sourceY, targetX, targetY }: EdgeEnds,
  bend: 'start' | 'end',
): EdgeShape {
  if (targetY < sourceY + 4) {
    const lane = Math.max(sourceX, targetX) + LANE_PX
    const low = sourceY + STUB_PX
    const high = targetY - STUB_PX
    const corners: Corner[] = [
      [sourceX, sourceY],
      [sourceX, low],
      [lane, low],
      [lane, high],
      [targetX, high],
      [targetX, targetY],
    ]
    return {
      ...{ path: rounded(corners), corners },
      ...{ middle: { x: lane, y: (low + high) / 2 }, goesBack: true },
    }
  }
  const middleY = (sourceY + targetY) / 2
  if (Math.abs(sourceX - targetX) < 1) {
    return {
      path: `M${sourceX} ${sourceY}L${targetX} ${targetY}`,
      corners: [
        [sourceX, sourceY],
        [targetX, targetY],
      ],
      middle: { x: sourceX, y: middleY },
      goesBack: false,
    }
  }
  const room = targetY - sourceY
  const turn =
    room < STUB_PX * 2 ? middleY : bend === 'start' ? sourceY + STUB_PX : targetY - STUB_PX
  const corners: Corner[] = [
    [sourceX, sourceY],
    [sourceX, turn],
    [targetX, turn],
    [targetX, targetY],
  ]
  return {
    path: rounded(corners),
    corners,
    middle: { x: (sourceX + targetX) / 2, y: turn },
    goesBack: false,
  }
}
