import type { brand as english } from '../en/brand'

/** How mails look and sign. */
export const brand = {
  'brand.title': 'Apparence des e-mails',
  'brand.about':
    'Couleurs, logo et coordonnées d’aide, dans chaque e-mail. Les e-mails les reprennent au moment de partir : rien n’est à republier.',
  'brand.primary': 'Boutons',
  'brand.onPrimary': 'Texte des boutons',
  'brand.text': 'Textes',
  'brand.muted': 'Petites lignes',
  'brand.surface': 'Fond de l’e-mail',
  'brand.background': 'Autour de l’e-mail',
  'brand.font': 'Police',
  'brand.fontHelp':
    'Seulement des polices que les messageries possèdent : les autres seraient remplacées.',
  'brand.font-classic': 'Georgia pour les titres, Helvetica pour les textes',
  'brand.font-plain': 'Helvetica',
  'brand.font-serif': 'Georgia',
  'brand.font-humanist': 'Trebuchet',
  'brand.font-wide': 'Verdana',
  'brand.companyName': 'Nom de l’entreprise',
  'brand.website': 'Site',
  'brand.postalAddress': 'Adresse postale',
  'brand.supportPhone': 'Téléphone pour les clients, gratuit si possible',
  'brand.supportHours': 'Quand quelqu’un répond',
  'brand.supportEmail': 'E-mail pour les clients',
  'brand.chatUrl': 'Page de discussion',
  'brand.helpUrl': 'Page d’aide',
  'brand.preview': 'Un e-mail dans cette apparence',
  'brand.mail': 'E-mail montré',
  'brand.light': 'Clair ou sombre',
  'brand.show-credit': 'Sélection',
  'brand.show-cart-help': 'Aide',
  'brand.show-fr': 'Français',
  'brand.show-en': 'Anglais',
  'brand.show-light': 'Clair',
  'brand.show-dark': 'Sombre',
} satisfies Record<keyof typeof english, string>
