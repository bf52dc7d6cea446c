import { expect, test } from 'vitest'
import { compileMail } from './compile-mail'
import { fillBrand } from './fill-brand'
import { foldBrand } from './fold-brand'
import { htmlLiquid } from './liquid/mail-liquid'
import { loadMails } from './load-mails'
import { mailBrand } from './mail-brand'
import { mailScope } from './mail-scope'
import { ownLinks } from './own-links'
import { sampleData } from './sample-data'
import { outcomeOf, theirs } from './testing/outcome-of'

const shipped = (await loadMails()).flatMap(({ key, sources }) =>
  Object.values(sources).map((source) => ({ id: `${key}.${source.language}`, source })),
)

test.each(shipped)(
  '$id, its brand put in once, comes out as liquidjs fills it for each, whatever the brand says',
  async ({ source }) => {
    const compiled = await compileMail(source)
    const data = sampleData(source.language)
    const shops = [data.shop, { name: 'Lumen' }, { ...data.shop, help_url: '', logo_url: null }]
    for (const shop of shops) {
      const brand = mailBrand(shop)
      const filled = fillBrand(compiled, brand)
      const scope = mailScope({ ...data, shop }, brand, ownLinks('https://r.example/u/abc'))
      for (const part of ['subject', 'html'] as const)
        expect(outcomeOf(filled[part], scope, htmlLiquid.renderer)).toBe(
          outcomeOf(compiled[part], scope, theirs),
        )
      expect(filled.html).not.toMatch(/\{% if brand\.\w+ %\}/)
    }
  },
)

const brand = {
  ...mailBrand({ name: 'Lumen' }),
  ...{ help_url: 'https://lumen.example/help', chat_url: null, support_phone: '' },
}

test.each([
  ['{% if brand.help_url %}a{% endif %}b', 'ab'],
  ['{% if brand.chat_url %}a{% else %}b{% endif %}c', 'bc'],
  ['{% if brand.support_phone %}empty is said{% endif %}', 'empty is said'],
  ['{% if brand.dark.ink %}dark{% endif %}{% if brand.nothing %}x{% endif %}', 'dark'],
  ['{% if brand.chat_url %}{% if a %}x{% else %}y{% endif %}{% endif %}z', 'z'],
  [
    '{% if a %}{% if brand.help_url %}x{% else %}y{% endif %}{% else %}z{% endif %}',
    '{% if a %}x{% else %}z{% endif %}',
  ],
  [
    '{% case a %}{% when 1 %}{% if brand.help_url %}x{% endif %}{% else %}y{% endcase %}',
    '{% case a %}{% when 1 %}x{% else %}y{% endcase %}',
  ],
])('%s becomes %s', (text, folded) => {
  expect(foldBrand(text, brand)).toBe(folded)
  expect(outcomeOf(folded, { brand, a: 1 }, theirs)).toBe(outcomeOf(text, { brand, a: 1 }, theirs))
})

test.each([
  '{% if brand.help_url == "x" %}a{% endif %}',
  '{% if brand.help_url and a %}a{% endif %}',
  '{% if brand.help_url %}a{% elsif a %}b{% endif %}',
  '{% unless brand.help_url %}a{% endunless %}',
  'a  {%- if a %}x{% endif %}{% if brand.help_url %}  b{% endif %}',
  '{% if brand.dark %}a{% endif %}',
])('what asks for more, or takes white space away, is left to Liquid: %s', (text) => {
  expect(foldBrand(text, brand)).toBe(text)
})
