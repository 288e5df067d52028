import { defaultPolicy } from '@front-door/policy'
import { describe, expect, it } from '@jest/globals'
import { eventDefinitions, eventSchemas, flowInMarkdown, stateDiagram } from '../index.js'

describe('the picture of the flow', () => {
  it('is drawn from the table', () => {
    expect(stateDiagram('assessment')).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> started : start-assessment',
        '  started --> completed : complete-assessment',
        '  returned --> completed : complete-assessment',
        '  completed --> authorised : authorise-assessment',
        '  completed --> returned : return-assessment',
      ].join('\n'),
    )
  })

  it('lists every act with who may do it and which clock it stops', () => {
    expect(flowInMarkdown(defaultPolicy.may)).toContain(
      '| `decide-contact` | Decide what happens after a contact | contact (received, screening) | screening-social-worker, edt, team-manager | contactDecision, priorityRed, priorityAmber, priorityGreen | priority, history, partner-information, consent, voice |',
    )
  })
})

describe('the JSON Schema of the events', () => {
  it('has every event, and marks what is sealed', () => {
    const { $defs } = eventSchemas() as {
      $defs: Record<string, { properties: Record<string, { description?: string }> }>
    }
    expect(Object.keys($defs)).toEqual(eventDefinitions.map(({ type }) => type))
    expect($defs['ContactDecided']?.properties['reason']?.description).toContain('Sealed')
  })
})
