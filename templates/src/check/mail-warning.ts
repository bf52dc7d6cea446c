import { mailFields } from '@relance/core/mail/mail-fields'
import { formatMessage, type Messages } from '@relance/core/words/format-message'
import type { Language } from '@relance/core/words/language'

/** What the creative check may say of a mail. */
export type MailWarningCode = keyof typeof words

/** Something about a mail that is better mended before it is sent. */
export interface MailWarning {
  code: MailWarningCode
  /** In the MJML, from 1; null where the whole mail is meant. */
  line: number | null
  column: number | null
  /** Fills the words. */
  params: Readonly<Record<string, string | number>>
}

const words = {
  'no-subject': { en: 'The subject is empty.', fr: 'L’objet est vide.' },
  'long-subject': {
    en: 'The subject has {n, number} characters: over {most}, phones cut it.',
    fr: 'L’objet compte {n, number} caractères\u00a0: au-delà de {most}, les téléphones le coupent.',
  },
  shouting: {
    en: 'The subject shouts: capitals or exclamation marks make filters wary.',
    fr: 'L’objet crie\u00a0: majuscules et points d’exclamation alertent les filtres.',
  },
  'no-button': {
    en: 'There is no button: say clearly what to do next.',
    fr: 'Il n’y a pas de bouton\u00a0: dites clairement quoi faire ensuite.',
  },
  'many-buttons': {
    en: '{n} buttons look alike and lead to different places. Make one the main one.',
    fr: '{n} boutons se ressemblent et mènent à des endroits différents. Faites-en ressortir un seul.',
  },
  'pale-button': {
    en: 'The button “{label}” is too pale on its ground: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Le bouton «\u202f{label}\u202f» est trop pâle sur son fond\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
  'pale-button-text': {
    en: 'The words of the button “{label}” are hard to read: {ratio, number, ::.0}:1, at least {least, number}:1 is needed.',
    fr: 'Le texte du bouton «\u202f{label}\u202f» se lit mal\u00a0: {ratio, number, ::.0}:1, il faut au moins {least, number}:1.',
  },
  'small-text': {
    en: 'Most of the text is smaller than {least} pixels.',
    fr: 'L’essentiel du texte fait moins de {least} pixels.',
  },
  'image-only': {
    en: 'The mail is hardly more than images: where they are blocked, it says nothing.',
    fr: 'L’e-mail ne contient presque que des images\u00a0: là où elles sont bloquées, il ne dit rien.',
  },
  'missing-alt': {
    en: '{src, select, none {An image has no address and no text in its place.} other {An image has no text in its place: {src}}}',
    fr: '{src, select, none {Une image n’a ni adresse ni texte de remplacement.} other {Une image n’a pas de texte de remplacement\u00a0: {src}}}',
  },
  'missing-text': {
    en: 'The text part is empty: some inboxes show nothing else.',
    fr: 'La version texte est vide\u00a0: certaines messageries n’affichent qu’elle.',
  },
  'missing-fallback': {
    en: 'Who has no “{field}” reads a gap. Add a text for them.',
    fr: 'Qui n’a pas de «\u202f{field}\u202f» verra un vide. Prévoyez un texte.',
  },
  'forbidden-link': {
    en: 'Emails may not lead to this address, and its link is taken out: {href}',
    fr: 'Un e-mail ne peut pas mener à cette adresse, et son lien est retiré\u00a0: {href}',
  },
  'broken-link': {
    en: 'The link “{label}” leads nowhere: {href}',
    fr: 'Le lien «\u202f{label}\u202f» ne mène nulle part\u00a0: {href}',
  },
  'no-unsubscribe': {
    en: 'There is no unsubscribe link.',
    fr: 'Il n’y a pas de lien de désabonnement.',
  },
  unescaped: {
    en: '{value} writes what it holds as HTML: whatever a customer’s data brings along becomes part of the mail. Without “| raw” it is shown as text.',
    fr: '{value} écrit son contenu en HTML\u00a0: tout ce que les données d’un client contiennent entre dans l’e-mail. Sans «\u202f| raw\u202f», c’est affiché comme du texte.',
  },
  'program-removed': {
    en: 'For this customer the data would have brought a program into the mail; it is taken out: {what}',
    fr: 'Pour ce client, les données auraient mis un programme dans l’e-mail\u202f; il est retiré\u00a0: {what}',
  },
  'too-large': {
    en: 'The mail weighs {kb, number} kB: over {most} kB, Gmail cuts it.',
    fr: 'L’e-mail pèse {kb, number} ko\u00a0: au-delà de {most} ko, Gmail le coupe.',
  },
} satisfies Messages

/** Every code of the creative check. They are stable: scripts may ask for them. */
export const mailWarningCodes: readonly string[] = Object.keys(words)

/** A warning in the reader's language. */
export const mailWarningWords = ({ code, params }: MailWarning, language: Language): string => {
  const field = labels.get(`contact.${params.field}`)?.[language]
  return formatMessage(words, code, language, { ...params, ...(field && { field }) })
}

/** What the editor calls the values it offers. */
const labels = new Map(mailFields.map((field) => [field.name, field.words]))
