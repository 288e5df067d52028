import { staffing } from '../calibration.js'
import type { Worker } from '@front-door/case-flow'
import { type Some, chanceFrom } from '../chance/chance.js'
import { type Seed, partOf } from '../chance/seeded.js'
import { type Place, places } from './places.js'
import { type Post, type Team, type Window, postsOf } from './staff.js'

/** A part of the area with the teams that work there. */
export interface Locality extends Place {
  readonly assessment: Team
  readonly safeguarding: Team
  readonly earlyHelp: Team
}

/** An invented council: its teams and the people in them. */
export interface Council {
  readonly localities: Some<Locality>
  readonly mash: Team
  readonly businessSupport: Some<Post>
  readonly edt: Some<Post>
  /** Colleagues of other agencies in the MASH, by the code of their agency. */
  readonly partners: Readonly<Record<'POLICE' | 'HEALTH' | 'EDUCATION', Some<Post>>>
  /** The post of a social worker, by the worker's id. */
  readonly postOf: ReadonlyMap<string, Post>
}

/** What a council is made of. */
export interface CouncilAsked {
  /** How many children come to notice in a year, which sets how many work there. */
  readonly known: number
  readonly start: number
  readonly end: number
  /** People who hold posts at the end, each in the team of that name where there is one. */
  readonly staff: readonly Worker[]
}

/** The council of a run. */
export function councilFor(seed: Seed, { known, ...asked }: CouncilAsked): Council {
  const window: Window = { ...asked, chance: chanceFrom(partOf(seed, 0, 0xc0)), taken: new Set() }
  const team = teamsIn(window, known)
  const assessment = teamsOf('Assessment', known, (name, share) => team(name, 'assessment', share))
  const safeguarding = teamsOf('Safeguarding', known, (name, share) => team(name, 'safeguarding', share))
  const earlyHelp = teamsOf('Early Help', known, (name, share) => team(name, 'earlyHelp', share))
  const [first, ...rest] = places.map((place, index) => ({
    ...place,
    assessment: assessment[index % assessment.length] ?? assessment[0],
    safeguarding: safeguarding[index % safeguarding.length] ?? safeguarding[0],
    earlyHelp: earlyHelp[index % earlyHelp.length] ?? earlyHelp[0],
  }))
  if (!first) throw new Error('There is no place.')
  return {
    localities: [first, ...rest],
    mash: team(FRONT_DOOR, 'screening'),
    businessSupport: postsOf(
      'business-support',
      FRONT_DOOR,
      (staffing.businessSupport.perThousand * known) / 1000,
      window,
    ),
    edt: postsOf('edt', 'Emergency Duty Team', 4, window),
    partners: {
      POLICE: postsOf('partner', 'Police', 2, window),
      HEALTH: postsOf('partner', 'Health', 2, window),
      EDUCATION: postsOf('partner', 'Education', 2, window),
    },
    postOf: new Map([...assessment, ...safeguarding].flatMap(({ posts }) => posts.flatMap(byHolder))),
  }
}

/** What the council calls the team of its MASH. */
const FRONT_DOOR = 'Front Door'

type Kind = Exclude<keyof typeof staffing, 'workersToAManager' | 'knownToATeam'>

const teamsIn =
  (window: Window, known: number) =>
  (name: string, kind: Kind, share = 1): Team => {
    const { role, perThousand } = staffing[kind]
    const posts = postsOf(role, name, Math.max(2, (perThousand * known * share) / 1000), window)
    return { name, posts, managers: postsOf('team-manager', name, posts.length / staffing.workersToAManager, window) }
  }

/** One team for the whole of a small council, which began in its north; in a large one each locality has its own. */
function teamsOf(name: string, known: number, team: (name: string, share: number) => Team): Some<Team> {
  const count = Math.min(places.length, Math.max(1, Math.floor(known / staffing.knownToATeam)))
  const one = ({ area }: Place) => team(`${name} ${area}`, 1 / count)
  const [first, ...rest] = places
  return [one(first), ...rest.slice(0, count - 1).map(one)]
}

const byHolder = (post: Post) => post.holders.map(({ worker }) => [worker.id, post] as const)
