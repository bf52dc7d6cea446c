import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language, Words } from '@relance/core/words/language'
import { publicPage } from './public-page'

/** `already`: they said so before. */
type Step = 'ask' | 'done' | 'already'

const titles: Record<Step, Words> = {
  ask: { en: 'Stop these emails?', fr: 'Ne plus recevoir ces e-mails\u202f?' },
  done: { en: 'You are unsubscribed', fr: 'Votre désabonnement est enregistré' },
  already: {
    en: 'You receive these emails no longer',
    fr: 'Vous ne recevez déjà plus ces e-mails',
  },
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
  already: {
    en: '{shop} sends you no offers and no news. Messages about an order still reach you.',
    fr: '{shop} ne vous envoie plus ni offres ni nouvelles. Les messages sur une commande vous parviennent toujours.',
  },
}
const button: Words = { en: 'Unsubscribe', fr: 'Me désabonner' }
const fewer: Words = {
  en: 'Fewer messages, or other ones? Choose what you receive',
  fr: 'Moins de messages, ou d’autres\u202f? Choisir ce que je reçois',
}
const again: Words = {
  en: 'Changed your mind? Choose what you receive',
  fr: 'Vous changez d’avis\u202f? Choisir ce que je reçois',
}

/** The page behind a mail's unsubscribe link: asks before, confirms after, and says so to whoever comes again. Needs no script. */
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
<p class="more"><a href="${html(preferencesUrl)}">${html((step === 'ask' ? fewer : again)[language])}</a></p>`
  return publicPage({ title, body }, language)
}
