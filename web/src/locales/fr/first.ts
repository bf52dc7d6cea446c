import { app } from './app'
import { canvas } from './canvas'
import { common } from './common'
import { inspector } from './inspector'
import { live } from './live'
import { outline } from './outline'
import { pressure } from './pressure'
import { publish } from './publish'
import { shortcuts } from './shortcuts'
import { versions } from './versions'

/** The texts of the frame and of a drawing as it opens; all others come with what says them. */
export const first = {
  ...common,
  ...app,
  ...canvas,
  ...live,
  ...inspector,
  ...outline,
  ...pressure,
  ...publish,
  ...shortcuts,
  ...versions,
}
