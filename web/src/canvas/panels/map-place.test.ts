import { expect, test } from 'vitest'
import { mapPlace } from './map-place'

const canvas = { width: 800, height: 800 }
const card = (x: number, y: number) => ({ x, y, width: 272, height: 97 })
const [middle, lowRight, lowLeft, below] = [
  card(260, 20),
  card(500, 690),
  card(20, 690),
  card(260, 900),
]

test.each([
  ['stands right where no card is', [middle, below], 'right'],
  ['goes left when a card lies right', [middle, lowRight, below], 'left'],
  ['goes when it would cover a card and all are in sight', [middle, lowRight], 'nowhere'],
  ['stays right when cards lie in both corners', [lowRight, lowLeft, below], 'right'],
])('the small map %s', (_case, cards, place) => expect(mapPlace(cards, canvas)).toBe(place))
