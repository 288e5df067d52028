import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { actPaths, actSchemas, readingProblems } from './act-paths.js'

type Paths = OpenAPIObject['paths']

/** The description of the API: the readings from their controllers, the acts from their definitions. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Front Door')
    .setDescription(
      'Records, measures and defends every decision made at the front door of children’s social care. ' +
        'Errors are application/problem+json (RFC 9457): each names the field, the rule and what to do.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .addTag('Acts', 'Everything people do at the front door, recorded as events')
    .addTag('Children', 'One child: the record, the trail, what may happen next')
    .addTag('Lists', 'Search, the contact list and the worklists')
    .addTag('Health')
    .build()
  const document = SwaggerModule.createDocument(app, config)
  return {
    ...document,
    paths: { ...withProblems(document.paths), ...(actPaths() as Paths) },
    components: { ...document.components, schemas: { ...document.components?.schemas, ...actSchemas() } },
  } as OpenAPIObject
}

/** Every reading of the API names its errors. */
function withProblems(paths: Paths): Paths {
  const told = Object.entries(paths).map(([path, { get, ...rest }]) => [
    path,
    get && path.startsWith('/api/')
      ? { ...rest, get: { ...get, responses: { ...readingProblems(path), ...get.responses } } }
      : { ...rest, ...(get ? { get } : {}) },
  ])
  return Object.fromEntries(told) as Paths
}
