import { expect, test } from 'vitest'
import { unwrapLinks } from './unwrap-links'
import { wrapHtmlLinks } from './wrap-links'

const unsubscribe = 'https://r.example/u/1'
const written =
  `<a href="https://shop.example/?a=1&amp;b=2" class="x">A</a><a href='https://shop.example/p'>B</a>` +
  '<a href=https://shop.example/q>C</a>' +
  `<a href="${unsubscribe}">U</a><a href="https://shop.example/?a=1&amp;b=2"><img src="i.png"></a>`

test('a mail that was sent shows its links as they were written, numbered, and none leads anywhere', () => {
  const tracked = new Map<string, string>()
  const sent = wrapHtmlLinks(
    written,
    (url, place) => {
      const link = `https://r.example/r/${tracked.size}?place=${place}&x=1`
      tracked.set(link, url)
      return link
    },
    [unsubscribe],
  )
  const pixel = '<img src="https://r.example/o/1.gif" width="1" height="1" alt="" />'
  const { html, links } = unwrapLinks(sent + pixel, (href) => tracked.get(href) ?? null)
  expect(html).toBe(
    '<a data-link="0" class="x">A</a><a data-link="1">B</a><a data-link="2">C</a><a>U</a><a data-link="3"><img src="i.png"></a>',
  )
  expect(links).toEqual([
    { url: 'https://shop.example/?a=1&b=2', place: 1 },
    { url: 'https://shop.example/p', place: 1 },
    { url: 'https://shop.example/q', place: 1 },
    { url: 'https://shop.example/?a=1&b=2', place: 2 },
  ])
})
