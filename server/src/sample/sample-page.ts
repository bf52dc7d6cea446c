import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language, Words } from '@relance/core/words/language'
import type { ProductToKeep } from '@relance/db/product/upsert-products'
import { sampleProducts } from '@relance/db/sample/catalogue'

const about: Words = {
  en: 'A page of the demo’s gallery. Nothing is for sale here.',
  fr: 'Une page de la galerie de démonstration. Rien n’est à vendre ici.',
}

const price = ({ priceCents, currency }: ProductToKeep, language: Language) =>
  priceCents == null || currency == null
    ? ''
    : new Intl.NumberFormat(language, { style: 'currency', currency }).format(priceCents / 100)

function card(product: ProductToKeep, language: Language): string {
  const { productId, title, creator } = product
  return `<a href="/sample/${encodeURIComponent(productId)}"><img src="/sample/${encodeURIComponent(productId)}.svg" alt="">
<strong>${html(title)}</strong><span>${html([creator, price(product, language)].filter(Boolean).join(' · '))}</span></a>`
}

/** A product of the demo's gallery, or all of them. */
export function samplePage(product: ProductToKeep | null, language: Language): string {
  const shown = product ? [product] : sampleProducts
  const title = product?.title ?? 'Galerie Lumen'
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(title)}</title>
<style>body{margin:0;padding:2rem;background:#f6f5f2;color:#23211d;font:16px/1.5 system-ui,sans-serif}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.5rem;max-width:70rem}
main a{display:grid;gap:.25rem;color:inherit;text-decoration:none}img{width:100%;border-radius:10px}span,p{color:#6b665d}</style></head>
<body><h1>${html(title)}</h1><p>${html(about[language])}</p><main>${shown.map((one) => card(one, language)).join('\n')}</main></body>
</html>`
}
