import { join } from 'node:path'
import { dayOf, inWords, momentInWords } from '@front-door/calendar'
import { codes, eventName, kindNames, stageNames } from '@front-door/case-flow'
import type { Policy } from '@front-door/policy'
import nunjucks from 'nunjucks'
import { codeLabel } from '../form/in-words.js'
import { actLabel, instantInWords, roleName } from './names.js'

/** What every page knows of the place it is shown in. */
export interface Place {
  readonly council: string
  /** Anybody can sign in: said on every page. */
  readonly demo: boolean
  /** The council's own words for codes, as they are in force. */
  readonly words?: () => Policy['words']
  readonly assetUrl: (name: string) => string
}

/** The folder of our own templates, which all pages share. */
export const ourViews = (root: string): string => join(root, 'libs/pages/views')

/** Where templates are looked for: the caller's folders first, then ours, then those of the packages. */
export function templateFolders(root: string, views: readonly string[]): string[] {
  const packages = ['govuk-frontend/dist', '@ministryofjustice/frontend'].map((name) =>
    join(root, 'node_modules', name),
  )
  return [...views, ourViews(root), ...packages]
}

export const templateOptions = { autoescape: true, trimBlocks: true, lstripBlocks: true }

type Lists = Readonly<Record<string, unknown>>

/** Our filters and what every template may ask for. */
export function prepare(env: nunjucks.Environment, place: Place): nunjucks.Environment {
  const filters: Readonly<Record<string, (...given: string[]) => string>> = {
    dayInWords: (moment = '') => (moment ? inWords(dayOf(moment)) : ''),
    momentInWords: (moment = '') => (moment ? momentInWords(moment) : ''),
    instantInWords: (instant = '') => (instant ? instantInWords(instant) : ''),
    codeLabel: (code = '', list = '') => labelIn(list, code, place),
    roleName: (role = '') => roleName(role),
    actLabel: (name = '') => actLabel(name),
    eventName: (type = '') => eventName(type),
    kindName: (kind = '') => new Map<string, string>(Object.entries(kindNames)).get(kind) ?? kind,
    stageName: (stage = '') => stageNames[stage] ?? stage,
  }
  for (const [name, filter] of Object.entries(filters)) env.addFilter(name, filter)
  env.addGlobal('council', place.council)
  env.addGlobal('demo', place.demo)
  env.addGlobal('assetUrl', place.assetUrl)
  return env
}

function labelIn(name: string, code: string, { words }: Place): string {
  const list = (codes as Lists)[name]
  return isCodeList(list) ? codeLabel(list, code, words?.()) : code
}

function isCodeList(list: unknown): list is Parameters<typeof codeLabel>[0] {
  return typeof list === 'object' && list !== null && 'labelOf' in list
}

/** Templates that can be rendered without a server: what the specs use. */
export function templatesIn(root: string, views: readonly string[], place: Place): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(templateFolders(root, views))
  return prepare(new nunjucks.Environment(loader, templateOptions), place)
}
