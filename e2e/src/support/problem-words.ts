/**
 * Not here, as a draft cannot hold them yet: V11 (text messages), V24 (calls), V25 (control groups); V31, as mails with
 * an error are not saved; V21 and V22 need a back-test.
 */
const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/** Words typed with plain spaces, spaced as French is. */
export const inFrench = (text: string) =>
  text
    .replaceAll(/« /g, `«${NARROW}`)
    .replaceAll(/ »/g, `${NARROW}»`)
    .replaceAll(/ ([?!;])/g, `${NARROW}$1`)
    .replaceAll(/ ([:%])/g, `${NO_BREAK}$1`)

type Severity = 'fix' | 'tip'
/** What `drawBroken` breaks: each rule, how grave it is, and its words. */
export const told: [code: string, severity: Severity, en: string, fr: string][] = [
  [
    'V02',
    'fix',
    '“30 days passed” leads nowhere. Add a step or an end.',
    '« Après 30 jours » ne mène nulle part. Ajoutez une étape ou une sortie.',
  ],
  [
    'V03',
    'fix',
    'Nobody can reach “Alone”. Connect it or remove it.',
    'Personne ne peut atteindre « Alone ». Reliez-la ou retirez-la.',
  ],
  ['V04', 'fix', 'How long should we wait?', 'Combien de temps faut-il attendre ?'],
  ['V05', 'fix', 'Choose a message to send.', 'Choisissez le message à envoyer.'],
  [
    'V06',
    'fix',
    'This email has no unsubscribe link.',
    'Cet e-mail n’a pas de lien de désabonnement.',
  ],
  ['V07', 'fix', 'This email has no subject.', 'Cet e-mail n’a pas d’objet.'],
  [
    'V08',
    'fix',
    '“shoe_size” is not known for any customer.',
    '« shoe_size » n’est connu pour aucun client.',
  ],
  [
    'V09',
    'tip',
    '2 customers have no “last name”. Add a text for them.',
    '2 clients n’ont pas de « nom ». Prévoyez un texte pour eux.',
  ],
  [
    'V10',
    'fix',
    'The sender shop.example is not verified yet.',
    'L’expéditeur shop.example n’est pas encore vérifié.',
  ],
  [
    'V12',
    'fix',
    'This path loops without a limit. Say how many times.',
    'Ce chemin tourne sans fin. Indiquez combien de fois.',
  ],
  ['V13', 'fix', 'The shares add up to 60.5%, not 100%.', 'Les parts font 60,5 %, et non 100 %.'],
  ['V14', 'fix', 'This condition is empty.', 'Cette condition est vide.'],
  [
    'V15',
    'tip',
    'This condition is always true here, so “No” gets nobody.',
    'Cette condition est toujours vraie ici : « Non » ne recevra personne.',
  ],
  [
    'V16',
    'tip',
    '“Has clicked?” checks clicks on email 9 right after sending it. Add a wait.',
    '« Has clicked? » vérifie les clics juste après l’envoi de l’e-mail 9. Ajoutez une attente.',
  ],
  [
    'V17',
    'tip',
    'An open alone is not a reaction. Use a click or a visit.',
    'Une ouverture seule n’est pas une réaction. Préférez un clic ou une visite.',
  ],
  [
    'V18',
    'tip',
    'The credit ends before the wait does.',
    'Le bon expire avant la fin de l’attente.',
  ],
  [
    'V19',
    'fix',
    '“Farewell” was deleted. Choose another one.',
    '« Farewell » a été supprimé. Choisissez-en un autre.',
  ],
  [
    'V20',
    'tip',
    'We have never received the event “Sign-up”.',
    'Nous n’avons jamais reçu l’événement « Inscription ».',
  ],
  [
    'V26',
    'tip',
    'A first discount before any proof teaches people to wait for it.',
    'Une remise sans preuve apprend aux clients à l’attendre.',
  ],
  [
    'V27',
    'fix',
    'No goal: say what success is, or choose “no goal”.',
    'Pas d’objectif : dites ce qu’est la réussite, ou choisissez « sans objectif ».',
  ],
  [
    'V28',
    'fix',
    'Custom step “Newer” is missing version 9 here.',
    'L’étape « Newer » n’existe pas ici en version 9.',
  ],
  [
    'V29',
    'fix',
    'This path loops without waiting. Add a wait on it.',
    'Ce chemin tourne sans attendre. Ajoutez-y une attente.',
  ],
  [
    'V30',
    'fix',
    '“Wait” cannot be read: this is not a length of time.',
    '« Attendre » est illisible : ce n’est pas une durée.',
  ],
  ['V32', 'fix', 'This email is empty.', 'Cet e-mail est vide.'],
]
