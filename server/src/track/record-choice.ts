import { newId } from '@relance/core/id/ids'
import type { CONSENT_CONFIRMED } from '@relance/core/preference/consent-events'
import type { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import type { Scope } from '@relance/db/connection/scope'
import type { TrackedMessage } from '@relance/db/message/find-tracked-message'
import { recordTrackings } from '@relance/db/message/record-trackings'

/** What somebody chose by a link of a mail. */
export type Choice = 'Unsubscribed' | typeof PREFERENCES_CHANGED | typeof CONSENT_CONFIRMED

/** Records what somebody chose; durable when it returns. */
export async function recordChoice(
  scope: Scope,
  { id: messageId }: TrackedMessage,
  name: Choice,
  properties: Record<string, unknown> = {},
): Promise<void> {
  await recordTrackings(scope, [{ id: newId(), messageId, name, properties }])
}
