import { type CheckedCin, CinFileError, type ReportLine, checkCin, leftOutLines } from '@front-door/returns'
import { openRecord } from '../stores/record.js'
import type { CliCommand } from './command.js'
import { importFile } from './import-cin.js'
import { BAD, BadUse, DONE, type Io } from './io.js'
import { everySecond } from './progress.js'

export const importCommand: CliCommand = {
  usage: 'import cin FILE.xml...',
  about:
    'Reads CIN census returns (2017 to 2026) into the record. Every child and episode gets a line of what became of it; contradictions are kept and told. The same file again adds nothing. Works while the server runs.',
  words: Infinity,
  options: {},
  async run({ words: [what, ...files], settings, json }, io) {
    if (what !== 'cin' || files.length === 0) throw new BadUse('Say what to import: front-door import cin FILE.xml...')
    const checked = await checkAll(files, io)
    const record = openRecord(settings)
    try {
      const say = json ? asJson(io) : asText(io)
      say.begin()
      for (const [file, found] of checked) {
        if (found instanceof CinFileError) say.refused(file, found)
        else {
          say.file(file, found)
          const tick = everySecond(io.progress)
          let told = 0
          const imported = await importFile(file, found.header, record, (line) => {
            say.line(line)
            tick(() => `${file}: ${++told} lines, of ${found.children} children and ${found.episodes} episodes`)
          })
          for (const line of leftOutLines(found)) say.line(line)
          say.done(imported)
        }
      }
      say.end()
      return [...checked.values()].some((found) => found instanceof CinFileError) ? BAD : DONE
    } finally {
      await record.close()
    }
  },
}

/** Every file is passed through whole before anything is written: nothing of a file that is not well-formed is kept. */
async function checkAll(files: readonly string[], io: Io): Promise<ReadonlyMap<string, CheckedCin | CinFileError>> {
  const checked = new Map<string, CheckedCin | CinFileError>()
  for (const file of files) {
    io.progress(`Checking ${file} ...`)
    try {
      checked.set(file, await checkCin(file))
    } catch (error) {
      if (!(error instanceof CinFileError)) throw error
      checked.set(file, error)
    }
  }
  return new Map([...checked].sort(([, one], [, other]) => asOf(one).localeCompare(asOf(other))))
}

/** Returns are read in the order of the years they speak of, whatever order they were named in. */
function asOf(found: CheckedCin | CinFileError): string {
  return found instanceof CinFileError ? '' : (found.header.referenceDate ?? '')
}

interface Say {
  begin(): void
  file(name: string, checked: CheckedCin): void
  refused(name: string, error: CinFileError): void
  line(line: ReportLine): void
  done(imported: object): void
  end(): void
}

function asText({ out }: Io): Say {
  return {
    begin: () => undefined,
    file: (name, { header, children, episodes }) =>
      out(`${name}: year ${header.year ?? 'unknown'}, ${children} children, ${episodes} episodes`),
    refused: (name, { message }) => out(`NOT IMPORTED  ${message}\n  Nothing of ${name} was written.`),
    line: ({ line, child, episode, outcome, says, contradictions = [] }) =>
      out(
        [
          `line ${line}  ${child}${episode ? `  episode of ${episode}` : ''}  ${outcome}: ${says}`,
          ...contradictions.map(({ rule, says: rules }) => `    contradiction ${rule}: ${rules}`),
        ].join('\n'),
      ),
    done: (imported) =>
      out(
        Object.entries(imported)
          .map(([name, count]) => `${name} ${String(count)}`)
          .join(', '),
      ),
    end: () => undefined,
  }
}

/** One document, written as it comes: a line of the report is never held longer than it takes to write. */
function asJson({ out }: Io): Say {
  let files = 0
  let lines = 0
  const open = (head: object) => out(`${files++ > 0 ? ',' : ''}${JSON.stringify(head).slice(0, -1)}`)
  return {
    begin: () => out('{"files":['),
    file: (file, { header, children, episodes }) => {
      lines = 0
      open({ file, header, children, episodes })
      out(',"lines":[')
    },
    refused: (file, { kind, line, column, says }) => {
      open({ file, refused: { kind, line, column, says } })
      out('}')
    },
    line: (line) => out(`${lines++ > 0 ? ',' : ''}${JSON.stringify(line)}`),
    done: (imported) => out(`],"imported":${JSON.stringify(imported)}}`),
    end: () => out(']}'),
  }
}
