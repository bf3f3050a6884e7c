import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError, InputError } from '@backstage/errors';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { HookHint, HookRequest } from '../../../../contract';
import { RunsHarness, RunsSource } from '../RunsHarness';
import { Flaws, flawed } from './flaws';
import { ToyActs, ToyDelivery } from './toyAct';
import { toyDerive } from './toyDerive';
import { toyLog } from './toyLog';
import { toyObserve } from './toyObserve';
import { toyRead } from './toyRead';
import { ToyTool } from './ToyTool';
import { toyWorld } from './toyWorld';

/** A source on a toy tool, and the flaws that it has. */
function toyRunsSource(
  tool: ToyTool,
  delivery: ToyDelivery,
  flaws: Flaws,
): RunsSource {
  const acts = ToyActs.create(tool, delivery, flaws);
  const identityModes: Array<'impersonated' | 'user-token'> = [
    delivery === 'worker' ? 'impersonated' : 'user-token',
  ];
  const mode = { identityModes, delivery };
  return {
    id: 'toy',
    type: 'toy',
    runs: {
      capabilities: () => [
        { name: 'runs', available: true, identityMode: 'service' },
        { name: 'logs', available: true, identityMode: 'service' },
        {
          name: 'live',
          available: flaws.has('promises what it has not'),
          identityMode: 'service',
          ...(!flaws.has('gives no reasons') && {
            reason: sentence('tool.notRead'),
          }),
        },
        { name: 'hook', available: true, identityMode: 'service' },
      ],
      observe: context => toyObserve(tool, context, flaws),
      derive: input => toyDerive(input, flaws),
      log: request => toyLog(tool, request, flaws),
      hook: request => readHook(tool, request, flaws),
    },
    gates: {
      capabilities: () => [
        { verdict: 'approve', available: true, ...mode },
        {
          verdict: 'reject',
          available: false,
          ...mode,
          ...(!flaws.has('gives no reasons for gates') && {
            reason: sentence('tool.notOffered'),
          }),
        },
      ],
      read: async request => toyRead(tool, request, flaws),
      decide: request => acts.decide(request),
    },
    actions: {
      capabilities: () => [
        { name: 'cancel', subject: 'run', available: true, ...mode },
        { name: 'sync', subject: 'pipeline', available: true, ...mode },
      ],
      act: request => acts.act(request),
    },
  };
}

function readHook(
  tool: ToyTool,
  { headers, body }: HookRequest,
  flaws: Flaws,
): HookHint {
  const given = headers['x-toy-secret'] ?? '';
  if (!sameSecret(given, tool.hookSecret, flaws)) {
    throw new AuthenticationError(
      flaws.has('tells secrets of webhooks')
        ? `${given} is not ${tool.hookSecret}`
        : 'The secret of the webhook is missing or wrong',
    );
  }
  let said: unknown;
  try {
    said = JSON.parse(body.toString('utf8'));
  } catch {
    said = flaws.has('takes any webhook') ? {} : undefined;
  }
  const run = (said as { run?: unknown } | null | undefined)?.run;
  if (typeof run !== 'string' && !flaws.has('takes any webhook')) {
    throw new InputError('This is no webhook of the toy tool');
  }
  if (flaws.has('believes webhooks')) {
    tool.end(tool.runs.get(String(run))!, 'FAILED');
  }
  return { runKeys: [flaws.has('hints at others') ? 'another' : String(run)] };
}

function sameSecret(given: string, secret: string, flaws: Flaws): boolean {
  if (flaws.has('lets everybody in')) {
    return true;
  }
  if (flaws.has('compares secrets letter by letter')) {
    return given === secret;
  }
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** A toy source as the kit is given it. */
export function toyHarness(
  options: {
    flaws?: string[];
    delivery?: ToyDelivery;
    patienceMs?: number;
  } = {},
): RunsHarness & { tool: ToyTool } {
  const { flaws = [], delivery = 'worker', patienceMs } = options;
  const tool = new ToyTool();
  const person = (name: string) => ({
    caller: {
      userEntityRef: `user:default/${name}`,
      ownershipEntityRefs: [],
    },
    nativeId: name,
    ...(delivery === 'in-request' && { userCredential: `token-of-${name}` }),
  });
  return {
    tool,
    world: toyWorld(tool),
    createSource: async () => toyRunsSource(tool, delivery, flawed(...flaws)),
    people: {
      approver: person('alice'),
      other: person('bob'),
      unmapped: person('mallory').caller,
    },
    secrets: [tool.key, tool.hookSecret],
    patienceMs,
    pollMs: 10,
  };
}
