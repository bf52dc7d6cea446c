import { expect, test } from 'vitest'
import { heatOf } from './heat-of'
import { markLinks } from './mark-links'

const link = (url: string, place: number, totalClicks: number) => ({
  ...{ url, place, totalClicks, uniqueClicks: totalClicks, robotClicks: 0, share: 0 },
})
const say = {
  label: ({ totalClicks }: { totalClicks: number }) => `${totalClicks} "clicks"`,
  title: ({ url, place }: { url: string; place: number }) => `${url} ${place}`,
}

test('each link of a mail is marked with what was clicked at its own place, or with nothing', () => {
  const html =
    '<head></head><a data-link="0" x>A</a><a data-link="1">B</a><a data-link="2">C</a><a>D</a>'
  const links = [
    { url: 'https://a.example/?x=1&y=2', place: 1 },
    { url: 'https://a.example/?x=1&y=2', place: 2 },
    { url: 'https://b.example/', place: 1 },
  ]
  const figures = [link('https://a.example/?x=1&y=2', 2, 8), link('https://b.example/', 1, 1)]
  const marked = markLinks({ html, links }, figures, say)
  expect(marked).toContain('</style></head>')
  expect(marked).toContain(
    '<a data-link="0" data-heat="0" data-label="0 &quot;clicks&quot;" title="https://a.example/?x=1&amp;y=2 1" x>A</a>',
  )
  expect(marked).toContain('<a data-link="1" data-heat="4" data-label="8 &quot;clicks&quot;"')
  expect(marked).toContain('<a data-link="2" data-heat="1" data-label="1 &quot;clicks&quot;"')
  expect(marked).toContain('<a>D</a>')
})

test('shades go by the most clicked link; one click is never as pale as none', () => {
  expect([0, 1, 25, 26, 75, 76, 100].map((clicks) => heatOf(clicks, 100))).toEqual([
    0, 1, 1, 2, 3, 4, 4,
  ])
  expect(heatOf(0, 0)).toBe(0)
})
