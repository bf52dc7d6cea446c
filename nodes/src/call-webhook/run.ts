import type { NodeRun } from '../kit/node-run'
import type { RunContext } from '../kit/run-context'
import { callOut, leaveBy } from '../kit/step'
import type { callWebhook } from './definition'
import { hostOf } from './host-of'
import { readAnswer } from './read-answer'

export const runCallWebhook: NodeRun<typeof callWebhook> = {
  async enter({ method, url, headers, body }, context) {
    const filledUrl = await context.fill(url)
    const request = {
      method,
      url: filledUrl,
      headers: await fillAll(headers, context),
      body: body && method !== 'GET' ? await context.fill(body) : null,
    }
    // Addresses may hold keys: only the host is traced.
    return callOut(request, { code: 'call-started', params: { url: hostOf(filledUrl) } })
  },
  async resume({ saveTo, pointer }, context, { callResult }) {
    if (!callResult?.ok) {
      const { error, fault } = callResult ?? { error: 'no-result', fault: undefined }
      return leaveBy('failed', {
        code: 'call-failed',
        params: { error, ...(fault && { fault }) },
      })
    }
    if (saveTo) {
      const answer = readAnswer(callResult.body, pointer)
      if (answer === undefined) context.note({ code: 'answer-not-kept', params: { field: saveTo } })
      else await context.setField(saveTo, answer)
    }
    return leaveBy('ok', { code: 'call-answered', params: { status: callResult.status } })
  },
}

async function fillAll(headers: Readonly<Record<string, string>>, context: RunContext) {
  const filled: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) filled[name] = await context.fill(value)
  return filled
}
