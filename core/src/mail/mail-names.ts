import type { Words } from '../words/language'

const named = (name: string, en: string, fr: string) => ({ name, words: { en, fr } })

/**
 * What conditions and repetitions of a mail name beside the values that are offered: who reads a mail in the editor
 * reads words for them, too. Of names that end in `.size`, the list is meant.
 */
export const mailNames: readonly { name: string; words: Words }[] = [
  named('offer', 'Credit', 'Bon d’achat'),
  named('cart', 'Cart', 'Panier'),
  named('cart.lines', 'Products in the cart', 'Produits du panier'),
  named('recommended', 'Products to propose', 'Produits à proposer'),
  named('contact.labels', 'Labels of the customer', 'Étiquettes du client'),
  named('event.properties.products', 'Products of the event', 'Produits de l’événement'),
  named('product.title', 'Name of the product', 'Nom du produit'),
  named('product.price', 'Price of the product', 'Prix du produit'),
  named('product.creator', 'Creator of the product', 'Créateur du produit'),
  named('line.title', 'Name of the product', 'Nom du produit'),
  named('line.price', 'Price of the product', 'Prix du produit'),
  named('line.quantity', 'How many', 'Quantité'),
  named('brand.company_name', 'Name of the shop', 'Nom de la boutique'),
  named('brand.postal_address', 'Address of the shop', 'Adresse de la boutique'),
  named('brand.support_phone', 'Phone of the shop', 'Téléphone de la boutique'),
  named('brand.support_hours', 'Hours of the shop', 'Horaires de la boutique'),
  named('brand.support_email', 'Email of the shop', 'E-mail de la boutique'),
  named('brand.chat_url', 'Page to chat', 'Page de discussion'),
  named('brand.help_url', 'Help page', 'Page d’aide'),
  named('brand.logo_url', 'Logo', 'Logo'),
  named('brand.website', 'Website of the shop', 'Site de la boutique'),
]
