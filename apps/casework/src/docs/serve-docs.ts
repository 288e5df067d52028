import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import serveFiles from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { openApiOf } from './openapi.js'
import { page, script } from './page.js'

const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** The description of the API, and a page to read it. It holds no data, so anybody may see it. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance()
  const described: { document?: unknown } = {}
  fastify.get('/api/openapi.json', () => (described.document ??= openApiOf(app)))
  fastify.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(page))
  fastify.get('/api/docs/start.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(script))
  await fastify.register(serveFiles, {
    root: swaggerUi,
    prefix: '/api/docs/assets/',
    decorateReply: false,
    index: false,
  })
}
