import { address, mailsTo } from './inbox'
import type { Page as Listed, Relance } from './relance'
import { withSegment } from './segment'

/** Lets people in who have agreed to emails. */
export const customers = (relance: Relance, names: string[], at: string, event?: string) =>
  withSegment(relance, (analytics) => {
    const timestamp = new Date(at)
    for (const userId of names) {
      const traits = { email: address(userId), firstName: userId, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      if (event) analytics.track({ userId, event, timestamp })
    }
  })

/** How many mails each of them has got. */
export const inboxes = (names: string[]) =>
  Promise.all(names.map(async (name) => (await mailsTo(address(name))).length))

/** A mail of the workspace by its key; where there is none, any. */
export const mailOf = async (relance: Relance, key: string) => {
  const { items } = await relance.call<Listed<{ id: string; key: string | null; name: string }>>(
    'GET',
    '/api/mail-templates?limit=200',
  )
  const mail = items.find((each) => each.key === key) ?? items[0]
  if (!mail) throw new Error('the workspace has no mail')
  return mail
}
