import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReturnAddresses, returnAddresses } from './return-addresses'
import { peekReturnToken, readReturnToken, signReturnToken } from './return-token'

const secret = new Uint8Array(32).fill(7)
const workspaceId = '01980000-0000-7000-8000-000000000001'
const messageId = '01980000-0000-7000-8000-000000000002'
const token = signReturnToken(secret, { workspaceId, messageId })

test('a return token is read back, also in capital letters, and fits before an @', () => {
  expect(readReturnToken(secret, workspaceId, token)).toBe(messageId)
  expect(readReturnToken(secret, workspaceId, token.toUpperCase())).toBe(messageId)
  expect(`bounce+${token}`.length).toBeLessThanOrEqual(64)
  expect(peekReturnToken(token)).toEqual({ workspaceStart: '0198000000007000', messageId })
})

test('any message of any workspace has a token of its own', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (workspace, message) => {
      const signed = signReturnToken(secret, { workspaceId: workspace, messageId: message })
      expect(readReturnToken(secret, workspace, signed)).toBe(message)
    }),
  )
})

test('another secret or workspace, any changed letter and nonsense read as nothing', () => {
  expect(readReturnToken(new Uint8Array(32).fill(8), workspaceId, token)).toBeNull()
  expect(readReturnToken(secret, messageId, token)).toBeNull()
  for (const [place, letter] of [...token].entries()) {
    const other = letter === 'a' ? 'b' : 'a'
    const forged = token.slice(0, place) + other + token.slice(place + 1)
    expect(readReturnToken(secret, workspaceId, forged)).toBeNull()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readReturnToken(secret, workspaceId, text)).toBeNull()
    }),
  )
})

test('return addresses are found in a text, those of another domain are not', () => {
  const { bounce, reply } = returnAddresses('mail.shop.example', secret, { workspaceId, messageId })
  const text = `Return-Path: <${bounce.toUpperCase()}>\nReply-To: ${reply}.\nX: ${bounce}\n${bounce}.evil.example`
  expect(findReturnAddresses('Mail.Shop.example', text)).toEqual([
    { kind: 'bounce', token },
    { kind: 'reply', token },
  ])
})
