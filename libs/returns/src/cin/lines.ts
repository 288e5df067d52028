import { type Child, type FreshEvent, contradictions, findItem, newContradictions } from '@front-door/case-flow'
import type { CinChild } from './child.js'
import { inWords } from './about.js'
import type { EpisodeNews } from './episode-news.js'
import type { PersonNews } from './person-news.js'
import { type ReportLine, type ReportedContradiction, problemLines, undone } from './report.js'
import { type Weighed, together } from './weigh.js'

/** Everything that a child came to. */
export interface Outcome {
  readonly child: CinChild
  readonly person: PersonNews
  readonly told: readonly EpisodeNews[]
  readonly before: Child
  readonly after: Child
}

/** A line for the child, one for each of its episodes, and after each those of the entries that could not be taken. */
export function linesOf(outcome: Outcome): readonly ReportLine[] {
  const { child, told, after } = outcome
  const broken = contradictions(after).map(({ rule, says, about }) => ({
    rule,
    says,
    referral: referralOf(after, about),
  }))
  return [
    personLine(outcome),
    ...problemLines(child.problems, after.id),
    ...child.episodes.flatMap((episode) => {
      const news = told.find((each) => each.episode === episode)
      const line = news
        ? episodeLine(
            news,
            after.id,
            broken.filter(({ referral }) => referral === news.referral),
          )
        : undone(episode, after.id, NO_DATE)
      return [line, ...problemLines([...episode.problems, ...(news?.problems ?? [])], after.id, episode)]
    }),
  ]
}

function personLine({ child, person, told, before, after }: Outcome): ReportLine {
  const weighed = together(person.came, ...person.then)
  const all = [...weighed.events, ...told.flatMap(({ weighed }) => together(...weighed).events)]
  const episodes = new Set(told.map(({ referral }) => referral))
  const elsewhere = newContradictions(before, after).filter(({ about }) => !episodes.has(referralOf(after, about)))
  const isNew = before.person.stage === 'unregistered' && after.person.stage !== 'unregistered'
  const first = isNew ? 'New here.' : all.length > 0 ? 'Known here.' : 'Known here; nothing new.'
  const merged = after.person.mergedInto ? [`The record was merged into ${after.person.mergedInto}.`] : []
  return {
    about: 'child',
    line: child.line,
    child: after.id,
    outcome: isNew ? 'added' : outcomeOf(all),
    events: weighed.events.length,
    says: [first, ...recorded(weighed), ...merged, ...weighed.differs].join(' '),
    ...found(elsewhere),
  }
}

function episodeLine(news: EpisodeNews, child: string, broken: readonly ReportedContradiction[]): ReportLine {
  const weighed = together(...news.weighed)
  const { events, differs } = weighed
  const isNew = news.standing === 'new' && events.length > 0
  const here = news.standing === 'recorded here' ? ['It was recorded here, so the import changes nothing of it.'] : []
  const happenings = events.length > 0 ? recorded(weighed) : ['Nothing new.']
  return {
    about: 'episode',
    line: news.episode.line,
    child,
    episode: news.episode.referralDate,
    outcome: isNew ? 'added' : outcomeOf(events),
    events: events.length,
    says: [...happenings, ...here, ...differs].join(' '),
    ...found(broken),
  }
}

const NO_DATE = 'It has no CINreferralDate that can be understood, so none of the episode is imported.'

const corrections: readonly string[] = ['DecisionCorrected', 'PersonDetailsCorrected']

function outcomeOf(events: readonly FreshEvent[]): ReportLine['outcome'] {
  if (events.length === 0) return 'unchanged'
  return events.every(({ type }) => corrections.includes(type)) ? 'corrected' : 'added to'
}

/** What was recorded, in words: `Recorded: assessment started (2), case closed. Corrected: primary need.` */
function recorded({ events, corrected }: Weighed): readonly string[] {
  const added = events.filter(({ type }) => type !== 'DecisionCorrected').map(({ type }) => inWords(type))
  return [
    ...(added.length > 0 ? [`Recorded: ${counted(added)}.`] : []),
    ...(corrected.length > 0 ? [`Corrected: ${counted(corrected)}.`] : []),
  ]
}

function counted(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) => {
      const times = words.filter((each) => each === word).length
      return times === 1 ? word : `${word} (${times})`
    })
    .join(', ')
}

/** Each rule once on a line, however many items break it. */
function found(broken: readonly ReportedContradiction[]): Pick<ReportLine, 'contradictions'> {
  const byRule = new Map(broken.map(({ rule, says }) => [rule, { rule, says }]))
  return byRule.size > 0 ? { contradictions: [...byRule.values()] } : {}
}

/** The referral that an item belongs to, or is. */
function referralOf(child: Child, about: string): string {
  const item = findItem(child, about)?.item
  return item && 'referral' in item && typeof item.referral === 'string' ? item.referral : about
}
