/** What we say when something fails, in French; keyed by the English sentence it translates. */
export const frenchSentences: Readonly<Record<string, string>> = {
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
  'Nobody of this sending is left to spare.': 'Il ne reste personne à épargner dans cet envoi.',
  'Nothing of this scenario is to come any more.': 'Il n’y a plus rien à venir dans ce scénario.',
  'This newsletter was cancelled already.': 'Cette newsletter a déjà été annulée.',
  'Only what is sent to an audience at a set time can be cancelled.':
    'Seul un envoi à une audience, à une heure fixée, peut être annulé.',
  'Its first sending has begun: cancel that sending instead.':
    'Son premier envoi a commencé\u00a0: annulez plutôt cet envoi.',
  'Content and target must be approved before this is sent.':
    'Le contenu et la cible doivent être approuvés avant l’envoi.',
  'Nothing of this scenario has to be approved.': 'Rien n’est à approuver dans ce scénario.',
  'This version does not exist.': 'Cette version n’existe pas.',
  'No mail server is set (SMTP_URL), so no mail can be sent.':
    'Aucun serveur de messagerie n’est réglé (SMTP_URL)\u202f; aucun e-mail ne peut être envoyé.',
  'The mail server did not take the test mail.':
    'Le serveur de messagerie n’a pas pris l’e-mail de test.',
  'A test goes to whoever is signed in; a key has no address.':
    'Un test part vers la personne connectée\u202f; une clé n’a pas d’adresse.',
  'No mail server is set (SMTP_URL), so no test can be sent.':
    'Aucun serveur de messagerie n’est réglé (SMTP_URL)\u202f; aucun test ne peut être envoyé.',
  'The mail server did not take the test.': 'Le serveur de messagerie n’a pas pris le test.',
  'This version of the scenario pins no version of the mail.':
    'Cette version du scénario ne fixe aucune version de l’e-mail.',
  'The mail has no text in any language.': 'L’e-mail n’a de texte dans aucune langue.',
  'This version of the mail has no text in that language.':
    'Cette version de l’e-mail n’a pas de texte dans cette langue.',
  'This customer has entered the scenario with this key before.':
    'Ce client est déjà entré dans le scénario avec cette clé.',
  'The back-test was not kept.': 'Le calcul sur les derniers jours n’a pas été enregistré.',
  'The check was not kept.': 'La vérification n’a pas été enregistrée.',
  'The check was not told.': 'La vérification n’a pas pu être relue.',
  'The customer was not kept.': 'Le client n’a pas été enregistré.',
  'The erasure was not kept.': 'La demande d’effacement n’a pas été enregistrée.',
  'The picture was not noted.': 'L’image n’a pas été enregistrée.',
  'A plan needs a trigger.': 'Un plan demande un déclencheur.',
  'A schedule names a version that does not exist.':
    'Une programmation nomme une version qui n’existe pas.',
  'canceling statement due to statement timeout':
    'la base de données a mis trop de temps à répondre',
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
  'This step is there already.': 'Cette étape est déjà là.',
  'What starts a scenario cannot follow a step.': 'Un déclencheur ne peut pas suivre une étape.',
  'This cannot be mended by itself.': 'Ceci ne peut pas être corrigé automatiquement.',
  'This step is no longer there.': 'Cette étape n’est plus là.',
  'Somebody has seen to this answer already.': 'Quelqu’un s’est déjà occupé de cette réponse.',
  'This answer does not exist.': 'Cette réponse n’existe pas.',
  'This answer is open.': 'Cette réponse est ouverte.',
  'There is no catalogue feed.': 'Il n’y a pas de flux de catalogue.',
  'A schedule needs an instant or a recurrence.':
    'Une programmation demande un instant ou une récurrence.',
  'This person is not in a scenario under that id.':
    'Cette personne n’est dans aucun scénario sous cet identifiant.',
  'Their version of the scenario has no such step to move to.':
    'Leur version du scénario n’a pas cette étape.',
  'This case does not exist.': 'Ce dossier n’existe pas.',
  'Somebody has answered this customer already.': 'Quelqu’un a déjà répondu à ce client.',
  'There is no room for more pictures: delete some that no mail shows.':
    'Il n’y a plus de place pour d’autres images\u00a0: supprimez-en que nul e-mail n’affiche.',
  'This picture is the logo of the mails.': 'Cette image est le logo des e-mails.',
  'This picture does not exist.': 'Cette image n’existe pas.',
  'There is no such picture.': 'Cette image n’existe pas.',
  'A line of this file does not end: it is no CSV.':
    'Une ligne de ce fichier ne finit pas\u00a0: ce n’est pas un CSV.',
  'This is no text file in UTF-8, UTF-16 or Windows-1252. From a spreadsheet, save it as “CSV UTF-8”.':
    'Ce n’est pas un fichier texte en UTF-8, UTF-16 ou Windows-1252. Depuis un tableur, enregistrez-le en «\u202fCSV UTF-8\u202f».',
  'A file may have 1 GB at most.': 'Un fichier peut peser 1\u00a0Go au plus.',
  'There is a block of this name already.': 'Un bloc porte déjà ce nom.',
  'A block of this mail has just been changed. Save again.':
    'Un bloc de cet e-mail vient d’être modifié. Enregistrez de nouveau.',
  'An email that uses this block has just been changed. Save again.':
    'Un e-mail qui utilise ce bloc vient d’être modifié. Enregistrez de nouveau.',
  'This merge does not exist.': 'Cette fusion n’existe pas.',
  'The workspace’s own currency has no rate.': 'La devise de l’espace de travail n’a pas de taux.',
  'Nothing of the kind is scheduled any more.': 'Rien de tel n’est plus programmé.',
  'This instant has passed already: choose a later one.':
    'Cet instant est déjà passé\u00a0: choisissez-en un plus tardif.',
  'This scenario does not run, nor is it to start before.':
    'Ce scénario ne tourne pas, et ne doit pas démarrer avant.',
  'This installation’s server can be named once only.':
    'Le serveur de cette installation ne peut être nommé qu’une fois.',
  'A key is needed for this provider.': 'Ce fournisseur demande une clé.',
  'Say why this list may be written to.': 'Dites pourquoi cette liste peut recevoir des e-mails.',
  'Nothing of this kind is paused.': 'Rien de tel n’est en pause.',
  'This split has no share above zero.': 'Cette répartition n’a aucune part au-dessus de zéro.',
  'No mail of this name ships with Relance.': 'Aucun e-mail de ce nom n’est fourni avec Relance.',
  'Pictures are PNG, JPEG, GIF or WebP. An SVG is none: it may hold programs.':
    'Les images sont en PNG, JPEG, GIF ou WebP. Un SVG n’en est pas une\u00a0: il peut contenir des programmes.',
  'Send a form (multipart/form-data).': 'Envoyez un formulaire (multipart/form-data).',
  'The form cannot be read.': 'Le formulaire est illisible.',
  'This mail has no such version.': 'Cet e-mail n’a pas cette version.',
  'batch: a list of events is missing.': 'batch\u00a0: il manque une liste d’événements.',
  'Say first which address mails come from.':
    'Indiquez d’abord de quelle adresse viennent les e-mails.',
  'DNS does not answer just now.': 'Le DNS ne répond pas pour l’instant.',
  'Please try again later.': 'Réessayez plus tard.',
  'This step took longer than 5 seconds.': 'Cette étape a pris plus de 5 secondes.',
  'The address is not a web address.': 'L’adresse n’est pas une adresse web.',
  'This merge has been undone already.': 'Cette fusion a déjà été annulée.',
  'This merge is over 30 days old and can no longer be undone.':
    'Cette fusion date de plus de 30 jours et ne peut plus être annulée.',
  'One of the two was erased, so this merge can no longer be undone.':
    'L’un des deux a été effacé, cette fusion ne peut donc plus être annulée.',
  'This customer was joined with another one since: undo that merge first.':
    'Ce client a été réuni avec un autre depuis\u00a0: annulez d’abord cette fusion.',
  'This picture cannot be read: it is damaged, or unfolds into too many pixels.':
    'Cette image est illisible\u00a0: elle est abîmée, ou compte trop de pixels.',
}
