import assert from 'node:assert/strict';
import {
  ActionResult,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ActionName } from '../../../contract';
import { assertSentence } from '../assertSentence';
import { assertSame } from './assertSame';
import { act, subjectOf } from './act';
import { decide } from './decide';
import { RunsConformanceCase } from './RunsConformanceCase';

const modes: IdentityMode[] = [
  'deep-link',
  'user-token',
  'impersonated',
  'service-attributed',
  'service',
  'pull',
];

const verdicts = ['approve', 'reject'] as const;

const names: ActionName[] = [
  'cancel',
  'cancel-graceful',
  'retry',
  'rerun',
  'sync',
  'skip',
  'rollback',
  'promote',
  'pause',
  'resume',
];

/** What a source says that it can do. @internal */
export const capabilityCases: RunsConformanceCase[] = [
  {
    name: 'what can be read is said with the way it is read, and what cannot with a reason',
    needs: [],
    async run(context) {
      const { runs } = await context.createSource();
      const capabilities = runs.capabilities();
      for (const { available, reason, identityMode } of capabilities) {
        assert.ok(modes.includes(identityMode), identityMode);
        assertReason(available, reason);
      }
      const told = capabilities.map(({ name }) => name);
      assert.equal(new Set(told).size, told.length);
      const has = (name: string) =>
        capabilities.some(c => c.name === name && c.available);
      assert.ok(has('runs'), 'it does not say that it has runs');
      assert.equal(has('live'), Boolean(runs.live), 'live');
      assert.equal(has('hook'), Boolean(runs.hook), 'hook');
    },
  },
  {
    name: 'what can be decided and done is said with ways and delivery, and what cannot with a reason',
    needs: [],
    async run(context) {
      const { gates, actions } = await context.createSource();
      const capabilities = [
        ...(gates?.capabilities() ?? []),
        ...(actions?.capabilities() ?? []),
      ];
      for (const capability of capabilities) {
        const { available, reason, identityModes, delivery } = capability;
        assertReason(available, reason);
        assert.ok(identityModes.every(mode => modes.includes(mode)));
        assert.ok(['worker', 'in-request'].includes(delivery), delivery);
        const own = identityModes.filter(mode => mode !== 'deep-link');
        assert.equal(own.length > 0 || !available, true, 'only a link is left');
      }
    },
  },
  {
    name: 'what a source says that it cannot decide or do is refused as unsupported',
    needs: [],
    async run(context) {
      const { observation, run, fact } = await context.seenStage();
      const { source } = observation;
      const results: ActionResult[] = [];
      const can = (source.gates?.capabilities() ?? [])
        .filter(({ available }) => available)
        .map(({ verdict }) => verdict);
      for (const verdict of verdicts.filter(each => !can.includes(each))) {
        if (source.gates) {
          const target = { fact, gate: { id: 'none', version: 'none' } };
          results.push(await decide(context, source, target, { verdict }));
        }
      }
      const known = source.actions?.capabilities() ?? [];
      for (const name of names) {
        if (
          source.actions &&
          !known.some(c => c.name === name && c.available)
        ) {
          const kind = known.find(c => c.name === name)?.subject ?? 'run';
          const about = subjectOf(kind, observation, run);
          results.push(await act(context, source, name, about));
        }
      }
      results.forEach(({ outcome, code }) =>
        assertSame([outcome, code], ['refused', 'unsupported']),
      );
    },
  },
];

function assertReason(available: boolean, reason?: Sentence): void {
  assert.ok(available || reason, 'it does not say why not');
  if (reason) {
    assertSentence(reason);
  }
}
