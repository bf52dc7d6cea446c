import { expect, test } from 'vitest'
import type { Call } from './call'
import { Tracker } from './tracker'

function tracker(kept: string | null = null) {
  const sent: Call[] = []
  const browser = { cookie: kept }
  let made = 0
  const newId = () => {
    made += 1
    return `id${made}`
  }
  const cookie = {
    read: () => browser.cookie,
    keep: () => {
      browser.cookie ??= newId()
      return browser.cookie
    },
    forget: () => {
      browser.cookie = null
    },
  }
  const delivery = {
    add: (call: Call) => void sent.push(call),
    leave: () => {},
    clear: () => void sent.splice(0),
  }
  const pageContext = () => ({ path: '/a' })
  const pageProperties = (said: object) => ({ path: '/a', ...said })
  const it = new Tracker({ cookie, delivery, newId, pageContext, pageProperties })
  return { it, sent, browser }
}

test('before consent nothing is kept in the browser and nothing sent; with it, what was held goes', () => {
  const { it, sent, browser } = tracker()
  it.page({ section: 'nature' })
  it.track('Product Viewed', { product_id: 'p-1' })
  expect([sent, browser.cookie]).toEqual([[], null])
  it.consent(true)
  expect(browser.cookie).toBeTruthy()
  expect(sent).toMatchObject([
    { type: 'page', anonymousId: browser.cookie, properties: { path: '/a', section: 'nature' } },
    { type: 'track', event: 'Product Viewed', properties: { product_id: 'p-1' } },
  ])
})

test('withdrawing takes the cookie away and stops everything, until consent is given anew', () => {
  const { it, sent, browser } = tracker('old')
  it.consent(true)
  it.track('Product Viewed')
  it.consent(false)
  it.track('Product Added')
  expect([sent, browser.cookie]).toEqual([[], null])
  it.consent(true)
  it.page()
  expect(sent).toMatchObject([{ type: 'page' }])
  expect(browser.cookie).not.toBe('old')
})

test('anything but true is no consent', () => {
  const { it, sent } = tracker()
  it.page()
  it.consent('yes')
  it.consent(undefined)
  expect(sent).toEqual([])
})

test('identify takes a number, traits, or both; alias names this browser unless told another', () => {
  const { it, sent } = tracker('c1')
  it.consent(true)
  it.identify('u1', { email: 'a@shop.example' })
  it.identify({ firstName: 'Ann' })
  it.alias('u1')
  it.alias('u1', 'u0')
  expect(sent).toMatchObject([
    { type: 'identify', userId: 'u1', anonymousId: 'c1', traits: { email: 'a@shop.example' } },
    { type: 'identify', anonymousId: 'c1', traits: { firstName: 'Ann' } },
    { type: 'alias', userId: 'u1', previousId: 'c1' },
    { type: 'alias', userId: 'u1', previousId: 'u0' },
  ])
  expect(sent[1]).not.toHaveProperty('userId')
})

test('after a reset the browser is somebody else’s', () => {
  const { it, sent } = tracker('c1')
  it.consent(true)
  it.page()
  it.reset()
  it.page('Home', { section: 'home' })
  expect(sent[1]).toMatchObject({ name: 'Home', properties: { section: 'home' } })
  expect(sent[1]?.anonymousId).not.toBe(sent[0]?.anonymousId)
})
