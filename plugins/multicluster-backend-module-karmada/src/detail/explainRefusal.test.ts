import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { explainRefusal } from './explainRefusal';

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

/** The error of a recorded refusal, as the transport makes it. */
function recorded(name: string): KubernetesError {
  const { response } = exchanges.find(exchange => exchange.name === name)!;
  const { message } = response.body;
  return new KubernetesError(`failed: ${message}`, {
    code: response.status === 403 ? 'forbidden' : 'not-served',
    status: response.status,
    statusMessage: message,
  });
}

describe('explainRefusal', () => {
  it.each([
    ['proxy as bob', 'detail.forbidden.controlPlane'],
    [
      'proxy as alice to a cluster she was not granted',
      'detail.forbidden.controlPlane',
    ],
    [
      'proxy as alice with a group she was not granted',
      'detail.forbidden.impersonator',
    ],
    [
      'proxy as a control-plane admin who is not bound to clusters/proxy by name',
      'detail.forbidden.impersonator',
    ],
    ['proxy to an unknown cluster', 'detail.notFound'],
    ['log of a missing pod', 'detail.notFound'],
  ])('names who refused: %s', (name, code) => {
    const refusal = explainRefusal(recorded(name), 'member1');

    expect(refusal.sentence.code).toBe(code);
    expect(refusal.sentence.text).toContain('member1');
  });

  it.each([
    [
      'pods is forbidden: User "alice" cannot list resource "pods" in API group "" in the namespace "demo"',
      'detail.forbidden.member',
    ],
    [
      'users "alice" is forbidden: User "system:serviceaccount:fairway:portal" cannot impersonate resource "users" in API group "" at the cluster scope',
      'detail.forbidden.portal',
    ],
    [
      'pods is forbidden: User "system:serviceaccount:karmada-cluster:karmada-impersonator" cannot impersonate-on:user-info:list resource "pods"',
      'detail.forbidden.impersonator',
    ],
  ])('tells apart by the user named: %s', (statusMessage, code) => {
    const error = new KubernetesError('failed', {
      code: 'forbidden',
      status: 403,
      statusMessage,
    });

    expect(explainRefusal(error, 'm1').sentence.code).toBe(code);
  });

  it.each([
    ['timeout', undefined, 'timeout', 'detail.timeout'],
    ['unreachable', undefined, 'unreachable', 'detail.unreachable'],
    [
      'upstream-error',
      'error trying to reach service: dial tcp 10.0.0.1:6443: i/o timeout',
      'unreachable',
      'detail.unreachable',
    ],
    ['upstream-error', 'strange', 'upstream-error', 'detail.failedWith'],
    ['malformed', undefined, 'malformed', 'detail.failedWith'],
  ] as const)('reads %s/%s as %s', (code, statusMessage, expected, said) => {
    const error = new KubernetesError('failed', { code, statusMessage });

    expect(explainRefusal(error, 'm1')).toMatchObject({
      code: expected,
      sentence: { code: said },
    });
  });

  it('does not blame a member when the way to all of them is down', () => {
    const error = new KubernetesError('failed', {
      code: 'unreachable',
      status: 503,
    });

    expect(explainRefusal(error, 'm1').sentence.code).toBe(
      'detail.aggregatedDown',
    );
  });

  it('says nothing of an error of our own', () => {
    const { sentence } = explainRefusal(new Error('secret'), 'm1');

    expect(sentence.text).toBe('m1 could not be read.');
  });
});
