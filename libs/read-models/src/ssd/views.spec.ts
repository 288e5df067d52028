import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RawBuilder, sql } from 'kysely'
import {
  assessment,
  authorised,
  cinPlan,
  completed,
  conference,
  contact,
  contactDecided,
  later,
  section47Concluded,
  strategyDiscussion,
} from '../../../case-flow/testing/steps.js'
import { council } from '../../testing/council.js'
import { on, openedOn, recalled, rowsIn, told } from '../../testing/told.js'
import { ssdViews } from './views.js'

/** The columns of the dataset, table by table, in order. */
const dataset = new Map<string, string[]>()
for (const line of readFileSync(join(import.meta.dirname, '../../reference/ssd-tables.csv'), 'utf8')
  .split('\n')
  .slice(1)) {
  const [table = '', column = ''] = line.split(',')
  dataset.set(table, [...(dataset.get(table) ?? []), column])
}

let here: Awaited<ReturnType<typeof council>>
type Row = Readonly<Record<string, unknown>>
const select = async (query: RawBuilder<Row>) => (await query.execute(here.rows.db)).rows
const view = (name: string, where = '1 = 1') => select(sql<Row>`SELECT * FROM ${sql.raw(`${name} WHERE ${where}`)}`)
const rows = async (name: string, where?: string) => (await view(name, where)).map((row) => ({ ...row }))

const protectedChild = told(
  openedOn('2025-06-02'),
  (story) => {
    story.do('correct-person-details', { disabilities: ['VIS', 'LD'], upn: 'A123456789012', reason: 'Known.' })
    story.do('allocate-case', { referral: story.the('referral'), to: 'sam.field', team: 'North' })
  },
  assessment,
  strategyDiscussion(),
  section47Concluded('ICPC'),
  on('2025-06-23'),
  conference(),
  completed({ outcome: 'PROV_OF_SERVICES', factors: ['4B', '3A'] }),
  authorised,
  later(5),
  (story) => {
    const plan = story.the('protectionPlan')
    story.do('make-visit', { plan, seen: true, alone: true, bedroom: false }, { as: 'social-worker' })
    story.do('review-protection-plan', { plan, outcome: 'CONTINUE', reason: 'Still at risk.' })
    const change = { to: 'kim.day', team: 'South', change: 'LEFTRL' } as const
    story.do('reallocate-case', { referral: story.the('referral'), ...change, reason: 'Sam has left.' })
  },
)

beforeAll(async () => {
  here = await council()
  const imported = told(
    recalled('ReferralReceived', '2024-07-01', { referral: 'r9', source: '6' }),
    recalled('ReferralDecided', '2024-07-01', { referral: 'r9', outcome: 'NOT_STATED', need: 'N1', dateUnknown: true }),
    recalled('AssessmentStarted', '2024-07-03', { assessment: 'a9', referral: 'r9' }),
    recalled('Section47Started', '2024-07-10', { section47: 's9', referral: 'r9' }),
    recalled('ConferenceHeld', '2024-07-19', {
      ...{ conference: 'c9', referral: 'r9', kind: 'INITIAL', section47: 's9', outcome: 'NOT_STATED' },
    }),
    recalled('CaseClosed', '2024-09-30', { referral: 'r9', closure: 'NOT_STATED' }),
  )
  const early = told(on('2025-06-02'), contact({ source: '2A' }), contactDecided('EH_REFERRAL'), (story) => {
    const lead = { lead: 'Lee Example', organisation: 'Hill Centre', plan: 'A family plan.' }
    story.do('start-early-help', { contact: story.the('contact'), ...lead })
    story.do('end-early-help', { earlyHelp: story.the('earlyHelp'), ending: 'OUTCOMES_MET', reason: 'It worked.' })
    openedOn('2025-07-01')(story)
    cinPlan(story)
    story.do('make-visit', { plan: story.the('cinPlan'), seen: true }, { as: 'social-worker' })
  })
  const identity = { givenName: 'Robin', familyName: 'Example', upn: 'A123456789012' }
  const asChild = (child: string, { story }: ReturnType<typeof told>) => ({
    child,
    // Every story is of A1; here they are three children.
    rows: JSON.parse(JSON.stringify(rowsIn(story, 'A1', identity)).replaceAll('"A1"', `"${child}"`)) as ReturnType<
      typeof rowsIn
    >,
  })
  await here.rows.replace('rows', 1, [asChild('P1', protectedChild), asChild('I1', imported), asChild('E1', early)])
})
afterAll(() => here.close())

describe('the views of the Standard Safeguarding Dataset', () => {
  it.each(ssdViews.map(({ name }) => name))('%s has exactly the columns of the dataset, in its order', async (name) => {
    const first = (await view(name)).at(0)
    expect(Object.keys(first ?? {})).toEqual(dataset.get(name))
  })

  it('fill every table that our rows can fill', () => {
    const lacking = [...dataset.keys()].filter((table) => !ssdViews.some(({ name }) => name === table))
    expect(lacking.filter(Boolean)).toEqual([
      ...['ssd_family', 'ssd_address', 'ssd_immigration_status', 'ssd_mother', 'ssd_legal_status'],
      ...['ssd_missing', 'ssd_pre_proceedings'],
    ])
  })

  it('show a child, the child’s disabilities one by one, and other identifiers', async () => {
    expect(await rows('ssd_person', "pers_person_id = 'P1'")).toMatchObject([
      {
        pers_forename: 'Robin',
        pers_surname: 'Example',
        pers_sex: 'F',
        pers_dob: '2015-03-04',
        pers_expected_dob: null,
      },
    ])
    const codes = (await rows('ssd_disability')).map(({ disa_disability_code }) => disa_disability_code)
    expect(codes.toSorted()).toEqual(['LD', 'VIS'])
    expect(await rows('ssd_linked_identifiers', "link_person_id = 'P1'")).toMatchObject([
      { link_identifier_type: 'UPN', link_identifier_value: 'A123456789012' },
    ])
  })

  it('leave the name out where the record is restricted', async () => {
    const { story } = told(on('2025-06-02'), (story) => {
      story.do(
        'restrict-record',
        { to: ['the-team-manager'], reason: 'A relative works here.' },
        { as: 'team-manager' },
      )
    })
    await here.rows.replace('rows', 2, [{ child: 'A1', rows: rowsIn(story, 'A1', { givenName: 'Robin' }) }])
    expect(await rows('ssd_person', "pers_person_id = 'A1'")).toMatchObject([{ pers_forename: null, pers_sex: 'F' }])
  })

  it('show a contact, early help and a referral with their outcomes as one object', async () => {
    const [contact] = await rows('ssd_contacts')
    expect(contact).toMatchObject({ cont_contact_date: '2025-06-02', cont_contact_source_desc: 'Schools' })
    expect(contact?.['cont_contact_outcome_json']).toBe(
      '{"NEW_REFERRAL_FLAG":"N","EXISTING_REFERRAL_FLAG":"N","CP_ENQUIRY_FLAG":"N","NFA_FLAG":"N",' +
        '"NON_AGENCY_ADOPTION_FLAG":"N","PRIVATE_FOSTERING_FLAG":"N","ADVICE_FLAG":"N","MISSING_FLAG":"N",' +
        '"OLA_CP_FLAG":"N","OTHER_OUTCOMES_EXIST_FLAG":"Y"}',
    )
    expect(await rows('ssd_early_help_episodes')).toMatchObject([
      { earl_episode_end_reason: 'Outcomes met', earl_episode_organisation: 'Hill Centre' },
    ])
    const [episode] = await rows('ssd_cin_episodes', "cine_person_id = 'P1'")
    expect(episode).toMatchObject({ cine_referral_nfa: 'N', cine_cin_primary_need_code: 'N1', cine_close_date: null })
    expect(JSON.parse(String(episode?.['cine_referral_outcome_json']))).toMatchObject({
      ...{ SINGLE_ASSESSMENT_FLAG: 'Y', NFA_FLAG: 'N', OTHER_OUTCOMES_EXIST_FLAG: 'N' },
    })
  })

  it('show an assessment with its factors, and a plan with the worker who held the case', async () => {
    const [made] = await rows('ssd_cin_assessments', "cina_person_id = 'P1'")
    expect(made).toMatchObject({
      ...{
        cina_assessment_child_seen: 'N',
        cina_assessment_outcome_nfa: 'N',
        cina_assessment_worker_id: 'the-social-worker',
      },
    })
    expect(JSON.parse(String(made?.['cina_assessment_outcome_json']))).toMatchObject({
      ...{ PROV_OF_SERVICES_FLAG: 'Y', NFA_FLAG: 'N', TOTAL_NO_OF_OUTCOMES: '1', COMMENTS: '' },
    })
    expect(await rows('ssd_assessment_factors')).toMatchObject([{ cinf_assessment_factors_json: '["3A","4B"]' }])
    expect(await rows('ssd_cin_plans')).toMatchObject([
      { cinp_cin_plan_start_date: '2025-07-01', cinp_cin_plan_team: null },
    ])
    expect(await rows('ssd_cin_visits')).toMatchObject([{ cinv_cin_visit_seen: 'Y', cinv_cin_visit_bedroom: null }])
  })

  it('show an enquiry, its conference with its target, and what became of the plan', async () => {
    const [enquiry] = await rows('ssd_s47_enquiry', "s47e_person_id = 'P1'")
    expect(enquiry).toMatchObject({ s47e_s47_nfa: 'N', s47e_s47_completed_by_team: 'MASH' })
    expect(JSON.parse(String(enquiry?.['s47e_s47_outcome_json']))).toMatchObject({ CP_CONFERENCE_FLAG: 'Y' })
    const [held] = await rows('ssd_initial_cp_conference', "icpc_person_id = 'P1'")
    expect(held).toMatchObject({
      ...{ icpc_icpc_target_date: '2025-06-23', icpc_icpc_date: '2025-06-23', icpc_icpc_transfer_in: 'N' },
      ...{ icpc_icpc_outcome_cp_flag: 'Y', icpc_cp_plan_id: protectedChild.story.the('protectionPlan') },
    })
    expect(await rows('ssd_cp_plans')).toMatchObject([
      { cppl_cp_plan_initial_category: 'Neglect', cppl_cp_plan_ola: 'N', cppl_icpc_id: held?.['icpc_icpc_id'] },
    ])
    expect(await rows('ssd_cp_visits')).toMatchObject([{ cppv_cp_visit_seen_alone: 'Y', cppv_cp_visit_bedroom: 'N' }])
    expect(await rows('ssd_cp_reviews')).toMatchObject([
      { cppr_cp_review_due: '2025-09-23', cppr_cp_review_date: '2025-06-28', cppr_cp_review_outcome_continue_cp: 'Y' },
    ])
  })

  it('name the workers who held a case, one after the other, and every worker and team once', async () => {
    expect(await rows('ssd_involvements', '1 = 1 ORDER BY invo_involvement_start_date')).toMatchObject([
      { invo_professional_id: 'sam.field', invo_involvement_end_date: '2025-06-28', invo_worker_change_reason: null },
      { invo_professional_id: 'kim.day', invo_involvement_end_date: null, invo_worker_change_reason: 'LEFTRL' },
    ])
    const ids = (await rows('ssd_professionals')).map(({ prof_professional_id }) => prof_professional_id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['sam.field', 'kim.day', 'the-social-worker']))
    expect(ids).not.toContain('cin-census')
    expect((await rows('ssd_department')).map(({ dept_team_id }) => dept_team_id).toSorted()).toEqual([
      ...['MASH', 'North', 'South'],
    ])
  })

  it('leave empty what an imported return did not say', async () => {
    const [episode] = await rows('ssd_cin_episodes', "cine_person_id = 'I1'")
    expect(episode).toMatchObject({ cine_close_reason: null, cine_close_date: '2024-09-30', cine_referral_team: null })
    expect(Object.values(JSON.parse(String(episode?.['cine_referral_outcome_json'])) as object)).toEqual(
      Array(10).fill(''),
    )
    expect(await rows('ssd_cin_assessments', "cina_person_id = 'I1'")).toMatchObject([
      { cina_assessment_child_seen: null, cina_assessment_outcome_nfa: null, cina_assessment_worker_id: null },
    ])
    const [enquiry] = await rows('ssd_s47_enquiry', "s47e_person_id = 'I1'")
    expect(JSON.parse(String(enquiry?.['s47e_s47_outcome_json']))).toMatchObject({ CP_CONFERENCE_FLAG: 'Y' })
    expect(await rows('ssd_initial_cp_conference', "icpc_person_id = 'I1'")).toMatchObject([
      { icpc_icpc_outcome_cp_flag: null, icpc_icpc_worker_id: null, icpc_icpc_target_date: '2024-07-31' },
    ])
  })
})
