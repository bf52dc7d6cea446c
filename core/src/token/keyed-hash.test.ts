import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyedHash } from './keyed-hash'

test('it is HMAC-SHA256, for secrets and texts of every length', () => {
  for (const length of [1, 32, 63, 64, 65, 200]) {
    const secret = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256)
    for (const characters of [0, 1, 55, 64, 300, 1024, 1025, 6000, 3]) {
      const text = [...'aZ9-_é.:Ł😀'.repeat(1000)].slice(0, characters).join('')
      expect(keyedHash(secret, text)).toBe(createHmac('sha256', secret).update(text).digest('hex'))
    }
  }
})
