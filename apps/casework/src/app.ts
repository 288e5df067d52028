import type { DynamicModule } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { type Front, openServer } from '@front-door/door'
import { CaseworkModule } from './casework.module.js'
import { serveDocs } from './docs/serve-docs.js'
import type { Parts } from './parts.js'

export const caseworkViews = 'apps/casework/views'

/** Casework by itself, ready to listen: its pages, its API and the description of it. */
export async function createApp(
  parts: Parts,
  front: Front,
  module: DynamicModule = CaseworkModule.behindTheDoor(parts),
): Promise<NestFastifyApplication> {
  const app = await openServer(parts, front, { module, views: [caseworkViews] })
  await serveDocs(app)
  await app.init()
  return app
}
