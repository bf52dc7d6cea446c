import type { Words } from '../words/language'

/** What a value of a mail belongs to; its order in the picker. */
export const mailFieldGroups = ['contact', 'trait', 'event', 'cart', 'offer', 'shop'] as const
export type MailFieldGroup = (typeof mailFieldGroups)[number]

/** One value a mail may show for each person. */
export interface MailField {
  /** As Liquid names it: `contact.first_name`. */
  name: string
  group: MailFieldGroup
  /** What stands after the name so that people can read it: `date`, `money: offer.currency`. */
  filter?: string
}

const named = (
  name: string,
  group: MailFieldGroup,
  en: string,
  fr: string,
  more: { filter?: string; fallback?: Words } = {},
) => ({ name, group, words: { en, fr }, ...more })

/** The values every workspace has, in the order they are offered; `fallback` is proposed for whoever lacks it. */
export const mailFields: readonly (MailField & { words: Words; fallback?: Words })[] = [
  named('contact.first_name', 'contact', 'First name', 'Prénom', {
    fallback: { en: 'there', fr: 'cher client' },
  }),
  named('contact.last_name', 'contact', 'Last name', 'Nom'),
  named('contact.email', 'contact', 'Email address', 'Adresse e-mail'),
  named('contact.external_id', 'contact', 'Customer number', 'Numéro de client'),
  named('contact.last_section', 'contact', 'Last section seen', 'Dernière rubrique', {
    fallback: { en: 'our collection', fr: 'notre collection' },
  }),
  named('contact.last_visit_at', 'contact', 'Time since the last visit', 'Temps sans visite', {
    filter: 'since',
    fallback: { en: 'some time', fr: 'quelque temps' },
  }),
  named('contact.days_since_visit', 'contact', 'Days without a visit', 'Jours sans visite'),
  named(
    'contact.last_order_at',
    'contact',
    'Date of the last order',
    'Date de la dernière commande',
    {
      filter: 'date',
    },
  ),
  named('contact.favourite_category', 'contact', 'Favourite category', 'Catégorie préférée', {
    fallback: { en: 'your favourites', fr: 'vos préférences' },
  }),
  named('contact.favourite_brand', 'contact', 'Favourite brand', 'Marque préférée'),
  named('contact.favourite_creator', 'contact', 'Favourite creator', 'Créateur préféré'),
  named('contact.interests', 'contact', 'Interests', 'Centres d’intérêt', { filter: 'list' }),
  named('sections', 'contact', 'Sections seen', 'Rubriques vues', { filter: 'list' }),
  named('cart.value', 'cart', 'Amount of the cart', 'Montant du panier', {
    filter: 'money: cart.currency',
  }),
  named('offer.value', 'offer', 'Amount of the credit', 'Montant du bon', {
    filter: 'money: offer.currency',
  }),
  named('offer.code', 'offer', 'Code of the credit', 'Code du bon'),
  named('offer.expires_at', 'offer', 'Last day of the credit', 'Fin du bon', { filter: 'date' }),
  named('offer.minimum', 'offer', 'Smallest order for the credit', 'Achat minimum du bon', {
    filter: 'money: offer.currency',
  }),
  named('shop.name', 'shop', 'Name of the shop', 'Nom de la boutique'),
  named('shop.phone', 'shop', 'Phone of the shop', 'Téléphone de la boutique'),
  named('shop.address', 'shop', 'Address of the shop', 'Adresse de la boutique'),
]

/** Addresses a button or a link may lead to, by what each is for one person. */
export const mailLinks: readonly { href: string; words: Words }[] = [
  {
    href: '{{ selection_url | default: shop.url }}',
    words: { en: 'Their own selection', fr: 'Sa sélection personnelle' },
  },
  {
    href: '{{ cart.recovery_url | default: shop.url }}',
    words: { en: 'The cart as it was', fr: 'Son panier, tel que laissé' },
  },
  { href: '{{ shop.url }}', words: { en: 'The shop', fr: 'La boutique' } },
  {
    href: '{{ shop.help_url | default: shop.url }}',
    words: { en: 'The help pages', fr: 'L’aide' },
  },
  { href: '{{ preferences_url }}', words: { en: 'The page of choices', fr: 'La page des choix' } },
  { href: '{{ unsubscribe_url }}', words: { en: 'Unsubscribe', fr: 'Le désabonnement' } },
]

/** Conditions a block may be shown under, in Liquid. */
export const mailConditions: readonly { says: string; words: Words }[] = [
  {
    says: 'contact.first_name',
    words: { en: 'If the first name is known', fr: 'Si le prénom est connu' },
  },
  { says: 'offer', words: { en: 'If there is a credit', fr: 'S’il y a un bon' } },
  { says: 'cart.lines.size > 0', words: { en: 'If a cart is waiting', fr: 'Si un panier attend' } },
  {
    says: 'recommended.size > 0',
    words: { en: 'If there are products to propose', fr: 'S’il y a des produits à proposer' },
  },
  {
    says: 'contact.last_visit_at',
    words: { en: 'If a visit is known', fr: 'Si une visite est connue' },
  },
  {
    says: 'contact.last_order_at',
    words: { en: 'If they ordered before', fr: 'S’il a déjà commandé' },
  },
  {
    says: 'contact.last_order_at == blank',
    words: { en: 'If they never ordered', fr: 'S’il n’a jamais commandé' },
  },
  {
    says: "contact.labels contains 'subscriber'",
    words: { en: 'If they are a subscriber', fr: 'S’il est abonné' },
  },
]
