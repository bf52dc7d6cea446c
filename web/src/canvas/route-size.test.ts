import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { builtApp, compressedKb, scriptsOf } from '../testing/built-app'

const MOST_KB = 350
/** Each file is a request. */
const MOST_FILES = 10
const BUILDING_MS = 180_000

// As it is built for people: the libraries’ own checks are left out.
beforeEach(() => void vi.stubEnv('NODE_ENV', 'production'))
afterEach(() => void vi.unstubAllEnvs())

test(
  `a drawing opens with at most ${MOST_KB} kB of compressed script, and without what is opened later`,
  async () => {
    const app = await builtApp()
    const scripts = scriptsOf(app, [
      'web/src/main.tsx',
      'web/src/canvas/build-page.tsx',
      'web/src/locales/fr/first.ts',
    ])
    const modules = [...scripts].flatMap((name) => app.get(name)?.modules ?? [])
    const holds = (part: string) => modules.some((path) => path.includes(part))
    expect(
      ['/main.tsx', '/flow-view.tsx', '/fr/canvas.ts', '@xyflow/react'].filter(holds),
    ).toHaveLength(4)
    const later = [
      '@base-ui/',
      'react-querybuilder',
      '@codemirror/',
      'temporal-polyfill',
      '/fr/pages.ts',
    ]
    expect(later.filter(holds)).toEqual([])
    expect(compressedKb(app, scripts)).toBeLessThanOrEqual(MOST_KB)
    expect(scripts.size).toBeLessThanOrEqual(MOST_FILES)
    // Most steps have no rule: their settings do not wait for what builds one.
    const settings = [...scriptsOf(app, ['web/src/canvas/inspector/inspector.tsx'])]
    const modulesOfSettings = settings.flatMap((name) => app.get(name)?.modules ?? [])
    expect(modulesOfSettings.filter((path) => path.includes('react-querybuilder'))).toEqual([])
  },
  BUILDING_MS,
)
