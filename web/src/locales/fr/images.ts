import type { images as english } from '../en/images'

/** Pictures for mails. */
export const images = {
  'images.title': 'Choisir une image',
  'images.about': 'PNG, JPEG, GIF ou WebP, 10 Mo au plus.',
  'images.drop': 'Déposez une image ici, ou choisissez-en une sur cet ordinateur.',
  'images.choose': 'Choisir un fichier',
  'images.wrongType':
    '«\u202f{name}\u202f» n’est pas une image pour e-mails\u00a0: choisissez un PNG, JPEG, GIF ou WebP. Un SVG peut contenir des programmes, et les messageries ne l’affichent pas.',
  'images.tooLarge':
    '«\u202f{name}\u202f» pèse plus de 10\u00a0Mo. Choisissez une image plus légère\u00a0: les e-mails l’affichent en 1\u202f200 pixels de large au plus.',
  'images.deleteSure': 'Supprimer pour de bon',
  'images.none': 'Il n’y a pas encore d’image.',
  'images.more': 'En voir plus',
  'images.alt': 'Ce que montre l’image',
  'images.altHelp':
    'Lu à voix haute à qui ne la voit pas, et affiché là où les images sont bloquées.',
  'images.keep': 'Garder et utiliser',
  'images.keeping': 'Enregistrement…',
  'images.back': 'Une autre image',
  'images.use': 'Utiliser cette image',
  'images.delete': 'Supprimer cette image',
  'images.size': '{name} · {width} × {height} · {kb} ko',
  'images.logo': 'Logo',
  'images.logoChoose': 'Choisir un logo',
  'images.logoRemove': 'Retirer le logo',
} satisfies Record<keyof typeof english, string>
