import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { advanceTestClock } from '@relance/db/clock/advance-test-clock'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, instantIn } from '../http/schemas'

const tags = ['Test clock']

const read = createRoute({
  method: 'get',
  path: '/test-clock',
  tags,
  summary: 'What time it is in a workspace made with a test clock',
  middleware: needs('see', 'clock'),
  responses: { 200: answer(z.object({ now: instant }), 'It stands still there') },
})

const advance = createRoute({
  method: 'post',
  path: '/test-clock/advance',
  tags,
  summary:
    'Move the clock forwards; answers when everything due until then has settled, sending included',
  middleware: needs('publish', 'clock'),
  request: { body: body(z.object({ to: instantIn })) },
  responses: {
    200: answer(
      z.object({ now: instant, bursts: z.int(), messages: z.int() }),
      'What the advance caused',
    ),
  },
})

export const testClockRoutes = routes()
  .openapi(read, async (c) => {
    const { clock } = await getWorkspace(c.get('scope'))
    if (clock.kind !== 'test') {
      throw new AppError('conflict', 'This workspace follows the real clock; it has no test clock.')
    }
    return c.json({ now: clock.now }, 200)
  })
  .openapi(advance, async (c) =>
    c.json(await advanceTestClock(c.get('scope'), c.req.valid('json').to), 200),
  )
