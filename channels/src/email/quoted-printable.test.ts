import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotedPrintable } from './quoted-printable'

/** As a mail client reads it. */
const decoded = (encoded: string) =>
  Buffer.from(
    encoded
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString()

test('every text comes back as it was, in lines that any server takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const encoded = quotedPrintable(text).toString('latin1')
      expect(decoded(encoded)).toBe(text.replace(/\r\n|\r|\n/g, '\r\n'))
      for (const line of encoded.split('\r\n')) {
        expect(line).toMatch(/^[\t -~]{0,76}$/)
        expect(line).not.toMatch(/[ \t]$/)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('what is plain stays readable', () => {
  expect(quotedPrintable('Élodie, 10 % = a lot \nBye').toString()).toBe(
    '=C3=89lodie, 10 % =3D a lot=20\r\nBye',
  )
})
