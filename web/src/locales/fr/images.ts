import type { images as english } from '../en/images'

/** Pictures for mails. */
export const images = {
  'images.title': 'Choisir une image',
  'images.about': 'PNG, JPEG, GIF ou WebP, 10 Mo au plus.',
  'images.drop': 'Déposez une image ici, ou choisissez-en une sur cet ordinateur.',
  'images.choose': 'Choisir un fichier',
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
