import { expect, test } from 'vitest'
import { KeptShell, type Stores } from './kept-shell'

const HOME = 'https://relance.example'

/** Stores as a browser has them, as far as they are used. */
function stores(fetched: (path: string) => string) {
  const all = new Map<string, Map<string, Response>>()
  const pathOf = (asked: RequestInfo | URL) =>
    new URL(asked instanceof Request ? asked.url : String(asked), HOME).pathname
  const storeOf = (name: string) => {
    const held = all.get(name) ?? new Map<string, Response>()
    all.set(name, held)
    return {
      addAll: async (asked: Iterable<RequestInfo>) => {
        for (const each of asked) held.set(pathOf(each), new Response(fetched(pathOf(each))))
      },
      put: async (asked: RequestInfo | URL, answer: Response) =>
        void held.set(pathOf(asked), answer),
      match: async (asked: RequestInfo | URL) => held.get(pathOf(asked))?.clone(),
    }
  }
  const caches: Stores = {
    open: async (name: string) => storeOf(name),
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (asked: Request) => {
      for (const held of all.values()) {
        const found = held.get(pathOf(asked))
        if (found) return found.clone()
      }
      return undefined
    },
  }
  return { caches, names: () => [...all.keys()] }
}

const request = (path: string, mode = 'navigate', method = 'GET') =>
  Object.defineProperty(new Request(HOME + path, { method }), 'mode', { value: mode })

/** A build of that name over a server that says what `serve` does; an error is a network that is away. */
function build(name: string, serve: (path: string) => Response, kept = stores((path) => path)) {
  const ask = async ({ url }: Request) => serve(new URL(url).pathname)
  const shell = new KeptShell({ name, files: [`/assets/${name}.js`] }, kept.caches, ask, HOME)
  const text = async (asked: Request) => (await shell.answer(asked))?.text() ?? null
  return { shell, text, kept }
}

const away = () => {
  throw new TypeError('nothing answers')
}

test('a page comes from the server while it answers, and from here when it does not', async () => {
  let serve: (path: string) => Response = () => new Response('new page')
  const { shell, text } = build('a', (path) => serve(path))
  await shell.keep()
  expect(await text(request('/scenarios/1'))).toBe('new page')
  serve = () => new Response('no such page', { status: 404 })
  expect(await text(request('/scenarios/1'))).toBe('no such page')
  serve = () => new Response('bad gateway', { status: 502 })
  expect(await text(request('/scenarios/1'))).toBe('/')
  serve = away
  expect(await text(request('/scenarios/1'))).toBe('/')
  expect(await text(request('/assets/a.js', 'cors'))).toBe('/assets/a.js')
})

test('data, what customers get, other sites and what changes something are left alone', () => {
  const { shell } = build('a', away)
  const left = ['/api/me', '/v1/track', '/r/abc', '/sign-in/link', '/i/picture', '/health']
  for (const path of left) expect(shell.answer(request(path)), path).toBeNull()
  expect(shell.answer(request('/api/flows', 'cors'))).toBeNull()
  expect(shell.answer(request('/scenarios/1', 'navigate', 'POST'))).toBeNull()
  expect(shell.answer(new Request('https://elsewhere.example/assets/a.js'))).toBeNull()
})

test('a part that was not kept is kept when it is asked for first; a refusal never is', async () => {
  let serve: (path: string) => Response = () => new Response('', { status: 404 })
  const { text } = build('a', (path) => serve(path))
  expect(await text(request('/assets/late.js', 'cors'))).toBe('')
  serve = () => new Response('late')
  expect(await text(request('/assets/late.js', 'cors'))).toBe('late')
  serve = away
  expect(await text(request('/assets/late.js', 'cors'))).toBe('late')
})

test('a new build leaves the one before it for windows that are still open, and drops older ones', async () => {
  const kept = stores((path) => path)
  for (const name of ['a', 'b', 'c']) {
    const { shell } = build(name, away, kept)
    await shell.keep()
    await shell.dropOld()
  }
  expect(kept.names()).toEqual(['relance-shell-b', 'relance-shell-c'])
  const { text } = build('c', away, kept)
  expect(await text(request('/assets/b.js', 'cors'))).toBe('/assets/b.js')
})
