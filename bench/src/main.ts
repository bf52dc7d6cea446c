import { parts } from './parts'
import { printTable } from './print-table'
import { writeResults } from './write-results'

const say = (line: string) => console.log(line)
const [wanted] = process.argv.slice(2)
const chosen = wanted ? parts.filter(({ name }) => name === wanted) : parts

if (chosen.length === 0) {
  console.error(`There is no part “${wanted}”. There are:`)
  for (const { name, about } of parts) console.error(`  ${name.padEnd(12)} ${about}`)
  process.exit(1)
}

const results = []
for (const { name, about, needs, run } of chosen) {
  if (!wanted && needs && !process.env[needs]) {
    say(`\n${name}: left out, ${needs} is not set`)
    continue
  }
  say(`\n${name}: ${about}`)
  const at = new Date()
  const rows = await run(say)
  writeResults(name, at, rows)
  results.push({ name, rows })
}
say(`\n${printTable(results)}`)
process.exit(results.some(({ rows }) => rows.some(({ holds }) => holds === false)) ? 1 : 0)
