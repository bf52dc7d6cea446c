import type { ImportKind } from './import-kinds'

/** Where each field is found: column number by field. */
export type Columns = Map<string, number>

/** Headers people use, beside the field's own name. */
const usual: Record<ImportKind, Record<string, string[]>> = {
  contacts: {
    externalId: [
      'external_id',
      'customer_id',
      'client_id',
      'user_id',
      'userid',
      'id',
      'numéro client',
      'n° client',
      'id client',
    ],
    email: ['e-mail', 'mail', 'courriel', 'adresse e-mail', 'adresse email', 'email address'],
    phone: ['téléphone', 'telephone', 'mobile', 'portable', 'phone number'],
    firstName: ['first_name', 'first name', 'prénom', 'prenom'],
    lastName: ['last_name', 'last name', 'surname', 'nom'],
    locale: ['language', 'langue'],
    timeZone: ['time_zone', 'timezone', 'time zone', 'fuseau horaire'],
    birthday: [
      'birth date',
      'birthdate',
      'date of birth',
      'date de naissance',
      'anniversaire',
      'naissance',
    ],
    createdAt: [
      'created_at',
      'created',
      'created at',
      'date de création',
      'inscription',
      "date d'inscription",
      'créé le',
    ],
    'consent.email': [
      'email consent',
      'opt-in',
      'optin',
      'opt-in email',
      'consentement',
      'consentement email',
      'newsletter',
    ],
    'consent.sms': ['sms consent', 'opt-in sms', 'consentement sms'],
  },
  orders: {
    orderId: [
      'order_id',
      'order id',
      'order',
      'commande',
      'n° commande',
      'numéro de commande',
      'id commande',
    ],
    externalId: [
      'external_id',
      'customer_id',
      'client_id',
      'user_id',
      'customer',
      'client',
      'id client',
      'n° client',
      'numéro client',
    ],
    email: ['e-mail', 'mail', 'courriel', 'adresse e-mail', 'email address'],
    at: ['date', 'created_at', 'ordered_at', 'order date', 'date de commande', 'timestamp'],
    revenue: ['total', 'amount', 'montant', 'total ttc', 'value', 'valeur'],
    currency: ['devise'],
    refunded: [
      'refund',
      'refunded amount',
      'refunded_amount',
      'remboursé',
      'montant remboursé',
      'remboursement',
    ],
    coupon: ['code', 'code promo', 'coupon code'],
    productId: ['product_id', 'product id', 'sku', 'référence', 'reference', 'id produit'],
    title: ['product', 'produit', 'product name', 'nom du produit'],
    quantity: ['qty', 'quantité', 'quantite'],
    price: ['unit price', 'prix', 'prix unitaire'],
  },
  products: {
    productId: ['product_id', 'product id', 'sku', 'id', 'référence', 'reference'],
    title: ['name', 'nom', 'titre'],
    url: ['link', 'lien'],
    imageUrl: ['image_url', 'image', 'image url', 'image_link', 'image link'],
    category: [
      'catégorie',
      'categorie',
      'rubrique',
      'product_type',
      'product type',
      'google_product_category',
    ],
    brand: ['marque'],
    creator: ['author', 'artist', 'créateur', 'createur', 'auteur', 'artiste'],
    price: ['prix'],
    currency: ['devise'],
    stock: ['quantity', 'quantité', 'availability', 'disponibilité'],
    replenishable: ['recurring', 'consumable', 'récurrent', 'réachat', 'consommable'],
    complements: ['goes with', 'related', 'complémentaires', 'va avec'],
  },
  events: {
    externalId: [
      'external_id',
      'customer_id',
      'client_id',
      'user_id',
      'userid',
      'id client',
      'n° client',
      'numéro client',
    ],
    email: ['e-mail', 'mail', 'courriel', 'adresse e-mail', 'email address'],
    event: ['name', 'event_name', 'event name', 'nom', 'évènement', 'événement'],
    at: ['timestamp', 'date', 'created_at', 'original_timestamp', 'sent_at', 'horodatage'],
    messageId: ['message_id', 'message id', 'event_id', 'id'],
    properties: ['propriétés'],
  },
  cdnow: {},
}

const plain = (header: string) => header.trim().toLowerCase()

/** Kinds of which every other column is kept under its own name, and where. */
const others: Partial<Record<ImportKind, string>> = { contacts: 'traits', events: 'properties' }

/**
 * Finds the columns of a file. A mapping is obeyed, written either way round; without one, headers are recognised,
 * and every other column of contacts is a trait, of events a property, of its own name.
 */
export function findColumns(
  kind: ImportKind,
  header: string[],
  mapping: Record<string, string>,
): Columns {
  const said = Object.entries(mapping)
  if (said.length === 0) return guessed(kind, header)
  const at = new Map(header.map((name, index) => [plain(name), index]))
  const columns: Columns = new Map()
  for (const [one, other] of said) {
    const index = at.get(plain(one)) ?? at.get(plain(other))
    const field = at.has(plain(one)) ? other : one
    if (index !== undefined) columns.set(field, index)
  }
  return columns
}

function guessed(kind: ImportKind, header: string[]): Columns {
  const columns: Columns = new Map()
  for (const [index, name] of header.entries()) {
    const known = Object.entries(usual[kind]).find(([field, names]) =>
      [plain(field), ...names].includes(plain(name)),
    )?.[0]
    const bag = others[kind]
    const field =
      known && !columns.has(known)
        ? known
        : bag && name.trim() !== ''
          ? `${bag}.${name.trim()}`
          : null
    if (field && !columns.has(field)) columns.set(field, index)
  }
  return columns
}

/** The fields a file of a kind may fill by name; contacts have traits, events properties beside them. */
export const fieldsOf = (kind: ImportKind): string[] => Object.keys(usual[kind])

/** Whether a header says enough for its kind to be read at all; the fields that are missing. */
export function missingFields(kind: ImportKind, columns: Columns): string[] {
  const needed: Record<ImportKind, string[][]> = {
    contacts: [['externalId', 'email']],
    orders: [['orderId'], ['externalId', 'email'], ['at']],
    products: [['productId'], ['title']],
    events: [['event'], ['externalId', 'email'], ['at']],
    cdnow: [],
  }
  return needed[kind]
    .filter((any) => !any.some((field) => columns.has(field)))
    .map((any) => any.join(' / '))
}
