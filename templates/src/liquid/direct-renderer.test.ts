import { expect, test } from 'vitest'
import { compileMail } from '../compile-mail'
import { loadMails } from '../load-mails'
import { mailBrand } from '../mail-brand'
import type { MailData } from '../mail-data'
import { mailScope } from '../mail-scope'
import { ownLinks } from '../own-links'
import { sampleData } from '../sample-data'
import { outcomeOf, theirs } from '../testing/outcome-of'
import { htmlLiquid } from './mail-liquid'

const both = (text: string, data: object) => [
  outcomeOf(text, data, htmlLiquid.renderer),
  outcomeOf(text, data, theirs),
]

const bare: MailData = { now: '2026-03-23T10:00:00Z', contact: {}, shop: { name: 'Lumen' } }
const scopeOf = (data: MailData) =>
  mailScope(data, mailBrand(data.shop), ownLinks('https://r.example/u/abc'))

const shipped = (await loadMails()).flatMap(({ key, sources }) =>
  Object.values(sources).map((source) => ({ id: `${key}.${source.language}`, source })),
)

test.each(shipped)(
  '$id comes out as liquidjs itself fills it, for whoever is known and for whoever is not',
  async ({ source }) => {
    const { html, text } = await compileMail(source)
    for (const known of [sampleData(source.language), bare])
      for (const written of [html, text]) {
        const [ours, its] = both(written, scopeOf(known))
        expect(ours).toBe(its)
      }
  },
)

const data = {
  a: { b: [{ n: 1, s: '<i>' }, { n: 2, s: '' }, { n: 3 }], key: 'b', no: null, yes: true, size: 7 },
  list: [3, 1, 2],
  word: 'Élan & co',
}

test.each([
  '{{ a.b[1].n }}{{ a[a.key][0].s }}{{ a["b"].first.s }}{{ a.b.last.n }}{{ list.size }}{{ a.size }}{{ word.size }}',
  '{{ missing }}{{ missing.deeper.still }}{{ a.no.more }}{{ a.toString }}{{ list[-1] }}{{ list[9] }}',
  '{{ list | sort | join: "-" | append: word }}{{ word | replace: "É", a.b[2].n | raw }}{{ word | escape }}',
  '{{ missing | default: a.b[0].s }}{{ a.yes | default: false, allow_false: true }}{{ "" | default: 1 }}',
  '{% if a.b[0].n == 1 and a.no or missing %}1{% elsif list contains 2 %}2{% else %}3{% endif %}',
  '{% if a.no == nil and word != blank and list.size > 2 and a.b.size <= 3 %}yes{% endif %}{% if not a.no %}no{% endif %}',
  '{% unless a.yes %}x{% else %}{% case a.b.size %}{% when 1, 3 %}three{% else %}else{% endcase %}{% endunless %}',
  '{% for x in a.b %}{% if x.n == 2 %}{% continue %}{% endif %}{{ forloop.index }}{{ x.s }}{% if x.n == 3 %}{% break %}{% endif %}{% else %}none{% endfor %}',
  '{% for x in list limit: 2 offset: 1 reversed %}{{ x }}{% for y in (1..x) %}{{ y }}{% break %}{% endfor %}{% endfor %}{% for x in missing %}{% else %}none{% endfor %}',
  '{% assign z = list | reverse %}{% capture c %}{{ z | first }}<{{ word }}>{% endcapture %}{{ c }}{{ c | raw }}{% increment n %}{% increment n %}{{ n }}',
  '  {%- if a.yes -%}  {{- word -}}  {%- endif -%}  x {% raw %}{{ a }}{% endraw %}{% comment %}{{ a }}{% endcomment %}',
  '{% tablerow x in list cols: 2 %}{{ x }}{% endtablerow %}{% cycle "a", "b" %}{% cycle "a", "b" %}{% echo word %}{% liquid assign q = 1\necho q %}',
  '{{ 4800 | money: "EUR" }}{{ "2026-03-02T10:00:00Z" | since }}{{ "now" | date }}{{ list | list }}{{ language }}',
  '{{ list | where: "n", 1 | size }}{{ a.b | map: "n" | join }}{{ a.b | sum: "n" }}{{ list | slice: 0, 2 }}{{ word | date: "%Y" }}',
  'before {{ "x" | times: 2 | date: "%Y", missing }} {% for i in (1..100000000) %}{{ i }}{% endfor %}',
  '{% if list > 1 %}{% endif %}{{ empty }}{{ nil }}{{ true }}{{ 1.50 }}{{ "quoted" }}{{ (1..3) }}',
])('%s comes out as liquidjs itself fills it, or fails alike', (text) => {
  const [ours, its] = both(text, data)
  expect(ours).toBe(its)
})
