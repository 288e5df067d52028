import { mistakes } from '../calibration.js'
import type { Family } from '../family/family.js'
import type { Member } from '../family/member.js'
import { assessmentAccounts, assessmentReasons } from './assessments.js'
import { closingAccounts, closingReasons } from './closing.js'
import { concerns } from './concerns.js'
import { contactAccounts } from './contacts.js'
import { contactReasons } from './decisions.js'
import { protectionAccounts, protectionReasons } from './protection.js'
import { recordReasons } from './records.js'
import { isSlot, slots } from './slots.js'
import { filled } from './text.js'
import { voices } from './voices.js'

const accounts = {
  ...concerns,
  ...contactAccounts,
  ...voices,
  ...assessmentAccounts,
  ...protectionAccounts,
  ...closingAccounts,
}
const reasons = { ...contactReasons, ...assessmentReasons, ...protectionReasons, ...closingReasons, ...recordReasons }
const texts = { ...accounts, ...reasons }

export type Topic = keyof typeof texts

/** Somebody writes about the children of a family. An account is of each child; of reasons some are copied. */
export function writing(family: Family): (topic: Topic, member: Member) => string {
  const forAll = family.chance.is(mistakes.forAllSiblings) ? new Map<Topic, string>() : undefined
  return (topic, member) => {
    if (!Object.hasOwn(reasons, topic)) return write(family, topic, member)
    const text = forAll?.get(topic) ?? reason(family, topic, member)
    forAll?.set(topic, text)
    return text
  }
}

/** Now and then what was written about the family before is pasted, whatever it was about. */
function reason(family: Family, topic: Topic, member: Member): string {
  const { chance, written } = family
  const [last] = written
  if (last !== undefined && chance.is(mistakes.pasted)) return last
  const text = write(family, topic, member)
  written[0] = text
  return text
}

function write(family: Family, topic: Topic, member: Member): string {
  const say = (slot: string) => (isSlot(slot) ? slots[slot](family, member) : slot)
  return texts[topic].map((ways) => filled(family.chance.pick(ways), say)).join(' ')
}
