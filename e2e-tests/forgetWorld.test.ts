import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { callScript } from './support/callScript';

const ENDS = ['', '-shm', '-wal'];

test.describe('A start with another world', () => {
  test('finds nothing of the last one, and all that is not of the world', ({}, info) => {
    const db = info.outputPath('db');
    fs.mkdirSync(db, { recursive: true });
    for (const store of ['multicluster', 'notifications', 'catalog']) {
      for (const end of ENDS) {
        fs.writeFileSync(path.join(db, `${store}.sqlite${end}`), '');
      }
    }
    callScript('forgetWorld', path.dirname(db));
    expect(fs.readdirSync(db).sort()).toEqual(
      ENDS.map(end => `catalog.sqlite${end}`),
    );
  });

  test('is content with a portal that was never started', ({}, info) => {
    callScript('forgetWorld', info.outputPath('none'));
  });
});
