import type { checks as english } from '../en/checks'

/** Saved checks: a customer and where they are to end. */
export const checks = {
  'checks.title': 'Vérifications',
  'checks.save': 'Garder comme vérification…',
  'checks.saveTitle': 'Garder ce chemin comme vérification',
  'checks.saveAbout': 'Attendu : {end} Le chemin est reparcouru à chaque publication.',
  'checks.name': 'Nom',
  'checks.nameOf': '{who} : {end}',
  'checks.noEnd': 'pas encore de fin.',
  'checks.compares': 'Ce qui doit rester pareil',
  'checks.byEnd': 'La fin, quel que soit le chemin',
  'checks.byPath': 'Chaque étape du chemin',
  'checks.keep': 'Garder la vérification',
  'checks.saved': 'La vérification est gardée. Elle sera faite à chaque publication.',
  'checks.none':
    'Pas encore de vérification. Essayez avec un client, puis gardez son chemin : vous saurez quand un changement du dessin le mène ailleurs.',
  'checks.help':
    'Une vérification s’en tient à ce qui était connu quand elle a été gardée : ce que les clients ont fait depuis n’y change rien. La fiche et les préférences sont celles d’aujourd’hui.',
  'checks.running': 'Vérification en cours…',
  'checks.run': 'Vérifier de nouveau',
  'checks.sum': '{pass, number} sur {n, number} {pass, plural, one {réussie} other {réussies}}',
  'checks.passes': 'Réussie.',
  'checks.fails': 'Non réussie.',
  'checks.notWalked': 'Impossible à faire pour l’instant : {reason}',
  'checks.expected': 'Attendu',
  'checks.got': 'Maintenant',
  'checks.step': 'Étape {n}',
  'checks.differs': 'attendu « {expected} », maintenant « {got} »',
  'checks.over': 'la fin du chemin',
  'checks.stands': 'Attente à « {step} ».',
  'checks.open': 'Ouvrir le chemin',
  'checks.expect': 'Attendre ceci désormais',
  'checks.delete': 'Supprimer la vérification',
  'checks.acts': 'Actions sur « {name} »',
  'checks.knownUntil':
    'Ce qui est arrivé après le {at} est laissé de côté, comme quand la vérification a été gardée.',
  'checks.publish': 'Vérifications gardées',
  'checks.anyway':
    'Publier alors que {n, plural, one {# vérification ne réussit pas} other {# vérifications ne réussissent pas}}',
} satisfies Record<keyof typeof english, string>
