import { expect, test } from 'vitest'
import { packContent, unpackContent, wordsOf } from './packed-content'

const version = {
  text: 'Hello {{ contact.first_name }}\nThank you for joining us.',
  html: `<p>Hello {{ contact.first_name }}</p>${'<p>Thank you for joining us.</p>'.repeat(2000)}`,
}

test('a mail comes out as it went in, whatever is in it, and is small beside its version', () => {
  const words = wordsOf(version)
  const mails = [
    {
      text: '12\nHello Zoë 🎁\n',
      html: version.html.replace('{{ contact.first_name }}', 'Zoë 🎁'),
    },
    { text: '', html: '' },
    { text: 'nothing\0of it\nis alike', html: '<b>at all</b>' },
  ]
  for (const mail of mails)
    expect(unpackContent(packContent(mail, words), words.words)).toEqual(mail)
  expect(packContent({ ...version, text: 'Hello Ada' }, words).length).toBeLessThan(600)
})

test('the same words have the same id, and others another', () => {
  const { id } = wordsOf({ ...version })
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(wordsOf({ ...version }).id).toBe(id)
  expect(wordsOf({ ...version, text: 'Hello' }).id).not.toBe(id)
})
