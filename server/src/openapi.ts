import 'reflect-metadata';

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { apiDocument } from './api-document';
import { createApp } from './app';
import { loadConfig } from './platform/config/config';

/** A program: writes the contract to docs/api/openapi.json, where it is committed. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tanfang-openapi-'));
  const app = await createApp(loadConfig({ DEMO: '1', DATA_DIR: dataDir, WORKERS: '0', LOG_LEVEL: 'silent' }));
  const path = join(__dirname, '../../../docs/api/openapi.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(apiDocument(app.nest), null, 2)}\n`);
  await app.close();
  rmSync(dataDir, { recursive: true });
}

void main();
