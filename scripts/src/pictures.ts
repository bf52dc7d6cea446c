import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root'
import { exitCode } from './testing/counts'
import { findBrowser } from './testing/find-browser'
import { runInBrowser } from './testing/run-in-browser'
import { testSession } from './testing/test-session'

/** Pictures of every page, 1440 wide, in both languages and themes, for whoever looks at them. */
const folder = join(root, 'e2e/pictures')

await testSession(async ({ stack, dataDir, say, alsoStop }) => {
  rmSync(folder, { recursive: true, force: true })
  const counts = await runInBrowser({
    ...{ stack, dataDir, say, onStarted: alsoStop },
    executable: await findBrowser(say),
    env: { RELANCE_PICTURES: folder },
  })
  return { code: exitCode([counts]), line: `The pictures are in ${folder}.` }
})
