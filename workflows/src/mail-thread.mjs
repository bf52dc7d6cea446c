// mail-thread.ts as it is written, which a thread of Node does not read by itself. Bundled programs have another file of
// this name beside them, which is all of it.
import { register } from 'tsx/esm/api'

register()
await import('./mail-thread.ts')
