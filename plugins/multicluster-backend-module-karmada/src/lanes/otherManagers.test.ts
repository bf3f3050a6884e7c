import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherManagers } from './otherManagers';

interface Exchange {
  name: string;
  response: { status: number; body: Record<string, unknown> };
}

const exchanges: Exchange[] = JSON.parse(
  readFileSync(
    join(__dirname, '../__fixtures__/recordings/http-exchanges.json'),
    'utf8',
  ),
);
const recorded = (name: string) =>
  exchanges.find(exchange => exchange.name === name)!.response.body;

describe('otherManagers', () => {
  it.each([
    'create policy rec',
    'hold (server-side apply of spec.suspension alone)',
    'release member1 (list form)',
    'disarm (apply an empty spec)',
  ])('finds nobody, as recorded: %s', name => {
    expect(otherManagers(recorded(name))).toEqual([]);
  });

  it('finds a person who set the list form, as recorded', () => {
    const policy = recorded('a person set the list form; we apply dispatching');
    expect(otherManagers(policy)).toEqual(['unknown']);
  });

  it('takes who writes under our name without applying for somebody else', () => {
    const entry = (operation: string) => ({
      manager: 'fairway',
      operation,
      fieldsV1: { 'f:spec': { 'f:suspension': { 'f:dispatching': {} } } },
    });
    const policy = (operation: string) => ({
      metadata: { managedFields: [entry(operation)] },
    });
    expect(otherManagers(policy('Apply'))).toEqual([]);
    expect(otherManagers(policy('Update'))).toEqual(['fairway']);
  });

  it('finds who manages our note', () => {
    const fieldsV1 = {
      'f:metadata': { 'f:annotations': { 'f:fairway.io/held-by': {} } },
    };
    const managedFields = [
      { manager: 'argocd-controller', operation: 'Apply', fieldsV1 },
      { manager: 'argocd-controller', operation: 'Update', fieldsV1 },
    ];
    expect(otherManagers({ metadata: { managedFields } })).toEqual([
      'argocd-controller',
    ]);
  });

  it('reads a policy without a word on its fields as nobody’s', () => {
    expect(otherManagers({})).toEqual([]);
  });
});
