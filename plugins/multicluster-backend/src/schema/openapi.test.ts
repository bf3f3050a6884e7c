import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { spec } from './openapi/generated/router';

describe('the generated description', () => {
  it('is that of openapi.yaml; otherwise run `yarn run -T backstage-repo-tools package schema openapi generate --server`', () => {
    const written = parse(
      readFileSync(resolve(__dirname, 'openapi.yaml'), 'utf8'),
    );
    expect(spec).toEqual(written);
  });
});
