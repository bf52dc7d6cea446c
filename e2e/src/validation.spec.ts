import { expect, type Locator, type Page } from '@playwright/test'
import { drawBroken } from './support/broken-scenario'
import { pick, plus, select, step } from './support/canvas'
import { address } from './support/inbox'
import { inFrench, told } from './support/problem-words'
import { testWorkspace } from './support/relance'
import { openScenario } from './support/scenario'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const rows = (page: Page) => page.locator('[data-problem]')
const row = (page: Page, code: string) => page.locator(`[data-problem="${code}"]`)

/** What stands in the list, each as its code, how grave it is, and its words. */
const listed = (page: Page) =>
  rows(page).evaluateAll((all) =>
    all
      .map((one) => [one.dataset.problem, one.dataset.severity, one.textContent?.trim()])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

const field = (page: Page, name: string) => page.locator(`[data-inspector] [data-field="${name}"]`)
const held = (place: Locator) => expect(place.locator(':focus')).toHaveCount(1)
/** How far bringing a problem into view moves the list it is in on the screen, in pixels. */
const movesList = (problem: Locator) =>
  problem.evaluate((one) => {
    const top = () => one.parentElement?.getBoundingClientRect().top ?? 0
    const before = top()
    one.scrollIntoView({ block: 'center' })
    return top() - before
  })
/** The act beside a problem. */
const mend = (page: Page, code: string) =>
  row(page, code).locator('xpath=following-sibling::button[1]').click()

/** Takes another mail in the list that holds the keyboard. */
const takeSound = async (page: Page) => {
  await field(page, 'template').getByRole('combobox').click()
  await page.getByRole('option', { name: 'Sound', exact: true }).click()
}

const takeEvent = async (page: Page) => {
  await page.keyboard.type('Order Completed')
  await page.keyboard.press('Tab')
}

const addCondition = async (page: Page) => {
  await field(page, 'branches').getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('menuitem', { name: 'Something done or not' }).click()
}

/** Each rule: what the row's press gives the keyboard to, and how it is mended from there. */
const repairs: Record<
  string,
  {
    focus: (page: Page) => Promise<void>
    mend: (page: Page, owner: { asksNoMore: () => Promise<unknown> }) => Promise<void>
  }
> = {
  V02: {
    focus: (page) => expect(page.locator('[data-open-exit="open:timed-out"]')).toBeFocused(),
    mend: (page) => mend(page, 'V02'),
  },
  V03: {
    focus: (page) => expect(step(page, 'alone')).toBeFocused(),
    mend: (page) => mend(page, 'V03'),
  },
  V28: {
    focus: (page) => expect(step(page, 'newer')).toBeFocused(),
    mend: (page) => page.keyboard.press('Delete'),
  },
  V04: { focus: (page) => held(field(page, 'for')), mend: (page) => page.keyboard.type('2') },
  V30: { focus: (page) => held(field(page, 'for')), mend: (page) => page.keyboard.type('2') },
  V05: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V06: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V07: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V08: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V09: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V19: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V32: { focus: (page) => held(field(page, 'template')), mend: takeSound },
  V12: {
    focus: (page) => expect(page.getByLabel('At most this many times')).toBeFocused(),
    mend: (page) => page.keyboard.type('3'),
  },
  V13: { focus: (page) => held(field(page, 'shares')), mend: (page) => mend(page, 'V13') },
  V14: { focus: (page) => held(field(page, 'branches')), mend: addCondition },
  V15: { focus: (page) => held(field(page, 'branches')), mend: addCondition },
  V16: {
    focus: (page) => held(field(page, 'branches')),
    mend: async (page) => {
      await plus(page, 'quick:sent').dispatchEvent('click')
      await pick(page, 'wait-duration')
    },
  },
  V17: { focus: (page) => held(field(page, 'event')), mend: takeEvent },
  V20: { focus: (page) => held(field(page, 'event')), mend: takeEvent },
  V18: {
    focus: (page) => held(field(page, 'offer')),
    mend: (page) => select(field(page, 'offer').getByRole('combobox'), 'Credit', 'No offer'),
  },
  V26: {
    focus: (page) => held(field(page, 'offer')),
    mend: (page) => select(field(page, 'offer').getByRole('combobox'), 'Credit', 'No offer'),
  },
  V27: { focus: (page) => held(field(page, 'goal')), mend: (page) => mend(page, 'V27') },
  V29: {
    focus: (page) => held(page.locator('[data-inspector]')),
    mend: (page) => mend(page, 'V29'),
  },
  V10: {
    focus: (page) => held(field(page, 'template')),
    mend: async (page, owner) => {
      const scenario = page.url()
      await mend(page, 'V10')
      await expect(page.locator('#sender')).toBeVisible()
      // Settings are the owner’s; whoever draws asks them.
      await owner.asksNoMore()
      await page.goto(scenario)
    },
  },
}

test('UX11 each rule is told in its words, leads to its field, and is gone once mended', async ({
  page,
}) => {
  test.setTimeout(420_000)
  const workspace = 'Every rule'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const says = (mustBeVerified: boolean) =>
    relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, {
      sender: { address: 'hello@shop.example', mustBeVerified },
    })
  await says(true)
  await withSegment(relance, (analytics) => {
    for (const userId of ['ann', 'ben']) {
      analytics.identify({ userId, traits: { email: address(userId) } })
      analytics.page({ userId, name: 'Home' })
      analytics.track({ userId, event: 'Order Completed', properties: { revenue: 1 } })
    }
  })
  const flowId = await drawBroken(relance)
  await openScenario(page, relance, workspace, flowId)
  const said = (language: 'en' | 'fr') =>
    told.map(([code, severity, en, fr]) => [code, severity, language === 'en' ? en : inFrench(fr)])
  await expect.poll(() => listed(page)).toEqual(said('en'))

  await page.evaluate(() => localStorage.setItem('relance.language', 'fr'))
  await page.reload()
  await expect.poll(() => listed(page)).toEqual(said('fr'))
  await page.evaluate(() => localStorage.setItem('relance.language', 'en'))
  await page.reload()
  await expect.poll(() => listed(page)).toEqual(said('en'))
  expect(await movesList(rows(page).last())).toBe(0)

  for (const [code, { focus, mend: act }] of Object.entries(repairs)) {
    await test.step(code, async () => {
      await row(page, code).click()
      await focus(page)
      await act(page, { asksNoMore: () => says(false) })
      await expect(row(page, code)).toHaveCount(0)
    })
  }
  await expect(page.getByText('Nothing to fix')).toBeVisible()
})

test('UX11 what starts a scenario is asked for, and a second trigger is one too many', async ({
  page,
}) => {
  const workspace = 'Nothing starts'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  await openWorkspace(page, relance, workspace)
  const nodes = [{ id: 'stop', type: 'end', config: { as: 'exit', reason: 'done' } }]
  const draft = { name: 'Nothing starts', graph: { nodes, edges: [] } }
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...draft,
    settings: { goal: 'none' },
  })
  await page.goto(`/scenarios/${id}`)
  await expect(row(page, 'V01')).toHaveText('Choose what starts this scenario.')
  await row(page, 'V01').click()
  await expect(page.getByRole('combobox', { name: 'Add a step' })).toBeFocused()
  await pick(page, 'on-cart-abandoned')
  await expect(row(page, 'V01')).toHaveCount(0)
  await expect(row(page, 'V02')).toBeVisible()
})

test('UX11 a trigger that would have let nobody in for thirty days is told of, until it is another', async ({
  page,
}) => {
  const workspace = 'Nobody enters'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  await withSegment(relance, (analytics) => {
    analytics.track({
      userId: 'ann',
      event: 'Quote Asked',
      timestamp: new Date('2026-01-02T10:00:00Z'),
    })
  })
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'Nobody enters',
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Quote Asked' } },
        { id: 'stop', type: 'end', config: { as: 'exit', reason: 'done' } },
      ],
      edges: [{ from: 'start', exit: 'entered', to: 'stop' }],
    },
    settings: { goal: 'none' },
  })
  await openScenario(page, relance, workspace, id)
  await expect(page.getByText('Nothing to fix')).toBeVisible()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('t')
  const panel = page.getByRole('complementary', { name: 'Try with a real customer' })
  await panel.getByRole('button', { name: 'Last 30 days' }).click()
  await panel.getByRole('button', { name: 'Work out the last 30 days' }).click()
  await expect(panel.getByText('Nobody would have entered')).toBeVisible()
  await page.getByRole('link', { name: 'Build' }).click()
  await expect(row(page, 'V21')).toHaveText('Nobody would have entered in the last 30 days.')
  await expect(row(page, 'V21')).toHaveAttribute('data-severity', 'tip')
  await row(page, 'V21').click()
  await held(field(page, 'event'))
  await takeEvent(page)
  await expect(row(page, 'V21')).toHaveCount(0)
})

test('UX11 emails that the weekly limit would hold are counted over the people inside', async ({
  page,
}) => {
  const workspace = 'Weekly limit'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const pressure = { emailMost: 1, emailDays: 7 }
  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, { pressure })
  const [mail] = (await relance.call<{ items: { id: string }[] }>('GET', '/api/mail-templates'))
    .items
  const start = { id: 'start', type: 'on-event', config: { event: 'Signed Up' } }
  const sends = { id: 'mail', type: 'send-email', config: { template: mail?.id, whenHeld: 'wait' } }
  const stop = { id: 'stop', type: 'end', config: { as: 'exit', reason: 'done' } }
  const day = { id: 'day', type: 'wait-duration', config: { for: 'P1D', since: 'here' } }
  const publish = async (name: string, nodes: { id: string }[], path: string[]) => {
    const edges = path.map((each) => {
      const [from, exit, to] = each.split(/[: >]+/)
      return { from, exit, to }
    })
    const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
      ...{ name, graph: { nodes, edges }, settings: { goal: 'none' } },
    })
    await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
    return id
  }
  await publish('At once', [start, sends, stop], ['start:entered > mail', 'mail:sent > stop'])
  const flowId = await publish(
    'A day later',
    [start, day, sends, stop],
    ['start:entered > day', 'day:done > mail', 'mail:sent > stop'],
  )
  await withSegment(relance, (analytics) => {
    const timestamp = new Date('2026-03-02T10:00:00Z')
    const traits = { email: address('full'), consent: { email: true } }
    analytics.identify({ userId: 'full', traits, timestamp })
    analytics.track({ userId: 'full', event: 'Signed Up', timestamp })
  })
  await relance.advance('2026-03-02T10:10:00Z')
  expect(await relance.sentAt('full')).toHaveLength(1)

  await openScenario(page, relance, workspace, flowId)
  await expect(row(page, 'V23')).toHaveText('With this weekly limit, 1 of these emails would wait.')
  await expect(row(page, 'V23')).toHaveAttribute('data-severity', 'tip')
  await row(page, 'V23').click()
  await held(field(page, 'whenHeld'))
  await field(page, 'whenHeld').getByText('Leave this message out').click()
  await expect(row(page, 'V23')).toHaveCount(0)
})
