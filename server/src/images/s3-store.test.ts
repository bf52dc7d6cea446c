import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imageStoreOf } from './image-store-of'

/** As much of S3 as pictures need, told from Amazon's own description of it: objects by path, signed requests only. */
const objects = new Map<string, { bytes: Buffer; type: string | undefined }>()
const signatures: string[] = []
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const [path = ''] = (request.url ?? '').split('?')
  const signature = request.headers.authorization ?? ''
  if (!signature.startsWith('AWS4-HMAC-SHA256 Credential=key/'))
    return void response.writeHead(403).end()
  signatures.push(signature)
  const isBucket = /^\/pictures\/?$/.test(path)
  if (!path.startsWith('/pictures')) return void response.writeHead(404).end()
  if (isBucket) return void response.writeHead(200).end()
  if (request.method === 'PUT') {
    objects.set(path, { bytes: Buffer.concat(chunks), type: request.headers['content-type'] })
    return void response.writeHead(200).end()
  }
  if (request.method === 'DELETE') {
    objects.delete(path)
    return void response.writeHead(204).end()
  }
  const found = objects.get(path)
  if (found) return void response.writeHead(200, { 'content-type': found.type }).end(found.bytes)
  response
    .writeHead(404, { 'content-type': 'application/xml' })
    .end(
      '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>No such key.</Message></Error>',
    )
})

let endpoint: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const storeOf = (bucket: string, key = 'key') =>
  imageStoreOf({
    RELANCE_DATA_DIR: '/nonexistent',
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    S3_REGION: 'eu-west-3',
    S3_ACCESS_KEY_ID: key,
    S3_SECRET_ACCESS_KEY: 'secret',
  })
const NAME = `${'a'.repeat(22)}.png`

test('a picture is kept in a bucket with its type, handed out as it was, and gone once it is dropped', async () => {
  const store = storeOf('pictures')
  await store.check()
  const bytes = Buffer.from('\x89PNG and the rest', 'latin1')
  await store.put(NAME, bytes)
  expect(objects.get(`/pictures/images/${NAME}`)).toEqual({ bytes, type: 'image/png' })
  expect(Buffer.from((await store.get(NAME)) ?? [])).toEqual(bytes)
  await store.remove(NAME)
  expect(await store.get(NAME)).toBeNull()
  expect(signatures.every((signature) => signature.includes('/eu-west-3/s3/'))).toBe(true)
})

test('a bucket that is not there, or that lets nobody in, is told at the start, by its variable', async () => {
  for (const store of [storeOf('elsewhere'), storeOf('pictures', 'stranger')])
    await expect(store.check()).rejects.toMatchObject({
      code: 'invalid',
      details: { field: 'S3_BUCKET' },
    })
})
