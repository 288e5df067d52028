import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { CaseworkModule } from './casework.module.js'
import { serveDocs } from './docs/serve-docs.js'
import type { Parts } from './parts.js'
import { sendProblem } from './problems/problem.filter.js'
import { type Front, openFront } from './shell/front.js'
import { pathsOf, refuseOtherMethods } from './shell/other-methods.js'
import { type HowMuch, logLevelsUpTo } from './shell/log-levels.js'

const server = {
  bodyLimit: 1_000_000,
  forceCloseConnections: 'idle' as const,
  keepAliveTimeout: 5_000,
  requestTimeout: 30_000,
  genReqId: () => randomUUID(),
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(error, request, reply),
}

export interface AppOptions {
  readonly module?: DynamicModule
  readonly logLevel?: HowMuch
}

/** The HTTP server, ready to listen: sign-in, pages, the API and its description. */
export async function createApp(
  parts: Parts,
  front: Front,
  { module = CaseworkModule.on(parts), logLevel = 'warn' }: AppOptions = {},
): Promise<NestFastifyApplication> {
  // Where the browser sees https, something in front of this server ends TLS and says so in its headers.
  const adapter = new FastifyAdapter({ ...server, trustProxy: front.url.startsWith('https:') })
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: logLevelsUpTo(logLevel),
    bodyParser: false,
  })
  const fastify = app.getHttpAdapter().getInstance()
  fastify.removeContentTypeParser('text/plain')
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('Cache-Control', 'no-store')
    done()
  })
  const paths = pathsOf(fastify)
  await openFront(fastify, front, parts)
  await serveDocs(app)
  await app.init()
  refuseOtherMethods(fastify, paths)
  return app
}
