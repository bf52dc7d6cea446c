import type { Language, Words } from '@relance/core/words/language'

type Step = 'ask' | 'done'

const titles: Record<Step, Words> = {
  ask: { en: 'Stop these emails?', fr: 'Ne plus recevoir ces e-mails\u202f?' },
  done: { en: 'You are unsubscribed', fr: 'Votre désabonnement est enregistré' },
}
const texts: Record<Step, Words> = {
  ask: {
    en: '{shop} will no longer send you offers or news by email. Messages about an order still reach you.',
    fr: '{shop} ne vous enverra plus d’offres ni de nouvelles par e-mail. Les messages sur une commande vous parviendront toujours.',
  },
  done: {
    en: '{shop} will not write to you again. It takes effect at once.',
    fr: '{shop} ne vous écrira plus. C’est effectif dès maintenant.',
  },
}
const button: Words = { en: 'Unsubscribe', fr: 'Me désabonner' }

const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The page behind a mail's unsubscribe link: asks before, confirms after. Needs no script. */
export function unsubscribePage(step: Step, shopName: string, language: Language): string {
  const text = html(texts[step][language].replace('{shop}', shopName))
  const form =
    step === 'ask'
      ? `<form method="post"><button type="submit">${html(button[language])}</button></form>`
      : ''
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(titles[step][language])}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f6f5f2;color:#23211d;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:1rem;padding:2rem;background:#fff;border:1px solid #e4e1da;border-radius:10px}
h1{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}
p{margin:0 0 1.25rem}
button{min-height:44px;padding:0 1.25rem;border:0;border-radius:6px;background:#1f5c4a;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid #9cc7b8;outline-offset:2px}
</style>
</head>
<body><main><h1>${html(titles[step][language])}</h1><p>${text}</p>${form}</main></body>
</html>`
}
