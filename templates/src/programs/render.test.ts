import { expect, test } from 'vitest'
import { compileMail } from '../compile-mail'
import { renderMail } from '../render-mail'
import { sampleData } from '../sample-data'
import { mailSaying } from '../testing/mjml-of'
import { renderOptions } from '../testing/render-options'

const name = '<b>Ann</b><img src=x onerror=alert(1)><script>alert(2)</script>'

const render = async (words: string) =>
  renderMail(
    await compileMail(mailSaying(words)),
    { ...sampleData('en'), contact: { first_name: name } },
    renderOptions,
  )

test('data written raw brings its markup along, and no program; what was taken out is told', async () => {
  const { html, removed } = await render('Hi {{ contact.first_name | raw }}')
  expect(html).toContain('Hi <b>Ann</b><img src=x  >')
  expect(html).not.toContain('alert')
  expect(removed).toEqual(['<script>', 'onerror='])
})

test('data that is not written raw is text, and nothing is looked for', async () => {
  const { html, removed } = await render('Hi {{ contact.first_name }}')
  expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;')
  expect(removed).toEqual([])
})

test('raw text of the author’s own keeps every letter of the mail', async () => {
  const raw = await render('Hi {{ "<i>you</i>" | raw }}')
  const plain = await render('Hi <i>you</i>')
  expect(raw.html).toBe(plain.html)
  expect(raw.removed).toEqual([])
})
