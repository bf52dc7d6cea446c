import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { address, mailsTo } from './support/inbox'
import { type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

/** Sign-up, a wait of seven days, then a mail or an end; live. Answers its id. */
async function publishWait(relance: Relance, name: string, mail: string | null): Promise<string> {
  const last = mail
    ? { id: 'mail', type: 'send-email', config: { template: mail } }
    : { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } }
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name,
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
        { id: 'week', type: 'wait-duration', config: { for: 'P7D', since: 'here' } },
        last,
        ...(mail ? [{ id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } }] : []),
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'week' },
        { from: 'week', exit: 'done', to: last.id },
        ...(mail ? [{ from: 'mail', exit: 'sent', to: 'over' }] : []),
      ],
    },
    settings: { goal: 'none' },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}

/** So many people sign up at one instant. */
const signUp = (relance: Relance, prefix: string, count: number, at: string) =>
  withSegment(relance, (analytics) => {
    for (let n = 1; n <= count; n++) {
      const userId = `${prefix}-${n}`
      const traits = { email: address(userId), consent: { email: true } }
      analytics.identify({ userId, traits, timestamp: new Date(at) })
      analytics.track({ userId, event: 'Signed Up', properties: {}, timestamp: new Date(at) })
    }
  })

interface Inside {
  version: number
  state: string
  dueAt: string | null
  endReason: string | null
}

/** Everybody who ever entered a flow. */
async function everybody(relance: Relance, flowId: string): Promise<Inside[]> {
  const all: Inside[] = []
  for (let cursor = ''; ; ) {
    const page = await relance.call<{ items: Inside[]; next: string | null }>(
      'GET',
      `/api/flows/${flowId}/enrolments?limit=200${cursor}`,
    )
    all.push(...page.items)
    if (!page.next) return all
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
}

/** How many of them stand where: by version and state, waits by their end. */
const count = (all: Inside[]) =>
  all.reduce<Record<string, number>>((sum, { version, state, dueAt, endReason }) => {
    const key = `v${version} ${state} ${state === 'ended' ? endReason : dueAt?.slice(0, 16)}`
    return Object.assign(sum, { [key]: (sum[key] ?? 0) + 1 })
  }, {})

/** Makes the wait ten days long on the canvas and opens the publish dialog. */
async function tenDays(page: Page, flowId: string) {
  await page.goto(`/scenarios/${flowId}`)
  await expect(steps(page).first()).toBeVisible()
  await step(page, 'week').click()
  await page.getByLabel('Wait: how many').fill('10')
  await page.keyboard.press('Control+Shift+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish version 2' })
  await expect(dialog.getByText('The 391 people inside version 1')).toBeVisible()
  return dialog
}

test('UX12 a longer wait is published with 391 people in it: they finish, move as foretold, or leave', async ({
  page,
}) => {
  test.slow()
  const workspace = 'People inside'
  const relance = await testWorkspace(workspace, START)
  const flows: string[] = []
  for (const fate of ['Finish', 'Move', 'Leave']) {
    flows.push(await publishWait(relance, fate, null))
  }
  const [finish = '', move = '', leave = ''] = flows
  await signUp(relance, 'first', 200, START)
  await relance.advance('2026-03-04T10:00:00Z')
  await signUp(relance, 'second', 191, '2026-03-04T10:00:00Z')
  await relance.advance('2026-03-05T10:00:00Z')
  await openWorkspace(page, relance, workspace)
  const publish = async () => {
    await page.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(page.getByText('Version 2 is live').first()).toBeVisible()
    // Whoever moves is woken, and settles before the clock's next step.
    await relance.advance('2026-03-05T10:00:00Z')
  }

  await tenDays(page, finish)
  await publish()
  expect(count(await everybody(relance, finish))).toEqual({
    'v1 waiting 2026-03-09T10:00': 200,
    'v1 waiting 2026-03-11T10:00': 191,
  })

  const moving = await tenDays(page, move)
  await moving.getByRole('radio', { name: /^They move to version 2/ }).check()
  const foretold = moving.getByRole('row', { name: /^Wait/ })
  await expect(foretold).toContainText('391')
  await expect(foretold).toContainText('12 Mar')
  await expect(foretold).toContainText('14 Mar')
  await publish()
  expect(count(await everybody(relance, move))).toEqual({
    'v2 waiting 2026-03-12T10:00': 200,
    'v2 waiting 2026-03-14T10:00': 191,
  })

  const leaving = await tenDays(page, leave)
  await leaving.getByRole('radio', { name: /^They leave now/ }).check()
  const button = leaving.getByRole('button', { name: 'Publish version 2' })
  await expect(button).toBeDisabled()
  await leaving.getByLabel('Yes, 391 people get nothing more').check()
  await publish()
  expect(count(await everybody(relance, leave))).toEqual({ 'v1 ended left': 391 })
})

test('UX12 sixty whose wait is over by the new version are spread over the hours chosen, or go on at once', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Spread'
  const relance = await testWorkspace(workspace, START)
  const flowId = await publishWait(relance, 'Spread', null)
  await signUp(relance, 'overdue', 60, START)
  await relance.advance('2026-03-06T10:00:00Z')
  await signUp(relance, 'early', 4, '2026-03-06T10:00:00Z')
  await relance.advance('2026-03-07T10:00:00Z')
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await expect(steps(page).first()).toBeVisible()
  await step(page, 'week').click()
  await page.getByLabel('Wait: how many').fill('3')
  await page.keyboard.press('Control+Shift+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish version 2' })
  const spread = dialog.getByRole('group', { name: 'The 60 who would continue at once' })
  await expect(dialog.getByText('The 64 people inside version 1')).toBeVisible()
  await expect(spread).toBeHidden()
  await dialog.getByRole('radio', { name: /^They move to version 2/ }).check()
  await expect(dialog.getByRole('row', { name: /^Wait/ })).toContainText('60 continue at once')
  const hours = spread.getByRole('spinbutton', { name: 'Hours to spread them over' })
  await expect(hours).toHaveValue('4')
  await spread.getByRole('radio', { name: 'Let them all go on at once' }).check()
  await expect(hours).toBeHidden()
  await spread.getByRole('radio', { name: 'Spread over several hours' }).check()
  await expectAccessible(page, 'spread over hours')
  await hours.fill('3')
  await dialog.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(page.getByText('Version 2 is live').first()).toBeVisible()

  const ended = async () =>
    (await everybody(relance, flowId)).filter(({ state }) => state === 'ended').length
  for (const [hour, so] of [
    ['10:59', 20],
    ['11:59', 40],
    ['12:59', 60],
  ] as const) {
    await relance.advance(`2026-03-07T${hour}:00Z`)
    expect(await ended()).toBe(so)
  }
  expect(count(await everybody(relance, flowId))).toEqual({
    'v2 ended end': 60,
    'v2 waiting 2026-03-09T10:00': 4,
  })
})

test('UX13 fifty waits end in a pause: nobody is lost, nothing is sent, and the choice made is obeyed', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Paused'
  const relance = await testWorkspace(workspace, START)
  const mails = await relance.call<{ items: { id: string }[] }>('GET', '/api/mail-templates')
  const flowId = await publishWait(relance, 'Paused', mails.items[0]?.id ?? '')
  await signUp(relance, 'paused', 50, START)
  await relance.advance('2026-03-03T10:00:00Z')
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  const more = page.getByRole('button', { name: 'More' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Pause the scenario' }).click()
  await expect(page.getByText('Paused · v1').first()).toBeVisible()

  await relance.advance('2026-03-10T10:00:00Z')
  expect(await mailsTo(address('paused-1'))).toEqual([])
  expect(count(await everybody(relance, flowId))).toEqual({ 'v1 held 2026-03-09T10:00': 50 })

  await more.click()
  await page.getByRole('menuitem', { name: 'Resume…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Resume Paused' })
  await expect(dialog.getByText('50 people came due during the pause')).toBeVisible()
  await dialog.getByRole('radio', { name: /^Spread them over one hour/ }).check()
  await dialog.getByRole('spinbutton', { name: 'Hours to spread them over' }).fill('2')
  await expect(dialog.getByRole('radio', { name: /^Spread them over 2 hours/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Resume the scenario' }).click()
  await expect(dialog).toBeHidden()

  await relance.advance('2026-03-10T11:00:00Z')
  const halfWay = (await everybody(relance, flowId)).filter(({ state }) => state === 'ended')
  expect(halfWay.length).toBeGreaterThan(20)
  expect(halfWay.length).toBeLessThan(30)
  await relance.advance('2026-03-10T12:00:00Z')
  expect(count(await everybody(relance, flowId))).toEqual({ 'v1 ended end': 50 })
  expect(await mailsTo(address('paused-1'))).toHaveLength(1)
  expect(await mailsTo(address('paused-50'))).toHaveLength(1)
})
