import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language, Words } from '@relance/core/words/language'
import type { Confirmation } from '@relance/db/consent/read-confirmation'
import { publicPage } from './public-page'

type Step = Confirmation['state'] | 'done'

const titles: Record<Step, Words> = {
  open: { en: 'Shall we write to you?', fr: 'Pouvons-nous vous écrire\u202f?' },
  done: { en: 'Thank you, your yes is noted', fr: 'Merci, votre accord est noté' },
  given: { en: 'You already receive our emails', fr: 'Vous recevez déjà nos e-mails' },
  none: { en: 'This link no longer counts', fr: 'Ce lien n’est plus valable' },
}
const texts: Record<Step, Words> = {
  open: {
    en: '{shop} writes to you only once you have said so here. Without it you receive nothing more.',
    fr: '{shop} ne vous écrira qu’avec votre accord donné ici. Sans lui, vous ne recevrez rien de plus.',
  },
  done: {
    en: '{shop} may write to you from now on. You can change it in every email.',
    fr: '{shop} peut désormais vous écrire. Vous pourrez en changer dans chaque e-mail.',
  },
  given: {
    en: 'There is nothing left to confirm at {shop}.',
    fr: 'Il ne reste rien à confirmer chez {shop}.',
  },
  none: {
    en: 'It was asked for more than 30 days ago, or not at all. Sign up at {shop} again and a new one follows.',
    fr: 'La demande date de plus de 30 jours, ou n’existe pas. Inscrivez-vous à nouveau chez {shop} pour en recevoir un autre.',
  },
}
const button: Words = { en: 'Yes, write to me', fr: 'Oui, écrivez-moi' }
const choose: Words = { en: 'Choose what you receive', fr: 'Choisir ce que je reçois' }

/** The page behind the link that confirms a yes to emails: asks before, confirms after. Needs no script. */
export function confirmPage(
  step: Step,
  page: Confirmation & { shopName: string; preferencesUrl: string },
  language: Language,
): string {
  const title = titles[step][language]
  const about = html(texts[step][language].replace('{shop}', page.shopName))
  const agreed = step === 'open' && page.wording ? `<p class="said">${html(page.wording)}</p>` : ''
  const form =
    step === 'open'
      ? `<form method="post"><button type="submit">${html(button[language])}</button></form>`
      : ''
  const more =
    step === 'done' || step === 'given'
      ? `<p class="more"><a href="${html(page.preferencesUrl)}">${html(choose[language])}</a></p>`
      : ''
  const { accent, onAccent } = page
  const body = `<h1>${html(title)}</h1><p>${about}</p>${agreed}${form}${more}`
  return publicPage({ title, body, accent, onAccent }, language)
}
