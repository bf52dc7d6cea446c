import { declineReasonWords } from '../activity/decline'
import { inactivityKindWords } from '../activity/inactivity'
import { rungWords } from '../activity/ladder'
import type { Language } from '../words/language'
import { behaviourFields } from './behaviour-fields'
import type { ContactField, FieldKind } from './contact-field'

const fieldKeys = (...names: string[]) => names.map((name) => `field:${name}`)

const SIGNS_OF_LIFE = fieldKeys(
  'createdAt',
  'lastClickAt',
  'lastInteractionAt',
  'lastOpenAt',
  'lastOrderAt',
  'lastVisitAt',
)
const PAST_OF_DECLINE = fieldKeys(
  'lastOrderAt',
  'lastVisitAt',
  'ordersCount',
  'revenueCents',
  'usualVisitGapDays',
)

/** Moved by what somebody does and by time, of which it tells by its own name. */
const movedByTime = (name: string, sources: string[]) => ({
  changesWith: [...fieldKeys(name), ...sources],
  isMovedByTime: true,
})

const field = (kind: FieldKind, en: string, fr: string): ContactField => ({
  kind,
  words: { en, fr },
})

/** Fields every contact has by itself; the client's own traits come on top. */
export const builtInFields: Readonly<Record<string, ContactField>> = {
  externalId: field('text', 'the customer number', 'le numéro de client'),
  email: field('text', 'the email address', 'l’adresse e-mail'),
  phone: field('text', 'the phone number', 'le téléphone'),
  firstName: field('text', 'the first name', 'le prénom'),
  lastName: field('text', 'the last name', 'le nom'),
  locale: field('text', 'the language', 'la langue'),
  timeZone: field('text', 'the time zone', 'le fuseau horaire'),
  birthday: field('date', 'the birthday', 'l’anniversaire'),
  createdAt: field('instant', 'the first contact', 'le premier contact'),
  lastVisitAt: field('instant', 'the last visit', 'la dernière visite'),
  lastOrderAt: field('instant', 'the last order', 'la dernière commande'),
  lastOpenAt: field('instant', 'the last open', 'la dernière ouverture'),
  lastClickAt: field('instant', 'the last click', 'le dernier clic'),
  firstOrderAt: field('instant', 'the first order', 'la première commande'),
  visitsCount: field('number', 'the number of visits', 'le nombre de visites'),
  ordersCount: field('number', 'the number of orders', 'le nombre de commandes'),
  revenueCents: field('money', 'the revenue', 'le chiffre d’affaires'),
  averageOrderCents: {
    ...field('money', 'the average order', 'le panier moyen'),
    changesWith: fieldKeys('ordersCount', 'revenueCents'),
  },
  usualVisitGapDays: field(
    'number',
    'the usual gap between visits',
    'l’écart habituel entre les visites',
  ),
  usualOrderGapDays: field(
    'number',
    'the usual gap between orders',
    'l’écart habituel entre les commandes',
  ),
  lastSection: field('text', 'the last section seen', 'la dernière rubrique vue'),
  ...behaviourFields,
  lastInteractionAt: {
    ...field('instant', 'the last sign of life', 'le dernier signe de vie'),
    changesWith: SIGNS_OF_LIFE,
  },
  ladder: {
    ...field('text', 'the activity', 'l’activité'),
    choices: rungWords,
    ...movedByTime('ladder', SIGNS_OF_LIFE),
  },
  ladderSince: {
    ...field('instant', 'the last change of activity', 'le dernier changement d’activité'),
    ...movedByTime('ladderSince', SIGNS_OF_LIFE),
  },
  declining: {
    ...field('text', 'the decline', 'la baisse d’activité'),
    choices: {
      true: { en: 'under way', fr: 'en cours' },
      false: { en: 'not under way', fr: 'absente' },
    },
    ...movedByTime('declining', PAST_OF_DECLINE),
  },
  decliningReason: {
    ...field('text', 'the sign of decline', 'le signe de baisse'),
    choices: declineReasonWords,
    ...movedByTime('decliningReason', PAST_OF_DECLINE),
  },
  inactivity: {
    ...field('text', 'the kind of inactivity', 'la forme d’inactivité'),
    choices: inactivityKindWords,
  },
  returnChance: field('number', 'the chance of return', 'la chance de retour'),
  returnRank: field(
    'number',
    'the rank among the inactive by chance of return',
    'le rang parmi les inactifs par chance de retour',
  ),
  'cart.lines': field(
    'number',
    'the number of products in the cart',
    'le nombre de produits du panier',
  ),
  'cart.value': field('number', 'the value of the cart', 'la valeur du panier'),
  'cart.valueCents': field('money', 'the value of the cart', 'la valeur du panier'),
  'rfm.r': field('number', 'the recency score', 'le score de récence'),
  'rfm.f': field('number', 'the frequency score', 'le score de fréquence'),
  'rfm.m': field('number', 'the amount score', 'le score de montant'),
  'rfm.total': field('number', 'the RFM total', 'le total RFM'),
  'rfm.percentile': field('number', 'the RFM rank (0 to 1)', 'le rang RFM (de 0 à 1)'),
  'rfm.currentValue': field('number', 'the current value', 'la valeur actuelle'),
  'rfm.potentialValue': field('number', 'the potential value', 'la valeur potentielle'),
}

/** What is known of a field that every contact has by itself; nothing of a trait. */
export const builtIn = (name: string): ContactField | undefined =>
  Object.hasOwn(builtInFields, name) ? builtInFields[name] : undefined

/** A trait's own name: `traits.plan` and `plan` are one. */
export const traitName = (name: string): string => name.replace(/^traits\./, '')

/** Whether every contact has this field by itself. */
export const isBuiltIn = (name: string): boolean => builtIn(name) !== undefined

const quotedTrait = (name: string, language: Language): string =>
  language === 'en' ? `“${name}”` : `« ${name} »`

/** A field in words, with its article; a trait of the client's own in quotes. */
export const fieldWords = (name: string, language: Language): string =>
  builtIn(name)?.words[language] ?? quotedTrait(traitName(name), language)

/** A field as a label, without article: “first name”; a trait of the client's own as it is written. */
export const fieldTitle = (name: string, language: Language): string =>
  builtIn(name)?.words[language].replace(/^(the |les |le |la |l’)/, '') ?? traitName(name)
