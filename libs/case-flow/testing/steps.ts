import type { InputOfAct } from '../src/index.js'
import type { Circumstances, Step } from './story.js'

/** A child known by name, born in 2015. All names in tests are invented. */
export const registered: Step = (story) =>
  void story.do('register-person', { givenName: 'Robin', familyName: 'Example', birthDate: '2015-03-04', sex: 'F' })

export const unborn: Step = (story) =>
  void story.do('register-unborn', { expectedBirthDate: '2025-10-01', familyName: 'Example' })

export const contact =
  (extra: Partial<InputOfAct<'receive-contact'>> = {}, on?: Circumstances): Step =>
  (story) =>
    void story.do('receive-contact', { source: '6', concern: 'Shouting was heard.', ...extra }, on)

export const contactDecided =
  (outcome: InputOfAct<'decide-contact'>['outcome'], on?: Circumstances): Step =>
  (story) =>
    void story.do(
      'decide-contact',
      { contact: story.the('contact'), outcome, reason: 'Because of what was heard.' },
      on,
    )

/** A contact that became a referral. */
export const referral: Step = (story) => {
  contact()(story)
  contactDecided('CIN_REFERRAL')(story)
}

export const referralDecided =
  (outcome: InputOfAct<'decide-referral'>['outcome'], on?: Circumstances): Step =>
  (story) =>
    void story.do(
      'decide-referral',
      {
        referral: story.the('referral'),
        outcome,
        need: 'N1',
        reason: 'Because of what was found.',
        actions: 'A parenting course.',
      },
      on,
    )

/** A case open for assessment. */
export const openCase: Step = (story) => {
  referral(story)
  referralDecided('ASSESSMENT')(story)
}

export const assessment: Step = (story) =>
  void story.do('start-assessment', { referral: story.the('referral') }, { as: 'social-worker' })

export const completed =
  (extra: Partial<InputOfAct<'complete-assessment'>> = {}): Step =>
  (story) =>
    void story.do(
      'complete-assessment',
      { assessment: story.the('assessment'), outcome: 'NFA', factors: ['21'], analysis: 'What it comes to.', ...extra },
      { as: 'social-worker' },
    )

export const authorised: Step = (story) =>
  void story.do('authorise-assessment', { assessment: story.the('assessment') }, { as: 'team-manager' })

/** An open case whose assessment is authorised. */
export const assessed: Step = (story) => {
  for (const step of [openCase, assessment, completed({ outcome: 'PROV_OF_SERVICES', factors: ['4B'] }), authorised])
    step(story)
}

export const strategyDiscussion =
  (extra: Partial<InputOfAct<'hold-strategy-discussion'>> = {}): Step =>
  (story) =>
    void story.do('hold-strategy-discussion', {
      about: story.the('referral'),
      agencies: ['POLICE', 'HEALTH', 'SOCIAL_CARE'],
      outcome: 'SECTION_47',
      reason: 'Reasonable cause to suspect significant harm.',
      ...extra,
    })

export const section47Concluded =
  (outcome: InputOfAct<'conclude-section-47'>['outcome']): Step =>
  (story) =>
    void story.do('conclude-section-47', { section47: story.the('section47'), outcome, reason: 'What was found.' })

export const conference =
  (extra: Partial<InputOfAct<'hold-conference'>> = {}): Step =>
  (story) =>
    void story.do('hold-conference', {
      referral: story.the('referral'),
      kind: 'INITIAL',
      section47: story.the('section47'),
      outcome: 'CP',
      category: 'NEG',
      reason: 'Likely to suffer significant harm.',
      ...extra,
    })

/** A child with a protection plan made at a conference. */
export const protectionPlan: Step = (story) => {
  for (const step of [openCase, strategyDiscussion(), section47Concluded('ICPC'), conference()]) step(story)
}

export const cinPlan: Step = (story) =>
  void story.do('start-cin-plan', { referral: story.the('referral'), agreed: 'Weekly visits.' })

export const stepDownProposed: Step = (story) =>
  void story.do('propose-step-down', {
    referral: story.the('referral'),
    actions: 'Keep the school mornings.',
    reason: 'Things are better.',
  })

export const earlyHelp: Step = (story) => {
  for (const step of [contact(), contactDecided('EH_REFERRAL')]) step(story)
  story.do('start-early-help', { contact: story.the('contact'), lead: 'Lee Example', plan: 'A family plan.' })
}

/** So many days later. */
export const later =
  (days: number): Step =>
  (story) => {
    story.now = new Date(Date.parse(story.now) + days * 86_400_000).toISOString()
  }
