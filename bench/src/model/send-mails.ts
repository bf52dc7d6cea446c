import { refusalOf } from './facts'
import { roomAt } from './limits'
import { DAY } from './minutes'
import type { Mail } from './run'
import type { Shop } from './shop'
import { Undetermined } from './story'
import { spread } from './tell'

/** A mail that could not go for this long, from when it was allowed to, is not sent any more. */
export const LOSES_ITS_MOMENT = 3 * DAY

/** Sends what may go now. True when anything changed. */
export function sendMails(shop: Shop): boolean {
  const ready = shop.mails.filter((mail) => isReady(shop, mail))
  const gone = ready.filter(({ run }) => isGone(run.person.email))
  if (
    gone.some((mail) =>
      gone.some((other) => other !== mail && other.run.person === mail.run.person),
    )
  )
    throw new Undetermined('Two mails to an address that does not exist, in one instant.')
  for (const mail of ready) send(shop, mail)
  return ready.length > 0
}

/** An address whose server says that nobody is there. */
export const isGone = (email: string | null) => email?.startsWith('gone') ?? false

function isReady(shop: Shop, mail: Mail): boolean {
  const { run } = mail
  if (mail.state !== 'queued' || mail.sendAt > shop.now || run.flow.status === 'paused')
    return false
  const first = shop.mails.find((other) => other.run === run && other.state === 'queued')
  return first === mail
}

function send(shop: Shop, mail: Mail): void {
  const { person } = mail.run
  if (shop.now > mail.losesItsMomentAt)
    return void Object.assign(mail, { state: 'failed', reason: 'too-late' })
  const reason = refusalOf(person, shop.suppressed)
  if (reason) return void Object.assign(mail, { state: 'refused', reason })
  const room = roomAt(shop, person, mail)
  if (room !== null) return void hold(shop, mail, room)
  mail.isHeld = false
  if (!isGone(person.email))
    return void Object.assign(mail, { state: 'sent', reason: null, sentAt: shop.now })
  Object.assign(mail, { state: 'failed', reason: 'bounced-hard' })
  shop.suppressed.add(person.email ?? '')
  spread(shop, person, { id: '', name: 'Email Bounced', at: shop.now, properties: {} })
}

/** No room any more: it waits, and those behind it with it. */
function hold(shop: Shop, mail: Mail, until: number): void {
  const { run } = mail
  const rivals = shop.mails.filter(
    (other) => other.run.person === run.person && isReady(shop, other),
  )
  if (rivals.some((other) => other !== mail))
    throw new Undetermined('Several mails to one person, and not enough room, in one instant.')
  const behind = shop.mails.filter(
    (other) => other.run === run && other.state === 'queued' && other.sendAt < until,
  )
  for (const one of new Set([mail, ...behind]))
    Object.assign(one, {
      ...{ sendAt: until, reason: 'cap', isHeld: true },
      losesItsMomentAt: Math.max(one.losesItsMomentAt, until + LOSES_ITS_MOMENT),
    })
}
