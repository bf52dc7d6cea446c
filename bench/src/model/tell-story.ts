import { burst } from './burst'
import { erase } from './erase'
import { exitInstants } from './exit-instants'
import { crossingsOf, takeDue } from './lines'
import { nextOf, pause, publish, resume, stop, unstick } from './marketer'
import { iso, isoOrNull, MINUTE } from './minutes'
import { survivor } from './person'
import type { Mail, Run } from './run'
import { sendMails } from './send-mails'
import { newShop, type Shop } from './shop'
import type { Act, PersonOutcome, Story } from './story'
import { spread, tell } from './tell'

/**
 * What everybody in a story must get: a plain model of the product, in memory, which shares no code with the engine.
 * @param draw a number in [0, 1) for a run at a step
 * @throws Undetermined where two outcomes are equally right
 */
export function tellStory(story: Story, draw: Shop['draw']): PersonOutcome[] {
  const shop = newShop(
    Date.parse(story.startsAt),
    { flows: story.flows.length, most: story.most ?? null },
    draw,
  )
  for (const act of story.acts) {
    perform(shop, story, act)
    settle(shop)
  }
  return shop.people
    .filter(({ joinedInto }) => !joinedInto)
    .map(({ number, runs, mails }) => ({
      person: number,
      runs: runs.map(runOutcome),
      mails: mails.map(mailOutcome),
    }))
}

function perform(shop: Shop, story: Story, act: Act): void {
  if (act.act === 'advance') advance(shop, shop.now + act.minutes * MINUTE)
  if (act.act === 'tell') tell(shop, act.events)
  if (act.act === 'erase') erase(shop, act.user)
  if (!('flow' in act)) return
  const flow = shop.flows[act.flow]
  if (!flow) return
  if (act.act === 'publish') {
    const drawing = story.flows[act.flow]?.[act.drawing]
    if (drawing) publish(shop, flow, drawing, act)
  }
  if (act.act === 'pause') pause(flow)
  if (act.act === 'resume') resume(shop, flow, act.mode)
  if (act.act === 'stop') stop(shop, flow, act.people)
  if (act.act === 'retry' || act.act === 'skip') unstick(shop, flow, act.act)
  if (act.act === 'react') {
    const person = shop.byUser.get(act.user)
    const sent = person
      ? survivor(person).mails.filter(({ run, state }) => run.flow === flow && state === 'sent')
      : []
    const mail = sent.reduce<Mail | undefined>(
      (last, one) => ((one.sentAt ?? 0) >= (last?.sentAt ?? 0) ? one : last),
      undefined,
    )
    if (mail)
      spread(shop, mail.run.person, {
        id: `${act.name}:${shop.now}`,
        name: act.name,
        at: shop.now,
        properties: { node: mail.node, run: mail.run },
      })
  }
}

function advance(shop: Shop, to: number): void {
  settle(shop)
  while (shop.now < to) {
    shop.now = nextInstant(shop, to)
    takeDue(shop, (flow) => nextOf(flow, shop.now))
    settle(shop)
  }
}

/** The first instant after now at which anything may happen by itself. */
function nextInstant(shop: Shop, to: number): number {
  const open = shop.runs.filter(({ state }) => state !== 'ended')
  const instants = [
    ...open.map(({ dueAt, flow }) => (flow.status === 'paused' ? null : dueAt)),
    ...open.flatMap(exitInstants),
    ...shop.mails.map(({ state, sendAt }) => (state === 'queued' ? sendAt : null)),
    ...shop.flows.flatMap((flow) => [
      flow.nextAt,
      ...shop.people.flatMap((person) => crossingsOf(flow, person).map(({ at }) => at)),
    ]),
  ]
  const next = instants.filter((at) => at !== null && at > shop.now && at <= to) as number[]
  return Math.min(to, ...next)
}

function settle(shop: Shop): void {
  for (let moved = true; moved; ) {
    moved = false
    // By index: somebody may enter again meanwhile.
    for (let i = 0; i < shop.runs.length; i++) {
      const run = shop.runs[i]
      if (run && burst(shop, run)) moved = true
    }
    if (!moved) moved = sendMails(shop)
  }
}

const runOutcome = (run: Run) => ({
  flow: run.flow.number,
  version: run.version.number,
  enteredAt: iso(run.enteredAt),
  state: run.state,
  at: `${run.node}#${run.visit}`,
  dueAt: isoOrNull(run.dueAt),
  endedAt: isoOrNull(run.endedAt),
  endReason: run.endReason,
  endDetail: run.endDetail,
})

const mailOutcome = (mail: Mail) => ({
  flow: mail.run.flow.number,
  at: `${mail.node}#${mail.visit}`,
  state: mail.state,
  reason: mail.reason,
  queuedAt: iso(mail.queuedAt),
  sentAt: isoOrNull(mail.sentAt),
})
