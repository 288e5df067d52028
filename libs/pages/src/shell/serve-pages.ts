import fastifyView from '@fastify/view'
import type { FastifyInstance } from 'fastify'
import nunjucks from 'nunjucks'
import { type Asset, assetsIn } from './assets.js'
import { compileAll } from './compile.js'
import { projectRoot } from './project-root.js'
import { type Place, ourViews, prepare, templateFolders, templateOptions } from './templates.js'

export interface Pages extends Omit<Place, 'assetUrl'> {
  /** The caller's own template folders, looked in before ours. */
  readonly views: readonly string[]
}

const YEAR = 31_536_000

/** Gives a server our templates (`reply.view('child.njk', page)`) and everything that browsers load beside a page. */
export async function servePages(fastify: FastifyInstance, { views, ...place }: Pages): Promise<void> {
  const root = projectRoot()
  const assets = assetsIn(root)
  const urls = new Map<string, string>(Object.entries(assets).map(([name, { url }]) => [name, url]))
  const assetUrl = (name: string) => urls.get(name) ?? missing(name)
  Object.values(assets).forEach((asset) => serve(fastify, asset))
  const onConfigure = (env: nunjucks.Environment) => {
    prepare(env, { ...place, assetUrl })
    fastify.addHook('onListen', async () => compileAll(env, [...views, ourViews(root)]))
  }
  await fastify.register(fastifyView, {
    engine: { nunjucks },
    templates: templateFolders(root, views),
    options: { ...templateOptions, onConfigure },
  })
}

/** Under a name that follows from its content a file never changes: it is asked for once. */
function serve(fastify: FastifyInstance, { url, type, body, gzipped }: Asset): void {
  fastify.get(url, (request, reply) => {
    const zipped = String(request.headers['accept-encoding'] ?? '').includes('gzip')
    void reply
      .headers({ 'Cache-Control': `public, max-age=${YEAR}, immutable`, Vary: 'Accept-Encoding' })
      .type(type)
      .headers(zipped ? { 'Content-Encoding': 'gzip' } : {})
      .send(zipped ? gzipped : body)
  })
}

function missing(name: string): never {
  throw new Error(`There is no asset called ${name}.`)
}
