import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language, Words } from '@relance/core/words/language'
import { publicPage } from './public-page'

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
const instead: Record<Step, Words> = {
  ask: {
    en: 'Fewer messages, or other ones? Choose what you receive',
    fr: 'Moins de messages, ou d’autres\u202f? Choisir ce que je reçois',
  },
  done: {
    en: 'Changed your mind? Choose what you receive',
    fr: 'Vous changez d’avis\u202f? Choisir ce que je reçois',
  },
}

/** The page behind a mail's unsubscribe link: asks before, confirms after. Needs no script. */
export function unsubscribePage(
  step: Step,
  { shopName, preferencesUrl }: { shopName: string; preferencesUrl: string },
  language: Language,
): string {
  const title = titles[step][language]
  const text = html(texts[step][language].replace('{shop}', shopName))
  const form =
    step === 'ask'
      ? `<form method="post"><button type="submit">${html(button[language])}</button></form>`
      : ''
  const body = `<h1>${html(title)}</h1><p>${text}</p>${form}
<p class="more"><a href="${html(preferencesUrl)}">${html(instead[step][language])}</a></p>`
  return publicPage({ title, body }, language)
}
