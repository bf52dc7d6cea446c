import type { Language, Words } from '@relance/core/words/language'
import { readingWords } from '@relance/core/words/reading-words'
import { liquidFaultTexts } from '@relance/templates/liquid/liquid-fault-texts'
import { mjmlFaultTexts } from '@relance/templates/mjml/mjml-fault-texts'
import { checksFailWords } from '@relance/workflows/scheduled/checks-fail-words'

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
  'The token of /metrics is missing or wrong.': 'Le jeton de /metrics manque ou est erroné.',
  'This key does not exist or was revoked.': 'Cette clé n’existe pas ou a été révoquée.',
  'This write key does not exist or was revoked.':
    'Cette clé d’écriture n’existe pas ou a été révoquée.',
  'Your role in this workspace does not allow that.':
    'Votre rôle dans cet espace de travail ne le permet pas.',
  'Say which workspace: the header Relance-Workspace is missing.':
    'Précisez l’espace de travail\u00a0: l’en-tête Relance-Workspace manque.',
  'Each step of the ladder must come later than the one before.':
    'Chaque palier d’activité doit venir après le précédent.',
  'Each step of silence must come later than the one before.':
    'Chaque palier de silence doit venir après le précédent.',
  'This period ends before it begins.': 'Cette période se termine avant de commencer.',
  'There is no such date.': 'Cette date n’existe pas.',
  'This period has too many parts: choose weeks or months.':
    'Cette période compte trop de parties\u00a0: choisissez des semaines ou des mois.',
  'This definition does not exist.': 'Cette définition n’existe pas.',
  'asOf: must be a date such as 2026-03-02.': 'asOf\u00a0: indiquez une date telle que 2026-03-02.',
  'This workspace does not exist.': 'Cet espace de travail n’existe pas.',
  'This scenario does not exist.': 'Ce scénario n’existe pas.',
  'This was asked for anew since.': 'Ce calcul a été redemandé depuis.',
  'There is no such step.': 'Cette étape n’existe pas.',
  'This rule takes too long to count.': 'Cette règle est trop longue à compter.',
  'This change cannot be read.': 'Cette modification est illisible.',
  'This is no draft of a scenario.': 'Ceci n’est pas le brouillon d’un scénario.',
  'This scenario has become too large.': 'Ce scénario est devenu trop volumineux.',
  'This address is for a WebSocket.': 'Cette adresse attend un WebSocket.',
  'No alarm stands at this step.': 'Aucune alerte ne porte sur cette étape.',
  'This sending does not exist.': 'Cet envoi n’existe pas.',
  'This sending was cancelled already.': 'Cet envoi a déjà été annulé.',
  'Content and target must be approved before this is sent.':
    'Le contenu et la cible doivent être approuvés avant l’envoi.',
  'Nothing of this scenario has to be approved.': 'Rien n’est à approuver dans ce scénario.',
  'This version does not exist.': 'Cette version n’existe pas.',
  'No mail server is set (SMTP_URL), so no mail can be sent.':
    'Aucun serveur de messagerie n’est réglé (SMTP_URL)\u202f; aucun e-mail ne peut être envoyé.',
  'The mail server did not take the test mail.':
    'Le serveur de messagerie n’a pas pris l’e-mail de test.',
  'A key has no address of its own. Sign in instead.':
    'Une clé n’a pas d’adresse à elle. Connectez-vous plutôt.',
  'This rehearsal took too long: its customer is needed.':
    'Cet essai a pris trop de temps\u00a0: les parcours de ce client attendaient.',
  'Nothing is scheduled to start any more.': 'Plus aucun démarrage n’est programmé.',
  'This check does not exist.': 'Cette vérification n’existe pas.',
  'A scenario has 20 saved checks at most.':
    'Un scénario a 20\u00a0vérifications enregistrées au plus.',
  'Saved checks do not pass: see `checks`.':
    'Des vérifications enregistrées ne passent pas\u00a0: voyez `checks`.',
  'This run does not exist.': 'Ce parcours n’existe pas.',
  'This message does not exist.': 'Ce message n’existe pas.',
  'This contact does not exist.': 'Ce contact n’existe pas.',
  'This mail does not exist.': 'Cet e-mail n’existe pas.',
  'This import does not exist.': 'Cet import n’existe pas.',
  'This scoring does not exist.': 'Ce calcul des scores n’existe pas.',
  'asOf: is no date or instant.': 'asOf\u00a0: n’est ni une date ni un instant.',
  'asOf: lies in the future.': 'asOf\u00a0: est dans le futur.',
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
  'Nobody asks for this scenario to be published any more.':
    'Plus personne ne demande la publication de ce scénario.',
  'This scenario cannot be published yet: see its problems.':
    'Ce scénario ne peut pas encore être publié\u00a0: voyez ses problèmes.',
  'This scenario was published. Stop it instead: people’s history stays readable.':
    'Ce scénario a été publié. Arrêtez-le plutôt\u00a0: l’historique des personnes reste lisible.',
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
    'Une partie du travail n’est pas terminée\u202f; l’horloge reste où elle est. Réessayez.',
  'This offer does not exist.': 'Cette offre n’existe pas.',
  'This segment does not exist.': 'Ce segment n’existe pas.',
  'This segment has been changed since you read it.':
    'Ce segment a été modifié depuis que vous l’avez lu.',
  'There is an offer with this key already.': 'Une offre porte déjà cette clé.',
  'Give an externalId or an email.': 'Indiquez un externalId ou une adresse e-mail.',
  'A batch may have 500 KB at most.': 'Un lot peut peser 500\u00a0Ko au plus.',
  'An event may have 32 KB at most.': 'Un événement peut peser 32\u00a0Ko au plus.',
  'A contact cannot be joined into itself.': 'Un contact ne peut pas être fusionné avec lui-même.',
  'A key has no password. Sign in instead.': 'Une clé n’a pas de mot de passe. Connectez-vous.',
  'A mail begins with <mjml>.': 'Un e-mail commence par <mjml>.',
  'A block cannot hold another block.': 'Un bloc ne peut pas contenir un autre bloc.',
  'A block is one or more elements of a mail’s body.':
    'Un bloc est un ou plusieurs éléments du corps d’un e-mail.',
  'mj-include is not available here: paste the block itself.':
    'mj-include n’est pas disponible ici\u00a0: collez le bloc lui-même.',
  'Inside "where", only properties can be asked for.':
    'Dans «\u202fwhere\u202f», seules des propriétés peuvent être demandées.',
  'No mail server is set (SMTP_URL), so no link can be mailed.':
    'Aucun serveur de messagerie n’est réglé (SMTP_URL)\u202f; aucun lien ne peut être envoyé.',
  'Only an owner of the organisation may create workspaces.':
    'Seul un propriétaire de l’organisation peut créer des espaces de travail.',
  'Say which field to set.': 'Précisez le champ à modifier.',
  'Sign in first.': 'Connectez-vous d’abord.',
  'The body is no JSON.': 'Le corps de la requête n’est pas du JSON.',
  'No reports of this provider are taken here.':
    'Les rapports de ce fournisseur ne sont pas reçus ici.',
  'This is not signed by the provider, or too long ago.':
    'Ceci n’est pas signé par le fournisseur, ou l’a été il y a trop longtemps.',
  'The body is not valid gzip.': 'Le corps de la requête n’est pas du gzip valide.',
  'The file is empty.': 'Le fichier est vide.',
  'file: is missing.': 'file\u00a0: manque.',
  'mapping: must be a JSON object of texts.': 'mapping\u00a0: doit être un objet JSON de textes.',
  'The mail grows beyond 1 MB.': 'L’e-mail dépasse 1\u00a0Mo.',
  'The mail is over 1 MB.': 'L’e-mail dépasse 1\u00a0Mo.',
  'The mail needs too much memory.': 'L’e-mail demande trop de mémoire.',
  'The mail takes longer than a second to make.': 'L’e-mail demande plus d’une seconde de calcul.',
  'The person could not be added.': 'La personne n’a pas pu être ajoutée.',
  'This customer does not exist.': 'Ce client n’existe pas.',
  'This is not your current password.': 'Ce n’est pas votre mot de passe actuel.',
  'This kind of step is not known here.': 'Ce type d’étape n’est pas connu ici.',
  'This mail has no text in this language.': 'Cet e-mail n’a pas de texte dans cette langue.',
  'This run has ended already.': 'Ce parcours est déjà terminé.',
  'Two nodes share an id.': 'Deux étapes ont le même identifiant.',
  'Type your current password, or sign in again by a link.':
    'Saisissez votre mot de passe actuel, ou reconnectez-vous par un lien.',
}

/** A text of a catalogue whose slots are all plain, `{name}`: read in English, written in French. */
function patternOf({ en, fr }: Words): readonly [RegExp, string] {
  const literal = en.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const said = new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>.*)')}$`, 's')
  return [said, fr.replace(/\{(\w+)\}/g, '$<$1>')]
}

/** Sentences that name something: what is caught in the English is put in the French. */
const frenchPatterns: readonly (readonly [RegExp, string])[] = [
  [
    /^“(.+)” cannot be the (\S+) of a customer\.$/,
    '«\u202f$1\u202f» ne peut pas être le champ $2 d’un client.',
  ],
  [
    /^The field (\S+) is computed; it cannot be set\.$/,
    'Le champ $1 est calculé\u202f; il ne peut pas être modifié.',
  ],
  [/^The file lacks a column for: (.+)\.$/, 'Il manque au fichier une colonne pour\u00a0: $1.'],
  [/^(\S+): say what to compare it with\.$/, '$1\u00a0: précisez à quoi le comparer.'],
  [/^(\S+): a list goes with "in" only\.$/, '$1\u00a0: une liste ne va qu’avec «\u202fin\u202f».'],
  [/^(\S+): (.+) is not a date\.$/, '$1\u00a0: $2 n’est pas une date.'],
  [/^(\S+): (.+) is not a number\.$/, '$1\u00a0: $2 n’est pas un nombre.'],
  [/^(\S+): (.+) is not a text\.$/, '$1\u00a0: $2 n’est pas un texte.'],
  [/^This segment is used in: (.+)\.$/s, 'Ce segment est utilisé dans\u00a0: $1.'],
  [
    /^There is no segment “(.+)” in this workspace\.$/,
    'Il n’y a pas de segment «\u202f$1\u202f» ici.',
  ],
  ...Object.values(readingWords).map(
    ({ en, fr }) => [new RegExp(`^(rule\\S*): ${en}\\.$`), `$1\u00a0: ${fr}.`] as const,
  ),
  ...[...Object.values(liquidFaultTexts), ...Object.values(mjmlFaultTexts)].map(patternOf),
  [
    /^(.+) cannot stand here: put it in a text, a link or a colour, or inside mj-raw\.$/s,
    '$1 ne peut pas se trouver ici\u00a0: placez-le dans un texte, un lien ou une couleur, ou dans mj-raw.',
  ],
  [
    /^Emails run no programs: take (.+) out\.$/,
    'Un e-mail n’exécute pas de programme\u00a0: retirez $1.',
  ],
  [/^(\S+|\{% \w+ %\}) is not closed\.$/, '$1 n’est pas refermé.'],
  [/^(\S+|\{% \w+ %\}) closes nothing( here)?\.$/, '$1 ne referme rien ici.'],
  [
    /^(\{% \w+ %\}) must stand where its beginning stands\.$/,
    '$1 doit se trouver là où se trouve son début.',
  ],
  [
    /^This workspace has no block “(.+)”\.$/,
    'Cet espace de travail n’a pas de bloc «\u202f$1\u202f».',
  ],
  patternOf(checksFailWords),
  [/^“(.+)” must stand inside mj-text\.$/, '«\u202f$1\u202f» doit se trouver dans mj-text.'],
  [/^The mail cannot be made: (.+)$/s, 'L’e-mail ne peut pas être produit\u00a0: $1'],
]

/** The French of one of our sentences; a sentence not known here stays as it is. */
export function inFrench(english: string): string {
  const known = french[english]
  if (known !== undefined) return known
  const pattern = frenchPatterns.find(([said]) => said.test(english))
  return pattern ? english.replace(pattern[0], pattern[1]) : english
}

/** One of our sentences in the reader's language. */
export const saidIn = (language: Language, english: string): string =>
  language === 'fr' ? inFrench(english) : english
