/** What we say when something fails, in French; keyed by the English sentence it translates. */
const french: Readonly<Record<string, string>> = {
  'Something failed on our side.': 'Une erreur s’est produite de notre côté.',
  'The database cannot be reached. Try again in a moment.':
    'La base de données est injoignable. Réessayez dans un instant.',
  'There is nothing at this address.': 'Il n’y a rien à cette adresse.',
  'The request cannot be read.': 'La requête est illisible.',
  'The request is too large.': 'La requête est trop volumineuse.',
  'The body is not valid JSON.': 'Le corps de la requête n’est pas du JSON valide.',
  'Sign in, or send an API key.': 'Connectez-vous, ou envoyez une clé d’API.',
  'This key does not exist or was revoked.': 'Cette clé n’existe pas ou a été révoquée.',
  'This write key does not exist or was revoked.':
    'Cette clé d’écriture n’existe pas ou a été révoquée.',
  'Your role in this workspace does not allow that.':
    'Votre rôle dans cet espace de travail ne le permet pas.',
  'Say which workspace: the header Relance-Workspace is missing.':
    'Précisez l’espace de travail\u202f: l’en-tête Relance-Workspace manque.',
  'This workspace does not exist.': 'Cet espace de travail n’existe pas.',
  'This scenario does not exist.': 'Ce scénario n’existe pas.',
  'This version does not exist.': 'Cette version n’existe pas.',
  'This run does not exist.': 'Ce parcours n’existe pas.',
  'This contact does not exist.': 'Ce contact n’existe pas.',
  'This mail does not exist.': 'Cet e-mail n’existe pas.',
  'This import does not exist.': 'Cet import n’existe pas.',
  'This key does not exist.': 'Cette clé n’existe pas.',
  'This person is no member of the workspace.':
    'Cette personne n’est pas membre de l’espace de travail.',
  'This message was not sent, so it has no content yet.':
    'Ce message n’a pas été envoyé, il n’a donc pas encore de contenu.',
  'There is no scenario template of this name.': 'Il n’existe pas de modèle de scénario de ce nom.',
  'This cursor is not one of ours.': 'Ce curseur n’est pas l’un des nôtres.',
  'Someone saved this scenario since you opened it.':
    'Quelqu’un a enregistré ce scénario depuis que vous l’avez ouvert.',
  'The draft has changed since you read it.': 'Le brouillon a changé depuis que vous l’avez lu.',
  'This scenario cannot be published yet: see its problems.':
    'Ce scénario ne peut pas encore être publié\u202f: voyez ses problèmes.',
  'This scenario was published. Stop it instead: people’s history stays readable.':
    'Ce scénario a été publié. Arrêtez-le plutôt\u202f: l’historique des personnes reste lisible.',
  'Only a live scenario can be paused.': 'Seul un scénario en service peut être mis en pause.',
  'Only a paused scenario can be resumed.': 'Seul un scénario en pause peut être repris.',
  'Only a live or paused scenario can be stopped.':
    'Seul un scénario en service ou en pause peut être arrêté.',
  'This workspace follows the real clock; it has no test clock.':
    'Cet espace de travail suit l’heure réelle\u202f; il n’a pas d’horloge de test.',
  'Only the key of the first start may create workspaces.':
    'Seule la clé du premier démarrage peut créer des espaces de travail.',
  'No contact has this address.': 'Aucun contact n’a cette adresse.',
  'This link is not valid any more.': 'Ce lien n’est plus valable.',
  'This text holds a character that cannot be stored.':
    'Ce texte contient un caractère qui ne peut pas être enregistré.',
  'This person does not need attention.': 'Cette personne ne demande pas d’attention.',
  'This workspace runs on the real clock.': 'Cet espace de travail suit l’heure réelle.',
  'A test clock only moves forwards.': 'Une horloge de test ne fait qu’avancer.',
  'The test clock is being moved already.': 'L’horloge de test est déjà en train d’avancer.',
  'Some work did not settle; the clock stays where it is. Try again.':
    'Une partie du travail n’est pas terminée ; l’horloge reste où elle est. Réessayez.',
  'This offer does not exist.': 'Cette offre n’existe pas.',
  'There is an offer with this key already.': 'Une offre porte déjà cette clé.',
  'Give an externalId or an email.': 'Indiquez un externalId ou une adresse e-mail.',
  'A batch may have 500 KB at most.': 'Un lot peut peser 500\u00a0Ko au plus.',
  'An event may have 32 KB at most.': 'Un événement peut peser 32\u00a0Ko au plus.',
}

/** The French of one of our sentences; a sentence not known here stays as it is. */
export const inFrench = (english: string): string => french[english] ?? english
