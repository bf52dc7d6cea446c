import { expect, test } from 'vitest'
import type { DraftContent } from '../document/draft-content'
import { testContent } from '../document/test-flow'
import { CARD_WIDTH_PX, COLUMN_GAP_PX } from '../layout/card-size'
import { gonePaths, goneSteps } from './gone-steps'

const live = testContent()

/** The live version without some steps, and without the paths they had. */
function without(...ids: string[]): DraftContent {
  const stays = (id: string) => !ids.includes(id)
  return {
    ...live,
    nodes: Object.fromEntries(Object.entries(live.nodes).filter(([id]) => stays(id))),
    edges: Object.fromEntries(
      Object.entries(live.edges).filter(([, { from, to }]) => stays(from) && stays(to)),
    ),
    positions: Object.fromEntries(Object.entries(live.positions).filter(([id]) => stays(id))),
  }
}

const placesOf = (draft: DraftContent) =>
  Object.fromEntries(goneSteps(live, draft).map(({ node, at }) => [node.id, at]))

test('a step that is gone is shown where it stood', () => {
  expect(placesOf(without('mail'))).toEqual({ mail: { x: 0, y: 128 } })
  expect(placesOf(without())).toEqual({})
})

test('it goes where the step before it has gone, over others that are gone too', () => {
  const draft = without('mail', 'ask')
  const moved = { ...draft, positions: { ...draft.positions, start: { x: 40, y: 80 } } }
  expect(placesOf(moved)).toEqual({ mail: { x: 40, y: 208 }, ask: { x: 40, y: 336 } })
})

test('what starts a scenario goes with what followed it', () => {
  const draft = without('start')
  const moved = { ...draft, positions: { ...draft.positions, mail: { x: 0, y: 168 } } }
  expect(placesOf(moved)).toEqual({ start: { x: 0, y: 40 } })
})

test('where another card stands by now, it is shown beside that', () => {
  const draft = without('mail')
  const healed = { ...draft, positions: { ...draft.positions, ask: { x: 0, y: 136 } } }
  expect(placesOf(healed)).toEqual({ mail: { x: CARD_WIDTH_PX + COLUMN_GAP_PX, y: 128 } })
})

test('next to the path that was joined over its place', () => {
  const draft = without('mail')
  const joined = {
    ...draft,
    edges: { ...draft.edges, 'start:entered': { from: 'start', exit: 'entered', to: 'ask' } },
  }
  expect(placesOf(joined)).toEqual({ mail: { x: (CARD_WIDTH_PX + COLUMN_GAP_PX) / 2, y: 128 } })
})

test('of a version that was never drawn, steps that are gone stand below those before them', () => {
  const unplaced = { ...live, positions: {} }
  const at = Object.fromEntries(
    goneSteps(unplaced, without('mail', 'ask')).map(({ node, at }) => [node.id, at]),
  )
  expect(at).toEqual({ mail: { x: 0, y: 128 }, ask: { x: 0, y: 256 } })
})

test('its paths are drawn, to steps that are there and to those that are gone, and no others', () => {
  const draft = without('mail', 'ask')
  const keys = gonePaths(live, draft, goneSteps(live, draft)).map(({ key }) => key)
  expect(keys).toEqual(['start:entered', 'mail:sent', 'ask:yes', 'ask:no'])
  const one = without('finish')
  expect(gonePaths(live, one, goneSteps(live, one)).map(({ key }) => key)).toEqual(['ask:yes'])
})
