import type { FastifyInstance, HTTPMethods } from 'fastify'
import { Problem } from '../problems/problem.js'

const methods: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Keeps which methods each path takes: from here on, and until `refuseOtherMethods`. */
export function pathsOf(fastify: FastifyInstance): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>()
  fastify.addHook('onRoute', ({ url, method }) => {
    const known = paths.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    paths.set(url, known)
  })
  return paths
}

/** A path that is there, asked in a way it does not take, is told apart from one that is not: which it takes is said. */
export function refuseOtherMethods(fastify: FastifyInstance, paths: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [url, known] of [...paths]) {
    const allow = [...known].sort().join(', ')
    const others = methods.filter((method) => !known.has(method))
    fastify.route({
      method: others,
      url,
      handler: () => {
        throw new Problem('method-not-allowed', `This path takes ${allow}.`, [], { Allow: allow })
      },
    })
  }
}
