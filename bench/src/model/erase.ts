import { survivor } from './person'
import { endRun } from './run-ends'
import type { Shop } from './shop'

/**
 * Forgets whoever is known by a name: their runs end, nothing more is sent to them, their address is barred, and
 * their names are free, so that what is told under them later is about somebody new.
 */
export function erase(shop: Shop, user: string): void {
  const known = shop.byUser.get(user)
  if (!known) return
  const person = survivor(known)
  for (const run of person.runs) if (run.state !== 'ended') endRun(shop, run, 'erased', null)
  for (const mail of person.mails)
    if (mail.state === 'queued') Object.assign(mail, { state: 'refused', reason: 'ended' })
  if (person.email) shop.suppressed.add(person.email)
  for (const names of [shop.byUser, shop.byCookie])
    for (const [name, owner] of names) if (survivor(owner) === person) names.delete(name)
  for (const [id, owner] of shop.orderOwner)
    if (survivor(owner) === person) shop.orderOwner.delete(id)
  Object.assign(person, {
    ...{
      user: null,
      email: null,
      timeZone: null,
      consent: null,
      traits: {},
      facts: [],
      coming: [],
    },
    ...{ orders: new Map(), carts: new Map(), isErased: true },
  })
}
