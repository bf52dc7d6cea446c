/** What is kept of one build of the app: a name that no other build has, and the addresses of its files. */
export interface Shell {
  name: string
  files: string[]
}

const KIND = 'relance-shell-'
/** The page that every address of the app shows. */
export const PAGE = '/'
/** What is answered by programs, or for people outside: never by the app. */
const isOfServer = (path: string) =>
  /^\/(api|v1|r|o|u|i|sample|health|metrics|sign-in\/link)(\/|$)/.test(path)

/** As much of a browser's caches as is used here. */
export interface Stores {
  open: (name: string) => Promise<Pick<Cache, 'addAll' | 'put' | 'match'>>
  keys: () => Promise<string[]>
  delete: (name: string) => Promise<boolean>
  match: (request: Request, options: CacheQueryOptions) => Promise<Response | undefined>
}

/**
 * The app as this browser keeps it, for when nothing answers. Pages come from the server as long as it answers, so an
 * old app never meets a new server; files whose names change with their content come from here first.
 */
export class KeptShell {
  constructor(
    private readonly shell: Shell,
    private readonly stores: Stores,
    private readonly ask: (request: Request) => Promise<Response>,
    private readonly home = globalThis.location.origin,
  ) {}

  /** Fetches the whole build; what cannot be had whole is not kept. */
  async keep(): Promise<void> {
    const store = await this.stores.open(this.name)
    await store.addAll([PAGE, ...this.shell.files])
  }

  /** Drops builds before the last one: a window of that may still be open, and asks for its parts. */
  async dropOld(): Promise<void> {
    const kept = (await this.stores.keys()).filter((name) => name.startsWith(KIND))
    const before = kept.filter((name) => name !== this.name).slice(0, -1)
    await Promise.all(before.map((name) => this.stores.delete(name)))
  }

  /** The answer to a request; null where it is none of the app's business, as are all requests for data. */
  answer(request: Request): Promise<Response> | null {
    const { method, mode, url } = request
    const { origin, pathname } = new URL(url)
    if (method !== 'GET' || origin !== this.home) return null
    if (mode === 'navigate') return isOfServer(pathname) ? null : this.page(request)
    return pathname.startsWith('/assets/') ? this.file(request) : null
  }

  private get name() {
    return KIND + this.shell.name
  }

  private async page(request: Request): Promise<Response> {
    const kept = async () => (await this.stores.open(this.name)).match(PAGE)
    try {
      const answer = await this.ask(request)
      // A server that is away leaves its proxy to answer.
      return answer.status < 502 ? answer : ((await kept()) ?? answer)
    } catch (error) {
      const page = await kept()
      if (page) return page
      throw error
    }
  }

  private async file(request: Request): Promise<Response> {
    const kept = await this.stores.match(request, { ignoreVary: true })
    if (kept) return kept
    const answer = await this.ask(request)
    if (answer.ok) {
      const store = await this.stores.open(this.name)
      await store.put(request, answer.clone())
    }
    return answer
  }
}
