import { Resolver } from 'node:dns/promises'

const TIMEOUT_MS = 4_000
const TRIES = 2
/** What a resolver says where there is simply nothing. */
const NOTHING = new Set(['ENOTFOUND', 'ENODATA'])

/** Asks DNS for what a domain says of itself. A name without records answers none. */
export class Lookup {
  readonly #resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })

  /** @param server of a resolver, as `host:port`; left out: the machine's own */
  constructor(server?: string) {
    if (server) this.#resolver.setServers([server])
  }

  texts(name: string): Promise<string[]> {
    return none(async () => (await this.#resolver.resolveTxt(name)).map((parts) => parts.join('')))
  }

  mailServers(name: string): Promise<string[]> {
    return none(async () =>
      (await this.#resolver.resolveMx(name))
        .sort((a, b) => a.priority - b.priority)
        .map(({ exchange }) => exchange),
    )
  }
}

async function none(ask: () => Promise<string[]>): Promise<string[]> {
  try {
    return await ask()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (NOTHING.has(code)) return []
    throw error
  }
}
