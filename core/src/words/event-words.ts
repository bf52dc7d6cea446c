import type { Signal } from '../event/event'
import type { Language, Words } from './language'

/** How an event is spoken of: what it is, and what whoever caused it has done. */
interface EventWords {
  /** With its article, as in “Wait for …”. */
  noun: Words
  /** After “has” / « a », as in “Has …?”. */
  done: Words
  /** The whole half-sentence after “When” / « Quand ». */
  when: Words
}

const own = (noun: Words, done: Words, when: Words): EventWords => ({ noun, done, when })

/** Standard events, by the name they are stored under. */
export const standardEvents: Readonly<Record<string, EventWords>> = {
  page: own(
    { en: 'a visit', fr: 'une visite' },
    { en: 'come back to the site', fr: 'revisité le site' },
    { en: 'a page is viewed', fr: 'une page est vue' },
  ),
  visit: own(
    { en: 'a visit', fr: 'une visite' },
    { en: 'come back to the site', fr: 'revisité le site' },
    { en: 'the site is visited', fr: 'le site est visité' },
  ),
  'Products Searched': own(
    { en: 'a search', fr: 'une recherche' },
    { en: 'searched the shop', fr: 'fait une recherche' },
    { en: 'the shop is searched', fr: 'une recherche est faite' },
  ),
  'Product Viewed': own(
    { en: 'a product viewed', fr: 'un produit vu' },
    { en: 'viewed a product', fr: 'vu un produit' },
    { en: 'a product is viewed', fr: 'un produit est vu' },
  ),
  'Product Added': own(
    { en: 'a product added to the cart', fr: 'un ajout au panier' },
    { en: 'added a product to the cart', fr: 'ajouté un produit au panier' },
    { en: 'a product is added to the cart', fr: 'un produit est ajouté au panier' },
  ),
  'Product Removed': own(
    { en: 'a product removed from the cart', fr: 'un retrait du panier' },
    { en: 'removed a product from the cart', fr: 'retiré un produit du panier' },
    { en: 'a product is removed from the cart', fr: 'un produit est retiré du panier' },
  ),
  'Cart Viewed': own(
    { en: 'a look at the cart', fr: 'une consultation du panier' },
    { en: 'looked at the cart', fr: 'consulté le panier' },
    { en: 'a cart is viewed', fr: 'un panier est consulté' },
  ),
  'Checkout Started': own(
    { en: 'a checkout begun', fr: 'un début de commande' },
    { en: 'begun a checkout', fr: 'commencé une commande' },
    { en: 'a checkout is begun', fr: 'une commande est commencée' },
  ),
  'Order Completed': own(
    { en: 'an order', fr: 'une commande' },
    { en: 'ordered', fr: 'commandé' },
    { en: 'an order is placed', fr: 'une commande est passée' },
  ),
  'Order Refunded': own(
    { en: 'a refund', fr: 'un remboursement' },
    { en: 'been refunded', fr: 'obtenu un remboursement' },
    { en: 'an order is refunded', fr: 'une commande est remboursée' },
  ),
  'Order Delivered': own(
    { en: 'a delivery', fr: 'une livraison' },
    { en: 'received an order', fr: 'reçu une commande' },
    { en: 'an order is delivered', fr: 'une commande est livrée' },
  ),
  'Coupon Applied': own(
    { en: 'a code used', fr: 'un code utilisé' },
    { en: 'used a code', fr: 'utilisé un code' },
    { en: 'a code is used', fr: 'un code est utilisé' },
  ),
  'Signed Up': own(
    { en: 'a sign-up', fr: 'une inscription' },
    { en: 'signed up', fr: 'fait une inscription' },
    { en: 'someone signs up', fr: 'une inscription arrive' },
  ),
  'Form Submitted': own(
    { en: 'a form', fr: 'un formulaire' },
    { en: 'sent a form', fr: 'envoyé un formulaire' },
    { en: 'a form is sent', fr: 'un formulaire est envoyé' },
  ),
  'Email Delivered': own(
    { en: 'an email delivered', fr: 'un e-mail livré' },
    { en: 'received an email', fr: 'reçu un e-mail' },
    { en: 'an email is delivered', fr: 'un e-mail est livré' },
  ),
  'Email Opened': own(
    { en: 'an open', fr: 'une ouverture' },
    { en: 'opened an email', fr: 'ouvert un e-mail' },
    { en: 'an email is opened', fr: 'un e-mail est ouvert' },
  ),
  'Email Link Clicked': own(
    { en: 'a click', fr: 'un clic' },
    { en: 'clicked', fr: 'cliqué' },
    { en: 'an email is clicked', fr: 'un lien d’e-mail est cliqué' },
  ),
  'Email Prefetched': own(
    { en: 'an open by a program', fr: 'une ouverture par un programme' },
    { en: 'had an email opened by a program', fr: 'eu un e-mail ouvert par un programme' },
    { en: 'a program opens an email', fr: 'un programme ouvre un e-mail' },
  ),
  'Email Link Scanned': own(
    { en: 'a link scanned by a program', fr: 'un lien vérifié par un programme' },
    { en: 'had a link scanned by a program', fr: 'eu un lien vérifié par un programme' },
    { en: 'a program scans a link', fr: 'un programme vérifie un lien' },
  ),
  'Email Bounced': own(
    { en: 'a bounce', fr: 'un rejet' },
    { en: 'had an email returned', fr: 'eu un e-mail rejeté' },
    { en: 'an email comes back', fr: 'un e-mail est rejeté' },
  ),
  'Email Marked as Spam': own(
    { en: 'a spam complaint', fr: 'une plainte pour spam' },
    { en: 'marked an email as spam', fr: 'signalé un e-mail comme spam' },
    { en: 'an email is marked as spam', fr: 'un e-mail est signalé comme spam' },
  ),
  'Email Replied': own(
    { en: 'a reply', fr: 'une réponse' },
    { en: 'replied', fr: 'répondu' },
    { en: 'an email is answered', fr: 'un e-mail reçoit une réponse' },
  ),
  Unsubscribed: own(
    { en: 'an unsubscription', fr: 'un désabonnement' },
    { en: 'unsubscribed', fr: 'demandé le désabonnement' },
    { en: 'someone unsubscribes', fr: 'un désabonnement arrive' },
  ),
  'Consent Requested': own(
    { en: 'a sign-up to confirm', fr: 'une inscription à confirmer' },
    { en: 'signed up, not confirmed', fr: 'demandé à s’inscrire' },
    { en: 'somebody signs up and is to confirm', fr: 'une inscription reste à confirmer' },
  ),
  'Survey Answered': own(
    { en: 'an answer to a survey', fr: 'une réponse à une enquête' },
    { en: 'answered a survey', fr: 'répondu à une enquête' },
    { en: 'a survey is answered', fr: 'une enquête reçoit une réponse' },
  ),
  'Became At Risk': own(
    { en: 'becoming at risk', fr: 'un passage à risque' },
    { en: 'become at risk', fr: 'atteint le seuil de risque' },
    { en: 'someone becomes at risk', fr: 'un client devient à risque' },
  ),
  'Activity Changed': own(
    { en: 'a longer silence', fr: 'un silence plus long' },
    { en: 'fallen silent', fr: 'cessé toute activité' },
    { en: 'someone falls silent', fr: 'un silence se prolonge' },
  ),
  'Started Declining': own(
    { en: 'a decline', fr: 'une baisse d’activité' },
    { en: 'started to decline', fr: 'montré une baisse d’activité' },
    { en: 'someone starts to decline', fr: 'une baisse d’activité commence' },
  ),
  'Application Opened': own(
    { en: 'a visit in the app', fr: 'une ouverture de l’application' },
    { en: 'opened the app', fr: 'ouvert l’application' },
    { en: 'the app is opened', fr: 'l’application est ouverte' },
  ),
  'Score Changed': own(
    { en: 'a change of score', fr: 'un changement de score' },
    { en: 'had a change of score', fr: 'eu un changement de score' },
    { en: 'a score changes', fr: 'un score change' },
  ),
}

const quoted = (name: string): Words => ({ en: `“${name}”`, fr: `« ${name} »` })

function wordsOf(name: string): EventWords {
  const known = Object.hasOwn(standardEvents, name) ? standardEvents[name] : undefined
  if (known) return known
  const { en, fr } = quoted(name)
  return own(
    { en, fr },
    { en: `done ${en}`, fr: `fait ${fr}` },
    { en: `${en} happens`, fr: `${fr} arrive` },
  )
}

/** An event with its article: “an order”, « une commande »; one of the client's own in quotes. */
export const eventNoun = (name: string, language: Language): string => wordsOf(name).noun[language]

/** What was done, to follow “has” or « a »: “ordered”, « commandé ». */
export const eventDone = (name: string, language: Language): string => wordsOf(name).done[language]

/** What happens, to follow “When” or « Quand »: “an order is delivered”. */
export const eventWhen = (name: string, language: Language): string => wordsOf(name).when[language]

/** Signals: with article, after “has”, after “without” / « sans ». */
export const signalWords: Readonly<
  Record<Signal, { noun: Words; done: Words; without: Words; last: Words }>
> = {
  visit: {
    noun: { en: 'a visit', fr: 'une visite' },
    done: { en: 'visited', fr: 'visité le site' },
    without: { en: 'a visit', fr: 'visite' },
    last: { en: 'the last visit', fr: 'la dernière visite' },
  },
  order: {
    noun: { en: 'an order', fr: 'une commande' },
    done: { en: 'ordered', fr: 'commandé' },
    without: { en: 'an order', fr: 'commande' },
    last: { en: 'the last order', fr: 'la dernière commande' },
  },
  open: {
    noun: { en: 'an open', fr: 'une ouverture' },
    done: { en: 'opened an email', fr: 'ouvert d’e-mail' },
    without: { en: 'an open', fr: 'ouverture d’e-mail' },
    last: { en: 'the last open', fr: 'la dernière ouverture' },
  },
  click: {
    noun: { en: 'a click', fr: 'un clic' },
    done: { en: 'clicked', fr: 'cliqué' },
    without: { en: 'a click', fr: 'clic' },
    last: { en: 'the last click', fr: 'le dernier clic' },
  },
}

/** An event as the label of an exit, without article: “Order”, « Commande ». */
export function eventTitle(name: string, language: Language): string {
  const bare = eventNoun(name, language).replace(/^(an?|une?) /, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
