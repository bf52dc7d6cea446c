import { expect, test } from 'vitest'
import { contrast } from '../colour/contrast'
import { brandKit } from './brand-kit'
import { brandWarnings } from './brand-warnings'
import { kitOfShop, shopOfKit } from './shop-settings'

test('the proposed colours can all be read', () => {
  expect(brandWarnings(brandKit.parse({}).colours, 'en')).toEqual([])
})

test('a pale primary is warned about in plain words, and dark words do not save it', () => {
  const colours = brandKit.parse({
    colours: { primary: '#f5c6cb', onPrimary: '#000000', surface: '#ffffff' },
  }).colours
  expect(brandWarnings(colours, 'en')).toEqual([
    {
      field: 'primary',
      message:
        'Buttons of this colour are too pale on the mail’s ground: 1.5:1, at least 3:1 is needed.',
    },
  ])
  expect(brandWarnings(colours, 'fr')[0]?.message).toMatch(/trop pâles.*\u00a0: 1,5:1/)
})

test('a ratio a hair short of enough is not said to be enough', () => {
  const muted = '#777777'
  expect(contrast(muted, '#ffffff')).toBeCloseTo(4.48, 2)
  const { colours } = brandKit.parse({ colours: { muted, surface: '#ffffff' } })
  expect(brandWarnings(colours, 'en')[0]?.message).toContain('4.4:1, at least 4.5:1')
  expect(brandWarnings(colours, 'fr')[0]?.message).toContain('4,4:1, il faut au moins 4,5:1')
})

test('a kit is kept and read back the same, and what is empty says nothing', () => {
  const kit = brandKit.parse({
    colours: { primary: '#b00020' },
    font: 'serif',
    companyName: '  Galerie Lumen ',
    supportPhone: '',
    website: 'https://shop.example/',
  })
  expect(kit).toMatchObject({ companyName: 'Galerie Lumen', supportPhone: null, logoUrl: null })
  expect(kitOfShop(shopOfKit(kit))).toEqual(kit)
})

test.each([
  [{ colours: { primary: 'red' } }],
  [{ website: 'javascript:alert(1)' }],
  [{ supportEmail: 'nobody' }],
  [{ font: 'comic' }],
])('what no mail could show is refused: %j', (said) => {
  expect(brandKit.safeParse(said).success).toBe(false)
})
