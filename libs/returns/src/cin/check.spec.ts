import { describe, expect, it } from '@jest/globals'
import { fileWith, sample } from '../../testing/importing.js'
import { childOf, returnOf } from '../../testing/writing.js'
import { CinFileError, checkCin, leftOutLines } from '../index.js'

const NFA =
  '<CINreferralDate>2025-06-03</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>1</ReferralNFA>'
const clean = returnOf(childOf('<Sex>F</Sex>', NFA))

async function refused(content: string | Uint8Array) {
  const file = fileWith(content)
  const error = await checkCin(file).catch((caught: unknown) => caught)
  if (!(error instanceof CinFileError)) throw new Error(`Not refused: ${JSON.stringify(error)}`)
  expect(error.file).toBe(file)
  expect(error.says).toMatch(/^[A-Z].+\.$/)
  return error
}

describe('a file that can be imported', () => {
  it('is told by its header, its children and its episodes', async () => {
    const { header, children, episodes, leftOut } = await checkCin(sample('d2i-sample-cin.xml'))
    expect(header).toEqual({ collection: 'CIN', year: 2022, referenceDate: '2022-07-21', authority: '975' })
    expect([children, episodes]).toEqual([332, 402])
    expect(leftOut).toEqual([])
  })

  it('is passed through piece by piece, and says how far it has come', async () => {
    const seen: number[] = []
    await checkCin(sample('d2i-sample-cin.xml'), ({ bytes, of }) => seen.push(bytes / of))
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted())
    expect(seen.at(-1)).toBe(1)
  })

  it('may lack its header, and may hold children no longer listed by wrappers', async () => {
    const { header, children } = await checkCin(fileWith(`<Message><Children>${childOf('', NFA)}</Children></Message>`))
    expect([header, children]).toEqual([{}, 1])
  })
})

describe('what a file holds beyond what is read', () => {
  it('is told once for each element, with its first line and how often it comes', async () => {
    const extra = `${NFA}
<PreProceedingsandFGDM><PPStartDate>2025-07-01</PPStartDate></PreProceedingsandFGDM>
<PreProceedingsandFGDM/>`
    const checked = await checkCin(fileWith(returnOf(childOf('', extra))))
    expect(checked.leftOut).toEqual([
      { element: 'PreProceedingsandFGDM', line: 13, count: 2, why: 'It is not an element that is read here.' },
    ])
    expect(leftOutLines(checked)[0]).toMatchObject({
      line: 13,
      outcome: 'not imported',
      says: 'PreProceedingsandFGDM, 2 times in the file. It is not an element that is read here.',
    })
  })

  it('includes the targets of conferences, which are understood and not recorded', async () => {
    const enquiry = `${NFA}<Section47><S47ActualStartDate>2025-06-03</S47ActualStartDate><InitialCPCtarget>2025-06-24</InitialCPCtarget></Section47>`
    const { leftOut } = await checkCin(fileWith(returnOf(childOf('', enquiry))))
    expect(leftOut.map(({ element }) => element)).toEqual(['InitialCPCtarget'])
  })

  it('includes an element that stands where it is not looked for', async () => {
    const { leftOut } = await checkCin(
      fileWith(returnOf(childOf('', `${NFA}<Assessments><PrimaryNeedCode>N1</PrimaryNeedCode></Assessments>`))),
    )
    expect(leftOut).toMatchObject([{ element: 'PrimaryNeedCode', why: expect.stringContaining('inside Assessments') }])
  })
})

describe('a file that is refused', () => {
  it('says on which line and at which column it is not well-formed', async () => {
    const error = await refused('<Message>\n  <Children>\n    <Child></Chidl>\n  </Children>\n</Message>')
    expect(error).toMatchObject({ kind: 'malformed', line: 3, column: 19 })
    expect(error.message).toContain('line 3, column 19')
  })

  it('says so even where it breaks off at the very end', async () => {
    expect(await refused(clean.slice(0, -5))).toMatchObject({ kind: 'malformed', line: 15 })
  })

  it('has a DOCTYPE, whatever that may define', async () => {
    const bomb = `<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<Message>&b;</Message>`
    expect(await refused(bomb)).toMatchObject({ kind: 'doctype', line: 1 })
  })

  it('uses an entity that XML itself does not have', async () => {
    expect(await refused('<Message>\n<Header>&x;</Header></Message>')).toMatchObject({ kind: 'malformed', line: 2 })
  })

  it('is another document, or the return of another collection', async () => {
    expect(await refused('<SSDA903/>')).toMatchObject({ kind: 'not-a-return', line: 1 })
    expect(await refused(clean.replace('>CIN<', '>CSWW<'))).toMatchObject({ kind: 'not-a-return', line: 8 })
    expect(await refused('<Message></Message>')).toMatchObject({ kind: 'not-a-return' })
    expect(await refused('')).toMatchObject({ kind: 'malformed' })
  })

  it('holds bytes that are not of its encoding, or declares one that is not read', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<Message>\n<Header>'),
      Buffer.from([0xe9]),
      Buffer.from('</Header></Message>'),
    ])
    expect(await refused(bytes)).toMatchObject({ kind: 'encoding', line: 2, column: 8 })
    expect(await refused('<?xml version="1.0" encoding="EBCDIC"?><Message/>')).toMatchObject({ kind: 'encoding' })
  })

  it('holds an entry that does not end', async () => {
    const endless = `<Message><Header>${'x'.repeat(1_200_000)}`
    expect(await refused(endless)).toMatchObject({ kind: 'malformed', says: expect.stringContaining('longer than') })
  })

  it('cannot be opened', async () => {
    await expect(checkCin('nowhere.xml')).rejects.toMatchObject({ kind: 'unreadable', line: 0 })
  })
})
