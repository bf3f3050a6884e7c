import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { writeFailure } from './writeFailure';

interface Exchange {
  name: string;
  response: { status: number; body: { message?: string } };
}

const exchanges: Exchange[] = JSON.parse(
  readFileSync(
    join(__dirname, '../__fixtures__/recordings/http-exchanges.json'),
    'utf8',
  ),
);
const actedAs = { mode: 'service-attributed' as const };
const words = { stale: 'lane.stale', gone: 'lane.gone' };

function recorded(name: string): KubernetesError {
  const { status, body } = exchanges.find(item => item.name === name)!.response;
  return new KubernetesError('failed', {
    code: status === 403 ? 'forbidden' : 'upstream-error',
    status,
    statusMessage: body.message,
  });
}

describe('writeFailure', () => {
  it.each([
    [
      'release with a stale resourceVersion',
      'refused',
      'conflict',
      'lane.stale',
    ],
    [
      'another manager applies suspension',
      'refused',
      'conflict',
      'lane.managedElsewhere',
    ],
    [
      'hold against a list owned by someone else, forced',
      'refused',
      'conflict',
      'lane.refused',
    ],
    ['both forms at once', 'refused', 'conflict', 'lane.refused'],
    ['forbidden list', 'refused', 'not-permitted', 'lane.forbidden'],
    [
      'admission webhook down: policy write',
      'failed',
      'upstream-unavailable',
      'lane.unavailable',
    ],
    ['bad token', 'refused', 'not-authenticated', 'lane.refused'],
  ])('reads what was recorded: %s', (name, outcome, code, said) => {
    const result = writeFailure(recorded(name), actedAs, {
      sent: true,
      words,
    });

    expect(result).toMatchObject({ outcome, code, sentence: { code: said } });
  });

  it('names who manages the field', () => {
    const { sentence } = writeFailure(
      recorded('another manager applies suspension'),
      actedAs,
      { sent: true, words },
    );

    expect(sentence?.text).toContain('belongs to fairway');
  });

  it.each([
    [true, 'ambiguous'],
    [false, 'failed'],
  ])('without an answer, sent %s, it is %s', (sent, outcome) => {
    const error = new KubernetesError('failed', { code: 'timeout' });

    expect(writeFailure(error, actedAs, { sent, words })).toMatchObject({
      outcome,
      code: 'upstream-unavailable',
      retryable: true,
    });
  });

  it('names the person who may not, because another one reads it', () => {
    const acted = { mode: 'impersonated' as const, nativeId: 'paul' };
    expect(
      writeFailure(recorded('forbidden list'), acted, { sent: true, words })
        .sentence?.text,
    ).toMatch(/^The control plane does not let paul change the policy\./);
  });

  it('tells a portal that may not speak for people from people who may not', () => {
    const error = new KubernetesError('failed', {
      code: 'forbidden',
      status: 403,
      statusMessage: 'users "olivia" is forbidden: cannot impersonate resource',
    });

    expect(
      writeFailure(error, actedAs, { sent: true, words }).sentence?.code,
    ).toBe('lane.forbidden.portal');
  });
});
