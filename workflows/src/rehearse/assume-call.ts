import type { OutsideCall } from '@relance/db/call/calls'
import type { Walk } from '../burst/walk'
import type { Story } from './story'

/** How an outside call ends that is never made: as was said, else as most did. Without an answer's text. */
export function assumeCall(story: Story, walk: Walk): OutsideCall {
  const { nodeId, visit, callId } = walk.enrolment
  const { ok = 0, failed = 0 } = story.habits.exits[nodeId] ?? {}
  const isUsual = ok >= failed
  const { is } = story.decide(
    {
      ...{ key: `${nodeId}:${visit}:call`, kind: 'call', nodeId, visit, event: null, leaf: null },
      ...{ options: ['ok', 'failed'], from: walk.clock.now, until: walk.clock.now, at: null },
    },
    { is: isUsual ? 'ok' : 'failed', known: ok + failed, did: isUsual ? ok : failed },
  )
  return {
    id: callId ?? '',
    enrolmentId: walk.enrolment.id,
    nodeId,
    visit,
    request: { method: '', url: '', headers: {}, body: null },
    attempts: 1,
    state: is === 'ok' ? 'done' : 'failed',
    result:
      is === 'ok'
        ? { ok: true, status: 200, body: '' }
        : { ok: false, status: null, error: 'no-result' },
  }
}
