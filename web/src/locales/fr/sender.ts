import type { sender as english } from '../en/sender'

export const sender = {
  'sender.title': 'Expéditeur',
  'sender.about':
    'De qui viennent les e-mails. Les messageries s’y fient quand le domaine de l’adresse le dit dans son DNS.',
  'sender.name': 'Nom',
  'sender.address': 'Adresse',
  'sender.replyTo': 'Adresse pour les réponses',
  'sender.mustBeVerified': 'Ne rien publier avant que le domaine soit vérifié',
  'sender.check': 'Vérifier le domaine',
  'sender.records': 'Ce que dit le domaine',
  'lever.title': 'Vos e-mails arrivent-ils\u202f?',
  'lever.of': '{score, number} sur 100',
  'lever.nothing': 'Rien n’a été envoyé ces sept derniers jours.',
  'lever.set-up': 'Réglage du domaine et du serveur',
  'lever.why-set-up': '{part} des {all} vérifications ci-dessous sont en ordre.',
  'lever.base': 'Soin de la liste',
  'lever.why-base':
    '{part} e-mails sur {all} en sept jours sont revenus définitivement ({share}). Jusqu’à 0,5\u00a0%, c’est bien\u202f; à partir de 2\u00a0%, une liste est mise en pause.',
  'lever.volume': 'Volume régulier',
  'lever.why-volume':
    'Le plus grand jour a compté {part} e-mails\u202f; {all} par jour sont habituels. Jusqu’au double, c’est bien\u202f; à partir du quintuple, cela ressemble à du spam.',
  'lever.filtering': 'Filtres des messageries',
  'lever.why-filtering':
    '{part} e-mails sur {all} en sept jours ont été refusés comme indésirables ({share}). Aucun, c’est bien\u202f; 1\u00a0%, c’est beaucoup trop.',
  'lever.complaints': 'Usage du bouton «\u202findésirable\u202f»',
  'lever.why-complaints':
    '{part} plaintes pour {all} e-mails en sept jours ({share}). À partir de 0,3\u00a0%, le marketing est mis en pause.',
  'sender.isSigned': 'Les e-mails de {domain} sont signés.',
  'sender.isNotSigned':
    'Les e-mails de {domain} partent sans signature tant que la clé ci-dessous n’est pas trouvée.',
  'sender.kind-spf': 'Qui peut envoyer (SPF)',
  'sender.kind-dkim': 'Signature (DKIM)',
  'sender.kind-dmarc': 'Politique (DMARC)',
  'sender.kind-return-path': 'Adresse de retour (MX)',
  'sender.why-spf': 'Nomme les serveurs autorisés à envoyer pour le domaine.',
  'sender.why-dkim':
    'La clé qui montre aux messageries qu’un e-mail vient bien de vous, sans changement.',
  'sender.why-dmarc': 'Dit que faire des e-mails qui ne viennent pas de vous.',
  'sender.why-return-path': 'Là où vont les rapports sur les e-mails qui ne sont pas arrivés.',
  'sender.ok': 'en ordre',
  'sender.missing': 'manquant',
  'sender.wrong': 'à corriger',
  'sender.add': 'Ajoutez un enregistrement {type}',
  'sender.change': 'Changez l’enregistrement {type}',
  'sender.value': 'Avec cette valeur',
  'sender.found': 'Trouvé aujourd’hui',
  'sender.tls': 'Chiffrement vers {host} (TLS)',
  'sender.tls-ok': 'en ordre',
  'sender.tls-missing': 'manquant',
  'sender.tls-wrong': 'non valable',
  'sender.tls-away': 'sans réponse',
  'sender.tls-local': 'inutile',
  'sender.tls-private': 'non vérifié',
  'sender.tls-why-ok': 'Le serveur chiffre, et son certificat est valable.',
  'sender.tls-why-missing':
    'Le serveur ne propose pas STARTTLS\u00a0: les e-mails circulent lisibles par d’autres. Activez-le, ou utilisez le port 465.',
  'sender.tls-why-wrong':
    'Son certificat n’est pas valable\u00a0: n’importe qui pourrait se faire passer pour ce serveur. Renouvelez-le, ou corrigez son nom.',
  'sender.tls-why-away': 'Le serveur n’a pas répondu. Vérifiez le serveur et le port.',
  'sender.tls-why-local': 'Le serveur est sur la même machine.',
  'sender.tls-why-private':
    'Le serveur est dans un réseau privé, que cet espace ne peut pas joindre.',
} satisfies Record<keyof typeof english, string>
