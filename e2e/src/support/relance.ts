import { readFileSync } from 'node:fs'

interface Credentials {
  url: string
  apiKey: string
  writeKey: string
  workspaceId: string
  signInUrl: string
}

/** What `npm start` writes for scripts. */
export function credentials(): Credentials {
  const path = process.env.RELANCE_TEST_CREDENTIALS
  if (!path) throw new Error('RELANCE_TEST_CREDENTIALS is not set: run the tests with npm test.')
  return JSON.parse(readFileSync(path, 'utf8'))
}

export interface Answer<T = Record<string, never>> {
  status: number
  body: T
}

/** The HTTP API as any script would call it, with one workspace's key. */
export class Relance {
  constructor(
    readonly apiKey: string,
    readonly writeKey: string,
    readonly url = credentials().url,
  ) {}

  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const isForm = body instanceof FormData
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }

  /** As `ask`, but anything other than a 2xx answer is thrown. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(method, path, body)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  advance(to: string) {
    return this.call<{ now: string; bursts: number; messages: number }>(
      'POST',
      '/api/test-clock/advance',
      { to },
    )
  }

  async contactId(externalId: string): Promise<string> {
    const { items } = await this.call<Page<{ id: string }>>(
      'GET',
      `/api/contacts?externalId=${externalId}`,
    )
    const id = items[0]?.id
    if (!id) throw new Error(`nobody is known as ${externalId}`)
    return id
  }

  async messages(externalId: string): Promise<Message[]> {
    const { items } = await this.call<Page<Message>>(
      'GET',
      `/api/messages?contactId=${await this.contactId(externalId)}`,
    )
    return items
  }

  /** When each message was sent, oldest first. */
  async sentAt(externalId: string): Promise<(string | null)[]> {
    return (await this.messages(externalId))
      .filter(({ state }) => state === 'sent')
      .map(({ sentAt }) => sentAt)
  }

  async enrolments(flowId: string, externalId: string): Promise<Enrolment[]> {
    const path = `/api/flows/${flowId}/enrolments?contactId=${await this.contactId(externalId)}`
    return (await this.call<Page<Enrolment>>('GET', path)).items
  }
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Message {
  id: string
  nodeId: string
  subject: string
  state: string
  reason: string | null
  sentAt: string | null
}

export interface Enrolment {
  id: string
  state: string
  endReason: string | null
  endDetail: string | null
  enteredAt: string
  revenueCents: number | null
}

/** A workspace of the test's own, on a test clock; `locale` is what its mails are written in. */
export async function testWorkspace(
  name: string,
  now: string,
  locale = 'en',
): Promise<Relance & { workspaceId: string }> {
  const { apiKey, writeKey } = credentials()
  const owner = new Relance(apiKey, writeKey)
  const made = await owner.call<{ id: string; apiKey: string; writeKey: string }>(
    'POST',
    '/api/workspaces',
    {
      name,
      locale,
      clock: { now },
    },
  )
  return Object.assign(new Relance(made.apiKey, made.writeKey), { workspaceId: made.id })
}

/** A scenario from its template, live. */
export async function publishTemplate(
  relance: Relance,
  template: string,
  locale = 'en',
): Promise<string> {
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', { template, locale })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}
