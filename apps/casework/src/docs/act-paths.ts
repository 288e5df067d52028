import { type ActName, actNames, fields, flow } from '@front-door/case-flow'
import { whenItHappened } from '../acts/act-dto.js'

type Json = Readonly<Record<string, unknown>>

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const body = (schema: Json): Json => ({ required: true, content: { 'application/json': { schema } } })
const answer = (description: string, schema: Json, type = 'application/json'): Json => ({
  description,
  content: { [type]: { schema } },
})
const problem = (description: string) => answer(description, ref('Problem'), 'application/problem+json')

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key with the same body is done once and gets the same receipt. A new one for every new request.',
  schema: { type: 'string', maxLength: 200 },
}
const ifMatch: Json = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag with which the child was read: refused (412) where the record has moved on since.',
  schema: { type: 'string' },
}
const child: Json = {
  name: 'child',
  in: 'path',
  required: true,
  description: "The child's id",
  schema: { type: 'string', maxLength: 20 },
}

const toAll: Json = { 401: problem('Not signed in'), 403: problem('Not for this role'), 503: problem('Try again') }

const responses: Json = {
  201: answer('Recorded, and on disk', ref('Receipt')),
  200: answer('The same request was recorded before; this is its receipt', ref('Receipt')),
  ...toAll,
  400: problem('What was sent cannot be read'),
  404: problem('No such child'),
  410: problem('The words of this record were erased, and no more can be added'),
  412: problem('The record has moved on'),
  413: problem('More than 1 MB was sent'),
  415: problem('What was sent is not JSON'),
  422: problem('Refused by a rule, or the idempotency key was used before for something else'),
}

/** What a reading may be answered with, beside what was asked for. */
export function readingProblems(path: string): Json {
  const ofChild = path.includes('{child}') ? { 404: problem('No such child, or nothing known of it then') } : {}
  return { ...toAll, 400: problem('What was asked cannot be read'), ...ofChild }
}

/** Two addresses for every act: about one child, and about several or one not yet registered. */
export function actPaths(): Json {
  return Object.fromEntries(actNames.flatMap((name) => [ofOne(name), ofSeveral(name)]))
}

function ofOne(name: ActName): [string, Json] {
  const { act } = flow[name]
  const post = {
    tags: ['Acts'],
    operationId: name,
    summary: act.label,
    ...(act.hint ? { description: `${act.hint}.` } : {}),
    parameters: [child, idempotencyKey, ifMatch],
    requestBody: body(ref(name)),
    responses,
  }
  return [`/api/children/{child}/acts/${name}`, { post }]
}

function ofSeveral(name: ActName): [string, Json] {
  const { act } = flow[name]
  const entry = {
    type: 'object',
    properties: {
      child: {
        type: 'string',
        maxLength: 20,
        ...(registers(name) ? { description: 'Left out for a child not yet registered.' } : {}),
      },
      version: { type: 'integer', description: 'The version at which the child was read.' },
    },
    additionalProperties: true,
    description: 'What holds for this child only takes the place of what holds for all.',
  }
  const schema = {
    type: 'object',
    required: ['children'],
    properties: { children: { type: 'array', minItems: 1, maxItems: 20, items: entry } },
    additionalProperties: true,
    description: `Beside children: the fields of ${name} that hold for all of them.`,
  }
  const post = {
    tags: ['Acts'],
    operationId: `${name}-for-several`,
    summary: `${act.label}, for several children at once`,
    description: 'All of it is recorded, or nothing.',
    parameters: [idempotencyKey],
    requestBody: body(schema),
    responses,
  }
  return [`/api/acts/${name}`, { post }]
}

const registers = (name: ActName) => flow[name].child?.includes('unregistered') ?? false

/** What each act takes, the receipt it gives, and how a problem is told. */
export function actSchemas(): Json {
  const acts = actNames.map((name) => [name, fields.schemaOf({ ...flow[name].act.fields, occurredAt: whenItHappened })])
  return { ...Object.fromEntries(acts), Receipt: receipt, Problem: problemSchema }
}

const text = { type: 'string' }

const receipt: Json = {
  type: 'object',
  properties: {
    command: text,
    children: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          child: text,
          version: { type: 'integer' },
          events: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: text,
                type: text,
                name: text,
                version: { type: 'integer' },
                items: { type: 'object', additionalProperties: text, description: 'The items it names, by field' },
              },
            },
          },
          next: {
            type: 'array',
            items: { type: 'object' },
            description: 'What may happen next: act, roles, about, by when, missing',
          },
          missing: {
            type: 'array',
            items: { type: 'object' },
            description: 'What a good record would show and this one does not yet, and dates that may be mistyped',
          },
        },
      },
    },
  },
}

const problemSchema: Json = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    request: text,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, rule: text, message: text, source: text, child: text },
        required: ['rule', 'message'],
      },
    },
  },
}
