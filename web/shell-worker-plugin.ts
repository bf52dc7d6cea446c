import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const FILE = 'sw.js'
/** Code and looks, and the letters that French and English are written with; other alphabets are kept when used. */
const isKept = (file: string) =>
  /\.(js|css)$/.test(file) || /-latin-wght-normal-[^/]*\.woff2$/.test(file)

/** Builds `sw.js`, which keeps the app in the browser, and writes into it what this build is made of. */
export function shellWorker(): Plugin {
  return {
    name: 'relance-shell-worker',
    apply: 'build',
    buildStart() {
      const id = `${import.meta.dirname}/src/offline/shell-worker.ts`
      this.emitFile({ type: 'chunk', id, fileName: FILE })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE]
        const page = bundle['index.html']
        if (worker?.type !== 'chunk' || page?.type !== 'asset')
          throw new Error('The build has no page, or no worker that keeps it.')
        const files = Object.keys(bundle).filter((file) => isKept(file) && file !== FILE)
        const hash = createHash('sha256').update(String(page.source)).update(files.sort().join())
        const built = {
          name: hash.digest('hex').slice(0, 12),
          files: files.map((file) => `/${file}`),
        }
        worker.code = `const BUILT=${JSON.stringify(built)};${worker.code}`
      },
    },
  }
}
