import { describe, expect, it } from '@jest/globals'
import { fileWith, sample } from '../../testing/importing.js'
import { childOf, returnOf } from '../../testing/writing.js'
import { type CinChild, readCin, readHeader } from '../index.js'

async function read(content: string | Uint8Array): Promise<CinChild[]> {
  const children: CinChild[] = []
  for await (const child of readCin(fileWith(content))) children.push(child)
  return children
}

async function one(person: string, ...episodes: readonly string[]): Promise<CinChild> {
  const [child] = await read(returnOf(childOf(person, ...episodes)))
  if (!child) throw new Error('There is no child.')
  return child
}

const REFERRAL = '<CINreferralDate>2025-06-03</CINreferralDate>'

describe('the shapes of returns, 2017 to 2026', () => {
  it('reads a child with the lines of the file it and its episodes start on', async () => {
    const child = await one('<Sex>F</Sex>', REFERRAL, '<CINreferralDate>2025-07-01</CINreferralDate>')
    expect(child).toMatchObject({ line: 10, id: 'T1', from: { authority: '301', referenceDate: '2026-03-31' } })
    expect(child.episodes.map(({ line, referralDate }) => [line, referralDate])).toEqual([
      [12, '2025-06-03'],
      [13, '2025-07-01'],
    ])
    expect(child.problems).toEqual([])
  })

  it.each([
    ['<Sex>F</Sex>', 'F'],
    ['<GenderCurrent>1</GenderCurrent>', 'M'],
    ['<GenderCurrent>2</GenderCurrent>', 'F'],
    ['<GenderCurrent>0</GenderCurrent>', 'U'],
    ['<GenderCurrent>9</GenderCurrent>', 'U'],
    ['<Sex>2</Sex>', 'F'],
    ['<Sex/><GenderCurrent>1</GenderCurrent>', 'M'],
  ])('reads %s as %s', async (element, sex) => {
    expect((await one(element)).person.sex).toBe(sex)
  })

  it.each(['true', 'TRUE', '1', 'Y', 'y', 'Yes'])('reads %s as yes', async (yes) => {
    expect((await one('', `${REFERRAL}<ReferralNFA>${yes}</ReferralNFA>`)).episodes[0]?.nfa).toBe(true)
  })

  it.each(['false', 'False', '0', 'N', 'no'])('reads %s as no', async (no) => {
    expect((await one('', `${REFERRAL}<ReferralNFA>${no}</ReferralNFA>`)).episodes[0]?.nfa).toBe(false)
  })

  it.each([
    '<Disabilities><Disability>MOB</Disability><Disability>LD</Disability></Disabilities>',
    '<Disability>MOB</Disability><Disability>LD</Disability>',
    '<Disabilities><Disability>MOB</Disability></Disabilities><Disabilities><Disability>LD</Disability></Disabilities>',
    '<Disabilities>MOB</Disabilities><Disability>LD</Disability>',
  ])('reads disabilities from %s', async (disabilities) => {
    expect((await one(disabilities)).person.disabilities).toEqual(['MOB', 'LD'])
  })

  const F = 'FactorsIdentifiedAtAssessment'
  it.each([
    `<${F}><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors></${F}>`,
    `<${F}><AssessmentFactors>2B</AssessmentFactors></${F}><${F}><AssessmentFactors>4B</AssessmentFactors></${F}>`,
    '<AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors>',
    `<${F}>2B</${F}><${F}>4B</${F}>`,
  ])('reads factors from %s', async (factors) => {
    const start = '<AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate>'
    const child = await one('', `${REFERRAL}<Assessments>${start}${factors}</Assessments>`)
    expect(child.episodes[0]?.assessments).toEqual([
      { line: 12, start: '2025-06-03', factors: ['2B', '4B'], reviews: [] },
    ])
  })

  it('reads the reviews of a plan from one group, several groups, or none', async () => {
    const reviews = `<Reviews><CPPreviewDate>2025-09-01</CPPreviewDate><CPPreviewDate>2026-01-05</CPPreviewDate></Reviews>
<Reviews><CPPreviewDate>2026-03-02</CPPreviewDate></Reviews><CPPreviewDate>2026-03-30</CPPreviewDate>`
    const plan = `<ChildProtectionPlans><CPPstartDate>2025-06-10</CPPstartDate>${reviews}</ChildProtectionPlans>`
    const child = await one('', REFERRAL + plan)
    expect(child.episodes[0]?.protectionPlans[0]?.reviews).toEqual([
      '2025-09-01',
      '2026-01-05',
      '2026-03-02',
      '2026-03-30',
    ])
  })

  it('reads ReferralNFA wherever it stands in the episode', async () => {
    const nfa = '<ReferralNFA>1</ReferralNFA>'
    for (const episode of [
      nfa + REFERRAL,
      `${REFERRAL}<Section47><S47ActualStartDate>2025-06-04</S47ActualStartDate>${nfa}</Section47>`,
    ])
      expect((await one('', episode)).episodes[0]).toMatchObject({
        nfa: true,
        referralDate: '2025-06-03',
        problems: [],
      })
  })

  it('keeps the conference of the episode apart from that of an enquiry', async () => {
    const child = await one(
      '',
      `${REFERRAL}<DateOfInitialCPC>2025-06-20</DateOfInitialCPC><Section47><S47ActualStartDate>2025-06-04</S47ActualStartDate>
<DateOfInitialCPC>2025-06-18</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>`,
    )
    expect(child.episodes[0]).toMatchObject({
      transferIn: '2025-06-20',
      section47s: [{ start: '2025-06-04', conference: '2025-06-18', conferenceNotRequired: false }],
    })
  })

  it('passes over empty elements, white space, comments and text between elements', async () => {
    const child = await one(
      '<UPN/><UPNunknown> UN3\n</UPNunknown>PersonBirthDate<PersonBirthDate>\t2015-03-27 </PersonBirthDate>',
      `${REFERRAL}<ReferralSource><![CDATA[6]]></ReferralSource><PrimaryNeedCode>N<!-- one -->1</PrimaryNeedCode><Assessments/>`,
    )
    expect(child.person).toMatchObject({ upn: undefined, upnUnknown: 'UN3', birthDate: '2015-03-27' })
    expect(child.episodes[0]).toMatchObject({ source: '6', need: 'N1', assessments: [], problems: [] })
  })

  it('reads a namespace, a BOM, a missing header, codes in small letters and days written as midnight', async () => {
    const children = `<c:Children>${childOf('<Ethnicity>wbri</Ethnicity>', '<CINreferralDate>2025-06-03T00:00:00</CINreferralDate>')}</c:Children>`
    const [child] = await read(`\uFEFF<c:Message xmlns:c="urn:cin" xmlns="urn:cin">${children}</c:Message>`)
    expect(child).toMatchObject({ from: {}, person: { ethnicity: 'WBRI' }, episodes: [{ referralDate: '2025-06-03' }] })
  })

  it.each(['ISO-8859-1', 'Windows-1252'])('reads a file in %s', async (encoding) => {
    const text = returnOf(childOf('<!-- é --><Sex>F</Sex>', REFERRAL)).replace('UTF-8', encoding)
    const [child] = await read(Buffer.from(text, 'latin1'))
    expect(child).toMatchObject({ id: 'T1', person: { sex: 'F' } })
  })

  it('reads the header no further than it must, and gives an empty one where there is none', async () => {
    expect(await readHeader(sample('cin-sample-clean.xml'))).toMatchObject({ year: 2026, authority: '301' })
    expect(await readHeader(fileWith('<Message><Children><Child/>broken'))).toEqual({})
  })

  it('numbers the episodes of one child and day through all of its blocks', async () => {
    const children = await read(
      returnOf(
        [childOf('', REFERRAL), childOf('<LAchildID>T2</LAchildID>', REFERRAL), childOf('', REFERRAL, REFERRAL)].join(
          '\n',
        ),
      ),
    )
    expect(children.map(({ id, episodes }) => [id, episodes.map(({ ordinal }) => ordinal)])).toEqual([
      ['T1', [0]],
      ['T2', [0]],
      ['T1', [1, 2]],
    ])
  })
})

describe('values that cannot be understood', () => {
  it('are told with their line, element and value, and what can be kept is kept', async () => {
    const child = await one(
      '',
      `${REFERRAL}\n<PrimaryNeedCode>N11</PrimaryNeedCode>\n<CINclosureDate>2021-02-30</CINclosureDate>`,
    )
    expect(child.episodes[0]).toMatchObject({ referralDate: '2025-06-03', need: undefined, closedOn: undefined })
    expect(child.episodes[0]?.problems).toEqual([
      {
        line: 13,
        element: 'PrimaryNeedCode',
        says: 'PrimaryNeedCode N11 cannot be understood, so it is not recorded.',
      },
      {
        line: 14,
        element: 'CINclosureDate',
        says: 'CINclosureDate 2021-02-30 cannot be understood, so it is not recorded.',
      },
    ])
  })

  it('are never told where they might identify somebody', async () => {
    const secrets = ['A12345', 'Robin Example', '1066-04-13', '2015-02-31']
    const [upn, name, expected, born] = secrets
    const child = await one(
      `<UPN>${upn}</UPN><UPNunknown>${name}</UPNunknown><ExpectedPersonBirthDate>${expected}</ExpectedPersonBirthDate><PersonBirthDate>${born}</PersonBirthDate>`,
    )
    const told = child.problems.map(({ says }) => says).join('\n')
    expect(child.problems).toHaveLength(4)
    for (const secret of secrets) expect(told).not.toContain(secret)
    expect(told).toContain('The UPN cannot be understood, so it is not recorded.')
  })

  it('include the word by which the record itself says that nothing was stated', async () => {
    const child = await one('', `${REFERRAL}<ReasonForClosure>NOT_STATED</ReasonForClosure>`)
    expect(child.episodes[0]).toMatchObject({ closure: undefined, problems: [{ element: 'ReasonForClosure' }] })
  })

  it('leave an item out only where they would have dated it', async () => {
    const child = await one(
      '',
      `${REFERRAL}<Assessments><AssessmentActualStartDate>soon</AssessmentActualStartDate></Assessments>`,
    )
    expect(child.episodes[0]?.assessments).toEqual([])
    expect(child.episodes[0]?.problems.map(({ says }) => says)).toEqual([
      'AssessmentActualStartDate soon cannot be understood, so it is not recorded.',
      'The assessment has no AssessmentActualStartDate that can be understood, so none of it is recorded.',
    ])
  })

  it('are told where one element is given twice and the two differ', async () => {
    const child = await one('<Ethnicity>WBRI</Ethnicity><Ethnicity>WIRI</Ethnicity><Sex>F</Sex><Sex>F</Sex>')
    expect(child.person.ethnicity).toBe('WBRI')
    expect(child.problems).toMatchObject([{ says: 'Ethnicity is given more than once. The first is kept.' }])
  })

  it.each(['', '<LAchildID/>', '<LAchildID>has spaces</LAchildID>', '<LAchildID>x123456789012345678901</LAchildID>'])(
    'leave a child without an id where it is %s',
    async (id) => {
      const [child] = await read(returnOf(`<Child><ChildIdentifiers>${id}</ChildIdentifiers></Child>`))
      expect(child?.id).toBeUndefined()
    },
  )
})

describe('values that are kept although they are not as they should be', () => {
  it.each(['GenderCurrent', 'Sex'])('include %s 9 (indeterminate), which becomes U', async (element) => {
    const { person, problems } = await one(`<${element}>9</${element}>`)
    expect(person.sex).toBe('U')
    expect(problems).toEqual([{ line: 11, element, says: `${element} 9 (indeterminate) is kept as U.`, kept: true }])
  })

  it('include a UPN whose check letter does not fit, which is not told', async () => {
    const { person, problems } = await one('<UPN>a123456789123</UPN>')
    expect(person.upn).toBe('A123456789123')
    expect(problems).toMatchObject([{ element: 'UPN', kept: true, says: expect.stringContaining('rule 1510') }])
    expect(JSON.stringify(problems)).not.toMatch(/a123456789123/i)
  })

  it.each(['P123456789123', 'A12345678912B'])('do not include the UPN %s, which fits or has no check', async (upn) => {
    expect((await one(`<UPN>${upn}</UPN>`)).problems).toEqual([])
  })
})
