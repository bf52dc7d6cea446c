import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../http/context'

const about = `Everything the app does, over HTTP. Send \`Authorization: Bearer <API key>\`; a key belongs to one workspace.
Lists take \`?cursor=&limit=\` and answer \`{items, next}\`. Instants are ISO 8601 UTC and follow the workspace’s clock.
Errors are RFC 9457 problem documents with one of nine codes: invalid, unauthenticated, forbidden, not-found, conflict,
too-large, limit-reached, unavailable, internal. Events of sites go to \`/v1\`, as Segment’s HTTP API defines it.`

const events = ['identify', 'track', 'page', 'alias', 'batch']

const segmentPath = (call: string) => ({
  post: {
    tags: ['Events of sites'],
    summary: `Segment’s “${call}” call; Basic authentication with the write key as user`,
    security: [{ writeKey: [] }],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { type: 'object' as const } } },
    },
    responses: {
      200: { description: 'Durable: {success, taken, duplicates, refusals}' },
      400: { description: 'Not an event, with the field' },
      401: { description: 'Not a write key' },
      413: { description: 'An event over 32 KB, a batch over 500 KB' },
    },
  },
})

/** The API as an OpenAPI document, made from the routes themselves. */
export function openApiDocument(app: OpenAPIHono<AppEnv>, url: string) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Relance', version: '0.1.0', description: about },
    servers: [{ url }],
    security: [{ apiKey: [] }],
  })
  return {
    ...document,
    paths: {
      ...document.paths,
      ...Object.fromEntries(events.map((call) => [`/v1/${call}`, segmentPath(call)])),
    },
    components: {
      ...document.components,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        writeKey: { type: 'http', scheme: 'basic' },
      },
    },
  }
}
