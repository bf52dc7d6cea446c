import { expect, test } from 'vitest'
import { tokenHeader } from './token-header'

const value = (url: string) => Object.entries(tokenHeader(url, 'abc'))

test.each([
  ['smtps://u:p@email-smtp.eu-west-1.amazonaws.com', 'X-SES-MESSAGE-TAGS', 'relance=abc'],
  ['smtp://u:p@smtp.postmarkapp.com:587', 'X-PM-Metadata-relance', 'abc'],
  ['smtp://u:p@smtp.eu.mailgun.org:587', 'X-Mailgun-Variables', '{"relance":"abc"}'],
  ['smtp://u:p@smtp.sendgrid.net', 'X-SMTPAPI', '{"unique_args":{"relance":"abc"}}'],
  ['smtp://u:p@smtp-relay.brevo.com', 'X-Mailin-custom', 'relance:abc'],
])('%s is told which message it is by %s', (url, name, said) => {
  expect(value(url)).toEqual([[name, said]])
})

test('no other server is told, nor is one of a like name', () => {
  expect(tokenHeader('smtp://localhost:1025', 'abc')).toEqual({})
  expect(tokenHeader('smtp://smtp.mailgun.org.evil.example', 'abc')).toEqual({})
  expect(tokenHeader('smtp://smtp.mailgun.org', null)).toEqual({})
})
