import 'reflect-metadata';

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import { loadConfig } from './platform/config/config';

/** The contract, generated from controllers and DTOs. */
export function apiDocument(nest: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('探访关爱 API')
    .setDescription('特殊困难老年人探访关爱与委托服务。时间为 UTC 毫秒，日期为 Asia/Shanghai 的 YYYY-MM-DD，错误为 RFC 9457。')
    .setVersion('0.1.0')
    .addBearerAuth()
    .addCookieAuth('tf_session')
    .build();
  return SwaggerModule.createDocument(nest, config, { operationIdFactory: (controller, method) => `${controller}.${method}` });
}

/** `/api/openapi.json` for programs and `/api/docs` for people; made at the first request. */
export function addApiDocument(nest: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', nest, () => apiDocument(nest), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: '探访关爱 API' });
}

/** Run as a program: writes the document that is committed. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tanfang-openapi-'));
  const { createApp } = await import('./app');
  const app = await createApp(loadConfig({ DEMO: '1', DATA_DIR: dataDir, WORKERS: '0', LOG_LEVEL: 'silent' }));
  const path = join(__dirname, '../../../docs/api/openapi.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(apiDocument(app.nest), null, 2)}\n`);
  await app.close();
  rmSync(dataDir, { recursive: true });
}

if (require.main === module) void main();
