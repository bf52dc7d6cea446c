import { contrast } from '@relance/core/colour/contrast'
import { expect, test } from 'vitest'
import { compileMail, type MailSource } from '../compile-mail'
import { loadMails } from '../load-mails'
import type { MailData } from '../mail-data'
import { renderMail } from '../render-mail'
import { sampleData } from '../sample-data'
import { renderOptions } from '../testing/render-options'
import { checkMail } from './check-mail'
import { mailWarningWords } from './mail-warning'

const good = {
  text: '<mj-text font-size="16px">Six months without you: here is what is new, chosen for you.</mj-text>',
  button:
    '<mj-button background-color="#B00020" color="#ffffff" href="https://shop.example/new">See what is new</mj-button>',
  rest: '',
  foot: '<mj-text font-size="12px"><a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>',
}

function mail(parts: Partial<typeof good> = {}, texts: Partial<MailSource> = {}): MailSource {
  const { text, button, rest, foot } = { ...good, ...parts }
  return {
    subject: 'New since your last visit',
    preheader: '',
    mjml: `<mjml><mj-body><mj-section background-color="#ffffff"><mj-column>
${text}
${button}
${rest}
${foot}
</mj-column></mj-section></mj-body></mjml>`,
    ...texts,
  }
}

async function checked(source: MailSource, data: Partial<MailData> = {}) {
  const options = {
    ...renderOptions,
    language: 'en' as const,
    trackLink: (url: string) => url,
    keepsRefused: true,
  }
  const rendered = await renderMail(
    await compileMail(source),
    { ...sampleData('en'), ...data },
    options,
  )
  return checkMail(source, rendered)
}
const codes = async (source: MailSource) => (await checked(source)).map(({ code }) => code)
const pictures = '<mj-image src="https://shop.example/a.jpg" alt="A coat" />'

test('a mail that says what to do, and can be read, passes', async () => {
  expect(await checked(mail({ rest: pictures }))).toEqual([])
})

test('a pale button is told with its contrast, and where it stands', async () => {
  const button =
    '<mj-button background-color="#F5C6CB" color="#333333" href="https://shop.example">Come back</mj-button>'
  const warnings = await checked(mail({ button }))
  expect(warnings).toMatchObject([{ code: 'pale-button', line: 3, params: { ratio: 1.5 } }])
  const [warning] = warnings
  expect(warning && mailWarningWords(warning, 'en')).toBe(
    'The button “Come back” is too pale on its ground: 1.5:1, at least 3:1 is needed.',
  )
  expect(warning && mailWarningWords(warning, 'fr')).toBe(
    'Le bouton «\u202fCome back\u202f» est trop pâle sur son fond\u00a0: 1,5:1, il faut au moins 3:1.',
  )
  expect(contrast('#B00020', '#FFFFFF')).toBeCloseTo(7.3, 1)
})

test.each<[string, MailSource]>([
  ['no-unsubscribe', mail({ foot: '' })],
  ['no-subject', mail({}, { subject: ' ' })],
  [
    'long-subject',
    mail({}, { subject: 'A subject that goes on for longer than any phone would show' }),
  ],
  ['shouting', mail({}, { subject: 'LAST DAYS OF SALES' })],
  ['shouting', mail({}, { subject: 'Come back!!' })],
  [
    'broken-link',
    mail({ rest: '<mj-text font-size="16px"><a href="htp:/shop">Shop</a></mj-text>' }),
  ],
  ['broken-link', mail({ rest: '<mj-text font-size="16px"><a href="">Shop</a></mj-text>' })],
  ['no-button', mail({ button: '' })],
  ['many-buttons', mail({ rest: good.button.replace('/new', '/old') })],
  ['pale-button-text', mail({ button: good.button.replace('"#ffffff"', '"#e06070"') })],
  ['small-text', mail({ text: good.text.replace('16px', '13px') })],
  ['image-only', mail({ text: '', rest: pictures })],
  ['missing-alt', mail({ rest: pictures.replace('A coat', '') })],
  ['missing-fallback', mail({}, { subject: 'For you, {{ contact.first_name }}' })],
  ['too-large', mail({ rest: `<mj-raw><!-- ${'x'.repeat(110_000)} --></mj-raw>` })],
])('%s', async (code, source) => {
  expect(await codes(source)).toEqual([code])
})

const shipped = (await loadMails()).flatMap(({ key, sources }) =>
  [sources.en, sources.fr].map((source) => ({ id: `${key}.${source.language}`, source })),
)
test.each(shipped)('the shipped mail $id passes', async ({ source }) => {
  const language = source.language
  const options = { ...renderOptions, language, trackLink: (url: string) => url }
  const rendered = await renderMail(await compileMail(source), sampleData(language), options)
  expect(checkMail(source, rendered).map((warning) => mailWarningWords(warning, 'en'))).toEqual([])
})

test('data written as HTML is told of at its line; a text of the author’s, or of the brand, is not', async () => {
  const rest = `<mj-text>{{ contact.first_name | default: "you" | raw }}</mj-text>
<mj-text>{{ "<i>x</i>" | raw }}{{ brand.accent | raw }}</mj-text>`
  const warnings = await checked(mail({ rest }))
  expect(warnings).toMatchObject([
    {
      code: 'unescaped',
      line: 4,
      params: { value: '{{ contact.first_name | default: "you" | raw }}' },
    },
  ])
})

test('an image that has neither address nor text is told of in a whole sentence', async () => {
  const [warning] = await checked(mail({ rest: '<mj-image src="" alt="" />' }))
  expect(warning?.code).toBe('missing-alt')
  if (!warning) return
  expect(mailWarningWords(warning, 'en')).toBe('An image has no address and no text in its place.')
  expect(mailWarningWords(warning, 'fr')).toBe('Une image n’a ni adresse ni texte de remplacement.')
})

const linked = (href: string, more = '') =>
  mail({ rest: `<mj-text font-size="16px"><a href=${href}>Shop</a>${more}</mj-text>` })

test.each([
  ['"javascript:alert(1)"', 'javascript:alert(1)'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['" Java&#115;cript:alert(1)"', ' Java&#115;cript:alert(1)'],
  ["'vbscript:msgbox'", 'vbscript:msgbox'],
  ['"data:text/html;base64,PHNjcmlwdD4="', 'data:text/html;base64,PHNjcmlwdD4='],
  ['"data:image/png;base64,iVBORw0="', 'data:image/png;base64,iVBORw0='],
])('a link to %s is told as what it is, as written and with its line', async (href, written) => {
  const told = { code: 'forbidden-link', line: 4, params: { href: written } }
  expect(await checked(linked(href))).toMatchObject([told])
  const raw = await checked(linked(href, '{{ "<i>x</i>" | raw }}'))
  expect(raw).toMatchObject([told])
})

test('a forbidden address is told wherever it is written, on a button or in what this customer does not see', async () => {
  const button = good.button.replace('https://shop.example/new', 'javascript:go()')
  const hidden = '{% if false %}<a href="javascript:go()">Shop</a>{% endif %}'
  const rest = `<mj-text font-size="16px">${hidden}</mj-text>
<!-- <mj-button href="javascript:old()">Old</mj-button> -->`
  const warnings = await checked(mail({ button, rest }))
  expect(warnings.map(({ code, line }) => [code, line])).toEqual([
    ['forbidden-link', 3],
    ['forbidden-link', 4],
  ])
  const [warning] = warnings
  expect(warning && mailWarningWords(warning, 'en')).toBe(
    'Emails may not lead to this address, and its link is taken out: javascript:go()',
  )
  expect(warning && mailWarningWords(warning, 'fr')).toBe(
    'Un e-mail ne peut pas mener à cette adresse, et son lien est retiré\u00a0: javascript:go()',
  )
})

test('an address that data brings is told as this customer gets it, where its link stands', async () => {
  const data = { selection_url: 'javascript:alert(2)' }
  expect(await checked(linked('"{{ selection_url }}"'), data)).toMatchObject([
    { code: 'forbidden-link', line: 4, params: { href: 'javascript:alert(2)' } },
  ])
})

test('a link that leads nowhere is told as it is written, at its own line', async () => {
  const said = async (href: string) =>
    (await checked(linked(`"${href}"`))).map(({ code, line, params }) => [code, line, params.href])
  expect(await said('htp:/shop')).toEqual([['broken-link', 4, 'htp:/shop']])
  expect(await said('www.shop.example')).toEqual([['broken-link', 4, 'www.shop.example']])
  expect(await said('#')).toEqual([['broken-link', 4, '#']])
})

test('a field that some lack is called as the editor calls it', async () => {
  const [warning] = await checked(mail({}, { subject: 'For {{ contact.favourite_category }}' }))
  expect(warning && mailWarningWords(warning, 'fr')).toBe(
    'Qui n’a pas de «\u202fCatégorie préférée\u202f» verra un vide. Prévoyez un texte.',
  )
  expect(warning && mailWarningWords(warning, 'en')).toBe(
    'Who has no “Favourite category” reads a gap. Add a text for them.',
  )
})
