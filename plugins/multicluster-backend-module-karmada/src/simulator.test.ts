import { journeys } from '@fairway/simulator';
import { recording, RecordedEvent } from './__fixtures__/recording';
import { Replay } from './__fixtures__/replay';

it('dump', () => {
  const all: Record<string, string[]> = {
    'canary-rollout-and-scale': ['canary-deployment', 'canary-service'],
    'held-while-a-cluster-is-lost': ['lane-deployment'],
    'held-dispatch-released-by-cluster': ['held-deployment'],
    'cluster-lost-and-graceful-eviction': [
      'canary-deployment',
      'canary-service',
      'nginx-deployment',
      'web-config-configmap',
      'web-deployment',
      'fo-grace-deployment',
    ],
    'direct-eviction': ['fo-direct-deployment'],
    'fallback-affinity-and-rebalance': ['fallback-deployment'],
    'no-cluster-fit-then-fits': ['nofit2-deployment'],
    'not-enough-capacity': ['huge-deployment'],
    'apply-conflict': ['conflict-deployment'],
    dependencies: [
      'web-deployment',
      'web-config-configmap',
      'web-secret-secret',
    ],
    'cluster-scoped-binding': ['system.ctl.tom-clusterrole'],
    'quota-exceeded-then-raised': ['nginx-deployment'],
    rebalance: ['canary-deployment'],
    'spread-and-image-override': ['nginx-deployment'],
  };
  const js = journeys as any;
  console.log(Object.keys(js));
  let out = '';
  for (const [j, bs] of Object.entries(all)) {
    if (!js[j]) {
      out += 'missing ' + j + '\n';
      continue;
    }
    const rec = Replay.of(recording(j));
    const sim = Replay.of(js[j]() as RecordedEvent[]);
    for (const b of bs) {
      try {
        const rs = rec.lastingSummaries(b, 1).join(' > '),
          ss = sim.lastingSummaries(b, 1).join(' > ');
        out += `${rs === ss ? 'ok ' : 'DIFF'} ${j} ${b} summary\n`;
        if (rs !== ss) out += `   rec ${rs}\n   sim ${ss}\n`;
        for (const c of ['member1', 'member2', 'member3']) {
          const r = rec.lasting(b, c, 1).join(' > '),
            s = sim.lasting(b, c, 1).join(' > ');
          out += `${r === s ? 'ok ' : 'DIFF'} ${j} ${b} ${c}\n`;
          if (r !== s) out += `   rec ${r}\n   sim ${s}\n`;
        }
      } catch (e) {
        out += `ERR ${j} ${b} ${(e as Error).message}\n`;
      }
    }
  }
  console.log(out);
});
