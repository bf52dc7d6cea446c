import type { Fact } from './person'
import type { Run } from './run'
import { endRun } from './run-ends'
import type { Shop } from './shop'
import { type Step, stand } from './step'

/** Takes a run from where it stands to where it has to wait, or to its end. */
export function walk(shop: Shop, run: Run, news?: Fact): void {
  let step = stand(shop, run, news)
  while (take(shop, run, step)) step = stand(shop, run)
}

/** Applies what came of a step. True: the run stands at another one. */
export function take(shop: Shop, run: Run, step: Step): boolean {
  switch (step.kind) {
    case 'leave':
      return leaveBy(shop, run, step.exit)
    case 'wait':
      Object.assign(run, { state: 'waiting', dueAt: step.dueAt, listens: step.listens })
      return false
    case 'call':
      Object.assign(run, { state: 'calling', called: 'ok', dueAt: null, listens: [] })
      return false
    case 'stuck':
      Object.assign(run, { state: 'attention', dueAt: null, listens: [] })
      return false
    case 'end':
      endRun(shop, run, step.as === 'goal' ? 'goal' : 'end', step.detail, { atStep: true })
      return false
  }
}

function leaveBy(shop: Shop, run: Run, exit: string): boolean {
  const { version, node, laps } = run
  const edge = version.edges.get(`${node}:${exit}`) ?? optionalWay(run, exit)
  if (!edge) {
    endRun(shop, run, 'end', 'path-ended', { atStep: true })
    return false
  }
  const lap = (laps.get(`${node}:${exit}`) ?? 0) + 1
  if (edge.atMost !== undefined && lap > edge.atMost) {
    endRun(shop, run, 'end', 'loop-limit', { atStep: true })
    return false
  }
  run.leftAt.set(node, shop.now)
  if (edge.atMost !== undefined) laps.set(`${node}:${exit}`, lap)
  arrive(shop, run, edge.to)
  return true
}

/** A mail that could not go follows the one that could, where nothing else is drawn. */
const optionalWay = ({ version, node }: Run, exit: string) =>
  exit === 'refused' ? version.edges.get(`${node}:sent`) : undefined

export function arrive(shop: Shop, run: Run, node: string): void {
  const visit = (run.visits.get(node) ?? 0) + 1
  run.visits.set(node, visit)
  Object.assign(run, {
    node,
    visit,
    state: 'waiting',
    enteredNodeAt: shop.now,
    dueAt: null,
    listens: [],
    called: null,
  })
}
