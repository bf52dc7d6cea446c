import { AppError } from '@relance/core/error/app-error'
import { CONSENT_CONFIRMED } from '@relance/core/preference/consent-events'
import { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import { languageOf } from '@relance/core/words/language'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { readConfirmation } from '@relance/db/consent/read-confirmation'
import { checkReachable } from '@relance/db/contact/check-reachable'
import { type PreferencesRead, readPreferences } from '@relance/db/preference/read-preferences'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../http/context'
import { readerLanguage } from '../http/reader-language'
import { confirmPage } from './confirm-page'
import { type OpenedToken, openToken } from './open-token'
import { preferencesPage } from './preferences-page'
import { readChoices } from './read-choices'
import { recordChoice } from './record-choice'
import { refusedPage } from './refused-page'
import { neverStored } from './track'
import { unsubscribePage } from './unsubscribe-page'

/** A filled-in page is far smaller. */
const FORM_BYTES = 64 * 1024
const tooLarge = () => {
  throw new AppError('too-large', 'The request is too large.')
}

/**
 * Where a person says what they want, no longer want, or want less of: without signing in, by the signed link of a mail.
 * A GET changes nothing, whoever follows the link; a POST is an event like any other, so that every run of theirs
 * and the gate hear of it in its order.
 */
export const unsubscribe = new Hono<AppEnv>()
  .get('/u/:token', async (c) => {
    const { scope, message } = await open(c)
    const reach = await inTransaction(scope, (tx) =>
      checkReachable(tx, message.contactId, 'email', { service: false }),
    )
    const isDone = 'reason' in reach && reach.reason === 'unsubscribed'
    return c.html(
      unsubscribePage(isDone ? 'already' : 'ask', linked(c, message), languageFor(c, message)),
      200,
      neverStored,
    )
  })
  .post('/u/:token', async (c) => {
    const { scope, message } = await open(c)
    await recordChoice(scope, message, 'Unsubscribed')
    return c.html(
      unsubscribePage('done', linked(c, message), languageFor(c, message)),
      200,
      neverStored,
    )
  })
  .get('/u/:token/preferences', async (c) => {
    const { scope, message } = await open(c)
    const chosen = await readPreferences(scope, message.contactId)
    return page(c, message, chosen, null)
  })
  .post(
    '/u/:token/preferences',
    bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge }),
    async (c) => {
      const { scope, message } = await open(c)
      const shown = await readPreferences(scope, message.contactId)
      const form = await readForm(c)
      const change = readChoices(form, shown)
      await recordChoice(scope, message, PREFERENCES_CHANGED, change)
      const stops = form.get('act') === 'stop'
      if (stops) await recordChoice(scope, message, 'Unsubscribed')
      const channels = { ...shown.channels, ...change.channels }
      return page(c, message, { ...shown, ...change, channels }, stops ? 'stopped' : 'saved')
    },
  )

  .get('/u/:token/confirm', async (c) => {
    const { scope, message } = await open(c)
    const asked = await readConfirmation(scope, message.contactId)
    const shown = { ...asked, ...linked(c, message) }
    return c.html(confirmPage(asked.state, shown, languageFor(c, message)), 200, neverStored)
  })
  .post('/u/:token/confirm', async (c) => {
    const { scope, message } = await open(c)
    const asked = await readConfirmation(scope, message.contactId)
    if (asked.state === 'open') await recordChoice(scope, message, CONSENT_CONFIRMED)
    const shown = { ...asked, ...linked(c, message) }
    const step = asked.state === 'open' ? 'done' : asked.state
    return c.html(confirmPage(step, shown, languageFor(c, message)), 200, neverStored)
  })

unsubscribe.onError(refusedPage)

async function readForm(c: Asked): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch {
    throw new AppError('invalid', 'The request cannot be read.')
  }
}

type Asked = Context<AppEnv, '/u/:token'>
type Message = OpenedToken['message']

const open = (c: Asked) => openToken(c, c.req.param('token'), 'u')

const languageFor = (c: Asked, { locale }: Message) =>
  readerLanguage(c.req.header('accept-language')) ?? languageOf(locale) ?? 'en'

const linked = (c: Asked, { shopName }: Message) => ({
  shopName,
  preferencesUrl: `/u/${c.req.param('token')}/preferences`,
})

const page = (
  c: Asked,
  message: Message,
  chosen: PreferencesRead,
  said: 'saved' | 'stopped' | null,
) =>
  c.html(
    preferencesPage({ shopName: message.shopName, chosen, said }, languageFor(c, message)),
    200,
    neverStored,
  )
