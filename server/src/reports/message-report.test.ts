import { trackingUrls } from '@relance/core/token/tracking-urls'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

/** Gives the message that was sent another text. */
const writeSent = (html: string) =>
  inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      update message_contents set html = ${html} where workspace_id = ${workspaceId} and message_id = ${run.messageId}`,
  )

const report = (query: string) => t.ask(shop.apiKey, 'GET', `/api/reports/messages${query}`)

test('what somebody opened and clicked is reported by mail, step, scenario and type', async () => {
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  const secret = await workspaceSecret(shop.scope)
  const urls = trackingUrls('http://localhost:3000', secret, ids)
  const path = (url: string) => url.replace('http://localhost:3000', '')
  await t.app.request(path(urls.click('https://shop.example/p')))
  await t.app.request(path(urls.open), { headers: { 'user-agent': 'Mozilla/5.0' } })
  for (const [by, key] of [
    ['mail', run.templateId],
    ['node', `${run.flowId}:mail-1`],
    ['flow', run.flowId],
    ['typology', 'loyalty'],
  ])
    expect((await report(`?by=${by}`)).json).toMatchObject({
      creditDays: 7,
      items: [
        {
          key,
          ...{
            sent: 1,
            delivered: 1,
            uniqueOpens: 1,
            totalOpens: 0,
            uniqueClicks: 1,
            totalClicks: 1,
          },
          ...{ reactivity: 1, robotOpens: 1, robotClicks: 0, conversions: 0, revenueCents: 0 },
        },
      ],
    })
})

test('a period without messages has no rows; one that cannot be read is refused', async () => {
  const past = '?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z'
  expect((await report(past)).json.items).toEqual([])
  expect(await report('?from=yesterday')).toMatchObject({ status: 400, json: { field: 'from' } })
  expect(await report('?from=2026-02-31')).toMatchObject({ status: 400, json: { field: 'from' } })
  expect(await report('?from=2026-03-02&to=2026-03-02')).toMatchObject({
    status: 400,
    json: { field: 'to' },
  })
  expect(await report('?by=colour')).toMatchObject({ status: 400, json: { field: 'by' } })
})

test('the list behind a figure names who, when and what, a page at a time', async () => {
  const rows = (query: string) => report(`/rows?by=flow&key=${run.flowId}&${query}`)
  const { json } = await rows('figure=totalClicks')
  expect(json).toMatchObject({
    count: 1,
    next: null,
    items: [
      {
        ...{ at: '2026-03-03T10:00:00.000Z', contactId: run.contactId, firstName: 'Ada' },
        ...{ messageId: run.messageId, subject: 'For you', linkUrl: 'https://shop.example/p' },
      },
    ],
  })
  expect((await rows('figure=robotOpens')).json.count).toBe(1)
  expect((await rows('figure=totalClicks&url=https://shop.example/q')).json.items).toEqual([])
  expect(await rows('figure=beauty')).toMatchObject({ status: 400, json: { field: 'figure' } })
  expect((await report('/rows?by=flow&key=another&figure=sent')).json.count).toBe(0)
})

test('day by day in the workspace’s zone, with the days before', async () => {
  const { json } = await report('/periods?from=2026-03-01&to=2026-03-04&by=flow')
  expect(json).toMatchObject({ every: 'day', timeZone: 'Europe/Paris', creditDays: 7 })
  expect(json.items.map((day: { from: string; sent: number }) => [day.from, day.sent])).toEqual([
    ['2026-02-28T23:00:00.000Z', 0],
    ['2026-03-01T23:00:00.000Z', 1],
    ['2026-03-02T23:00:00.000Z', 0],
  ])
  expect(json.total).toMatchObject({ sent: 1, uniqueClicks: 1, reactivity: 1 })
  expect(json.before).toMatchObject({ from: '2026-02-25T23:00:00.000Z', sent: 0, reactivity: null })
  const after = await report('/periods?from=2026-03-03&to=2026-03-05&every=week')
  expect(after.json).toMatchObject({ total: { sent: 0 }, before: { sent: 1 } })
  expect(after.json.items).toHaveLength(1)
})

test('the window and the goals are the workspace’s, and stand beside the figures', async () => {
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  const save = (reports: unknown) => t.ask(shop.apiKey, 'PATCH', path, { reports })
  expect((await save({ creditDays: 3, goals: ['signed_up'] })).json.reports).toEqual({
    creditDays: 3,
    creditOpens: false,
    thousandEmailsCents: null,
    goals: ['signed_up'],
    goalValues: [],
  })
  expect((await save({ creditOpens: true })).json.reports).toMatchObject({ creditDays: 3 })
  for (const wrong of [
    { creditDays: 0 },
    { creditDays: 31 },
    { goals: ['a', 'a'] },
    { goals: ['Order Completed'] },
    { goalValues: [{ event: 'signed_up', property: '' }] },
    { goalValues: [{ event: 'signed_up', property: 'value', currency: 'euro' }] },
    { goalValues: Array(2).fill({ event: 'signed_up', property: 'value' }) },
  ])
    expect((await save(wrong)).status).toBe(400)
  await t.ask(shop.apiKey, 'POST', '/api/events', {
    contact: { externalId: 'c-1' },
    name: 'signed_up',
    properties: { value: '12.5' },
  })
  await save({ goalValues: [{ event: 'signed_up', property: 'value' }] })
  expect((await report('')).json).toMatchObject({
    ...{ creditDays: 3, creditOpens: true },
    items: [
      {
        goals: [
          { goal: 'Order Completed', conversions: 0, revenueCents: 0, bringsRevenue: true },
          { goal: 'signed_up', conversions: 1, revenueCents: 1250, bringsRevenue: true },
        ],
      },
    ],
  })
})

test('links to one address are counted each at its place, on the mail as it was sent', async () => {
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  const urls = trackingUrls('http://localhost:3000', await workspaceSecret(shop.scope), ids)
  const [logo, button] = [1, 2].map((place) => urls.click('https://shop.example/', place))
  await writeSent(
    `<a href="${logo}">Shop</a> <a href="${button}">Look</a> <a href="${urls.unsubscribe}">Stop</a><img src="${urls.open}" width="1" height="1" alt="" />`,
  )
  for (const url of [button, button, logo]) await t.app.request(new URL(url ?? '').pathname)
  const { json } = await report(`/links?key=${run.templateId}`)
  const [second, ...others] = json.items
  expect(second).toEqual({
    ...{ url: 'https://shop.example/', place: 2 },
    ...{ uniqueClicks: 1, totalClicks: 2, robotClicks: 0, share: 0.5 },
  })
  expect(others).toHaveLength(2)
  expect(json).toMatchObject({ locale: 'en', locales: ['en'], totalClicks: 4 })
  expect(json.picture).toMatchObject({
    firstName: 'Ada',
    html: '<a data-link="0">Shop</a> <a data-link="1">Look</a> <a>Stop</a>',
    links: [
      { url: 'https://shop.example/', place: 1 },
      { url: 'https://shop.example/', place: 2 },
    ],
  })
  const behind = await report(
    `/rows?key=${run.templateId}&figure=totalClicks&url=https://shop.example/&place=2`,
  )
  expect(behind.json.count).toBe(2)
  const people = await report(
    `/rows?key=${run.templateId}&figure=uniqueClicks&url=https://shop.example/&place=2`,
  )
  expect(people.json.count).toBe(1)
  expect((await report('/links?key=another')).json).toMatchObject({ items: [], picture: null })
})
