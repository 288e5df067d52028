import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Front, openFront } from './front/front.js'
import { type HowMuch, logLevelsUpTo } from './front/log-levels.js'
import type { DoorParts } from './parts.js'
import { sendProblem } from './problems/problem.filter.js'

const server = {
  bodyLimit: 1_000_000,
  forceCloseConnections: 'idle' as const,
  keepAliveTimeout: 5_000,
  requestTimeout: 30_000,
  genReqId: () => randomUUID(),
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(error, request, reply),
}

/** What is served. */
export interface Served {
  /** The apps behind the door. */
  readonly module: DynamicModule
  /** Their folders of templates, from the top of the project. */
  readonly views: readonly string[]
  readonly logLevel?: HowMuch | undefined
}

/** The HTTP server, not yet listening: sign-in, pages and the API of the apps behind one door. Call `init` on it. */
export async function openServer(
  parts: DoorParts,
  front: Front,
  { module, views, logLevel = 'warn' }: Served,
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
  await openFront(fastify, front, parts, views)
  return app
}
