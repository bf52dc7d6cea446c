export const faulty = {
  'faulty.title': 'Something went wrong',
  'faulty.about': 'What this step sent in the last seven days, since {from}',
  'faulty.aboutMail': '“{mail}”, as this step has sent it since {from}',
  'faulty.seeMail': 'See the mail',
  'faulty.sendTo':
    '{n, plural, =0 {Nobody to apologise to} one {Apologise to # person} other {Apologise to # people}}',
  'faulty.reached': 'It goes to <b>{n, number}</b> {n, plural, one {person} other {people}}',
  'faulty.hit': '<b>{n}</b> {n, plural, one {person} other {people}} got it',
  'faulty.repeated': '<b>{n}</b> of them more than once within a day',
  'faulty.mails': '<b>{n}</b> {n, plural, one {mail} other {mails}} in all',
  'faulty.complained': '<b>{n}</b> complained',
  'faulty.unsubscribed': '<b>{n}</b> unsubscribed',
  'faulty.paused': 'This step stands still',
  'faulty.pausedAbout':
    'It sent one mail to one person again within a day. Whoever comes to it waits until somebody has looked.',
  'faulty.lift': 'Let it go on',
  'faulty.lifted': 'The step goes on',
  'faulty.severity': 'How bad is it?',
  'faulty.minor': 'A minor slip',
  'faulty.minorAbout':
    'A spelling mistake, a wrong picture. Nothing is sent: an apology would show it to everybody who has not noticed.',
  'faulty.serious': 'A serious fault',
  'faulty.seriousAbout':
    'The same mail many times, the wrong people. One apology goes to exactly those who were hit.',
  'faulty.binding': 'A wrong price, or something that binds you',
  'faulty.bindingAbout':
    'A price, a discount or a promise that was not meant. One apology goes out, and each of those who were hit waits below for a person’s answer.',
  'faulty.queued': '{n, plural, one {# customer waits} other {# customers wait}} for an answer',
  'faulty.cases': 'Customers to answer',
  'faulty.casesAbout': 'Those who wait longest first.',
  'faulty.more': 'There are more; they come up as these are answered.',
  'faulty.agreed': 'What was agreed with {who}',
  'faulty.answered': 'Answered',
  'faulty.unnamed': 'A customer without a name',
  'faulty.whom': 'The apology goes to',
  'faulty.whom-repeated':
    '{n, plural, one {the # person who got it more than once} other {the # people who got it more than once}}',
  'faulty.whom-everyone': '{n, plural, one {the # person who got it} other {all # who got it}}',
  'faulty.mail': 'With the mail',
  'faulty.shipped': 'the apology that comes with Relance',
  'faulty.once':
    'Each gets it once, also if you press twice. Whoever unsubscribed or cannot be written to gets nothing.',
  'faulty.send': 'Apologise',
  'faulty.sent':
    '{n, plural, one {The apology goes to # person} other {The apology goes to # people}}',
  'faulty.made': 'Apology of {at}',
  'faulty.madeFigures': 'sent to <b>{sent}</b> of <b>{people}</b>',
  'faulty.leftOut': '<b>{n, number}</b> left out: {reason}',
  'faulty.alreadyApologised': 'apologised to already',
  'faulty.alarm':
    '“{mail}” repeats itself in {flow}: {people, plural, one {# person got it} other {# people got it}} more than once, {held, plural, one {# waits} other {# wait}}',
  'faulty.look': 'Have a look',
}
