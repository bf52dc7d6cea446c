import type { Language } from '@relance/core/words/language'
import type { MailLanguage } from '../api/content-types'

const words: Record<
  Language,
  { subject: string; preheader: string; hello: string; text: string; button: string; leave: string }
> = {
  en: {
    subject: 'A word for you',
    preheader: 'Written with care',
    hello: 'Hello {{ contact.first_name | default: "and welcome" }}',
    text: 'Write here what you want to say.',
    button: 'Visit the shop',
    leave: 'Unsubscribe',
  },
  fr: {
    subject: 'Un mot pour vous',
    preheader: 'Écrit avec soin',
    hello: 'Bonjour {{ contact.first_name | default: "et bienvenue" }}',
    text: 'Écrivez ici ce que vous voulez dire.',
    button: 'Voir la boutique',
    leave: 'Me désabonner',
  },
}

/** A first mail that compiles and can be left: a greeting, a text, a button. */
export function starterMail(language: Language): MailLanguage {
  const { subject, preheader, hello, text, button, leave } = words[language]
  const mjml = `<mjml>
  <mj-body background-color="#f4f4f1">
    <mj-section background-color="#ffffff" padding="32px 24px">
      <mj-column>
        <mj-text font-size="24px" font-family="Georgia, serif">${hello}</mj-text>
        <mj-text font-size="16px" line-height="26px">${text}</mj-text>
        <mj-button background-color="#0b665f" href="{{ shop.url }}">${button}</mj-button>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text align="center" font-size="12px" color="#646a67"><a href="{{ unsubscribe_url }}">${leave}</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`
  return { subject, preheader, mjml, text: null }
}
