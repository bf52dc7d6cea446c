import { exactly, type Part, type Row } from './part'
import { parts } from './parts'
import { printTable } from './print-table'
import { writeResults } from './write-results'

const say = (line: string) => console.log(line)
const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? parts : wanted.map(named)

/** The part of that name; what is none ends the run with those there are. */
function named(wantedName: string): Part {
  const part = parts.find(({ name }) => name === wantedName)
  if (part) return part
  console.error(`There is no part “${wantedName}”. There are:`)
  for (const { name, about } of parts) console.error(`  ${name.padEnd(12)} ${about}`)
  process.exit(1)
}

/** A part that breaks off is a figure that misses, not the end of the others. */
async function walk({ name, run }: Part): Promise<Row[]> {
  try {
    return await run(say)
  } catch (error) {
    say(`${name} broke off: ${error instanceof Error ? error.stack : error}`)
    return [exactly('went to its end', 0, 1, '')]
  }
}

const results = []
for (const part of chosen) {
  const { name, about, needs } = part
  if (wanted.length === 0 && needs && !process.env[needs]) {
    say(`\n${name}: left out, ${needs} is not set`)
    continue
  }
  say(`\n${name}: ${about}`)
  const at = new Date()
  const rows = await walk(part)
  writeResults(name, at, rows)
  results.push({ name, rows })
}
say(`\n${printTable(results)}`)
process.exit(results.some(({ rows }) => rows.some(({ holds }) => holds === false)) ? 1 : 0)
