import { definitions, happened } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { Imported, recordedHere } from '../../testing/importing.js'
import { ASSESSMENT, CASE, PERSON, after, last, next } from '../../testing/later.js'
import { childOf } from '../../testing/writing.js'

describe('what was recorded here', () => {
  const referral = happened(definitions.ReferralReceived, { referral: 'R1', source: '2A', concern: 'Heard at school.' })

  it('is taken as the same episode where the day is the same, and is never changed: differences are told', async () => {
    const imported = new Imported()
    imported.remember(
      recordedHere('T1', '2024-05-01', happened(definitions.PersonRegistered, { sex: 'M' })),
      recordedHere('T1', '2024-06-03T09:30+01:00', referral),
    )
    const { events, lines } = await imported.take(
      last(childOf('<Sex>F</Sex>', `${CASE}<Assessments>${ASSESSMENT}</Assessments>`)),
    )
    expect(events).toEqual([])
    expect(lines[0]?.says).toContain('Sex: the file differs from what is here, which a worker recorded.')
    expect(lines[1]).toMatchObject({ outcome: 'unchanged', episode: '2024-06-03' })
    expect(lines[1]?.says).toContain('It was recorded here, so the import changes nothing of it.')
    expect(lines[1]?.says).toContain('Source: 6 in the file, 2A here, which a worker recorded.')
    expect(lines[1]?.says).toContain('Assessment started on 10 June 2024 is in the file and not in the record here.')
  })

  it('stands where it corrected or took back what an import brought', async () => {
    const imported = new Imported()
    const file = last(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}</Assessments>`))
    const { events } = await imported.take(file)
    const id = (type: string) => events.find((event) => event.type === type)?.id ?? ''
    const correct = (event: string, what: object) =>
      recordedHere(
        'T1',
        '2026-11-20',
        happened(definitions.DecisionCorrected, { event, ...what, reason: 'It was entered wrongly.' }),
      )
    imported.remember(
      correct(id('ReferralReceived'), { changed: { occurredAt: '2024-06-04' } }),
      correct(id('AssessmentStarted'), { withdrawn: true }),
      recordedHere('T1', '2026-11-20', happened(definitions.PersonDetailsCorrected, { ethnicity: 'WIRI' })),
    )
    const again = await imported.take(next(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}</Assessments>`)))
    expect(again.events).toEqual([])
    expect(again.lines[1]?.says).toContain('Day of referral received: 3 June 2024 in the file, 4 June 2024 here')
    expect(again.lines[1]?.says).toContain(
      'Assessment started on 10 June 2024 was imported before and taken back since.',
    )
  })

  it('does not stand in for an imported episode that was moved to another day', async () => {
    const imported = new Imported()
    const { events } = await imported.take(last(childOf(PERSON, CASE)))
    const moved = {
      event: events.find(({ type }) => type === 'ReferralReceived')?.id ?? '',
      changed: { occurredAt: '2024-06-05' },
    }
    imported.remember(
      recordedHere(
        'T1',
        '2026-11-20',
        happened(definitions.DecisionCorrected, { ...moved, reason: 'It came on Wednesday.' }),
      ),
      recordedHere('T1', '2024-06-03', referral),
    )
    const { lines } = await imported.take(next(childOf(PERSON, CASE)))
    expect(lines[1]?.says).toContain('Day of referral received: 3 June 2024 in the file, 5 June 2024 here')
    expect(lines[1]?.says).not.toContain('It was recorded here')
  })

  it('is not brought back item by item where a whole episode was taken back', async () => {
    const imported = new Imported()
    const { events } = await imported.take(last(childOf(PERSON, CASE)))
    for (const { id } of events.filter(({ type }) => type.startsWith('Referral')))
      imported.remember(
        recordedHere(
          'T1',
          '2026-11-20',
          happened(definitions.DecisionCorrected, { event: id, withdrawn: true, reason: 'Another child.' }),
        ),
      )
    const again = await imported.take(next(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}</Assessments>`)))
    expect(again.events).toEqual([])
  })

  it('closes a case of which an import brought only the reason for closure', async () => {
    const imported = new Imported()
    const reason = '<ReasonForClosure>RC7</ReasonForClosure>'
    await imported.take(last(childOf(PERSON, CASE + reason)))
    const referral = imported.history('T1').state.referrals[0]?.id ?? ''
    const closed = happened(definitions.CaseClosed, { referral, closure: 'RC5', reason: 'The family moved.' })
    imported.remember(recordedHere('T1', '2025-06-02', closed))
    const dated = `<CINclosureDate>2025-05-30</CINclosureDate>${reason}`
    for (const file of [next(childOf(PERSON, CASE + dated)), last(childOf(PERSON, CASE + reason))]) {
      const { events, lines } = await imported.take(file)
      expect(events).toEqual([])
      expect(lines[1]?.says).toContain('Reason for closure: RC7 in the file, RC5 here, which a worker recorded.')
    }
    expect(imported.history('T1').state.referrals[0]).toMatchObject({ closedAt: '2025-06-02', closureReason: 'RC5' })
  })

  it('goes on from an imported episode, and an item recorded here is not changed', async () => {
    const imported = new Imported()
    await imported.take(last(childOf(PERSON, CASE)))
    const referral = imported.history('T1').state.referrals[0]?.id ?? ''
    const started = happened(definitions.AssessmentStarted, { assessment: 'A1', referral })
    imported.remember(recordedHere('T1', '2024-06-10', started))
    const authorised = '<AssessmentAuthorisationDate>2025-04-10</AssessmentAuthorisationDate>'
    const { events, lines } = await imported.take(
      next(childOf(PERSON, `${CASE}<Assessments>${ASSESSMENT}${authorised}</Assessments>`)),
    )
    expect(events).toEqual([])
    expect(lines[1]?.says).toContain(
      'Assessment authorised on 10 April 2025 is in the file and not in the record here.',
    )
  })
})

describe('the report', () => {
  it('holds no name, no UPN and no date of birth or death', async () => {
    const secret = ['A123456789123', '2015-03-04', '2025-12-01', '4 March 2015', '1 December 2025']
    const person = `<UPN>A123456789123</UPN>${PERSON}<PersonDeathDate>2025-12-01</PersonDeathDate>`
    const { lines } = await after(
      last(childOf(person, CASE)),
      next(childOf(person.replace('2025-12-01', '2025-11-01'), CASE)),
    )
    for (const each of secret) expect(JSON.stringify(lines)).not.toContain(each)
  })

  it('holds no date of death where it was corrected or taken back here either', async () => {
    for (const what of [{ changed: { deathDate: '2025-11-01' } }, { withdrawn: true }]) {
      const imported = new Imported()
      const file = last(childOf(`${PERSON}<PersonDeathDate>2025-01-03</PersonDeathDate>`, CASE))
      const { events } = await imported.take(file)
      const event = events.find(({ type }) => type === 'DeathRecorded')?.id ?? ''
      imported.remember(
        recordedHere(
          'T1',
          '2026-11-20',
          happened(definitions.DecisionCorrected, { event, ...what, reason: 'Told by the hospital.' }),
        ),
      )
      const { lines } = await imported.take(file)
      expect(lines[0]?.says).toMatch(
        /date of death: the file differs|Death recorded was imported before and taken back/i,
      )
      expect(JSON.stringify(lines)).not.toMatch(/2025-01-03|3 January|2025-11-01|1 November/)
    }
  })
})
