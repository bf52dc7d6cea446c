import { renderMails } from './render-mails'

const [turns = Number.NaN, aTurn = Number.NaN] = process.argv.slice(2).map(Number)
process.send?.(await renderMails(turns, aTurn))
