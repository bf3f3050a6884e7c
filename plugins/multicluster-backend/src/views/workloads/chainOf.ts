import {
  ChainNode,
  EntityWorkload,
  Placement,
  sentence,
  Sentence,
  WorkloadDetail,
} from '@fairway/backstage-plugin-multicluster-common';

/** Template → policy → binding → clusters, as nodes and edges. Ids are stable, so that a redraw moves nothing. */
export function chainOf(workload: EntityWorkload): WorkloadDetail['chain'] {
  const { placement } = workload;
  const nodes: ChainNode[] = [templateNode(workload)];
  const edges: WorkloadDetail['chain']['edges'] = [];
  if (placement?.policy) {
    nodes.push({
      id: 'policy',
      kind: 'policy',
      title: placement.policy.name,
      lines: [
        sentence('view.chain.policy', { kind: placement.policy.kind }),
        ...(placement.division ? [placement.division] : []),
      ],
    });
    edges.push({ from: 'template', to: 'policy' });
  }
  if (placement) {
    nodes.push(bindingNode(workload, placement));
    edges.push({
      from: placement.policy ? 'policy' : 'template',
      to: 'binding',
    });
    for (const target of placement.targets) {
      const id = `cluster:${target.cluster}`;
      nodes.push({
        id,
        kind: 'cluster',
        title: target.cluster,
        lines: targetLines(target),
        state: target.state,
        cluster: target.cluster,
      });
      edges.push({ from: 'binding', to: id });
    }
  }
  return { nodes, edges };
}

function templateNode(workload: EntityWorkload): ChainNode {
  const { kind, generation = 0, versions } = workload;
  const lines: Sentence[] = [
    workload.templatePresent
      ? sentence('view.chain.template', { kind, generation })
      : sentence('view.chain.noTemplate'),
    ...versionLine(versions),
  ];
  if (workload.unplaced) {
    lines.push(workload.unplaced);
  }
  return { id: 'template', kind: 'template', title: workload.name, lines };
}

function bindingNode(
  workload: EntityWorkload,
  placement: Placement,
): ChainNode {
  const { summary, policy, division } = placement;
  // Without a policy box to stand in, how it is divided is said here.
  const lines = [!policy && division, summary.sentence];
  return {
    id: 'binding',
    kind: 'binding',
    title: workload.name,
    lines: lines.filter((line): line is Sentence => Boolean(line)),
    state: stateOf(summary),
  };
}

/** A placement whose change is held back waits for a person: it does not roll out. */
function stateOf({ state, flags }: Placement['summary']): ChainNode['state'] {
  return state === 'progressing' && flags.includes('held')
    ? 'suspended'
    : state;
}

function targetLines(target: Placement['targets'][number]): Sentence[] {
  const { replicas, versions, freshness } = target;
  const lines: Sentence[] = [];
  if (replicas.desired !== undefined) {
    lines.push(
      sentence('view.chain.target', {
        ready: replicas.ready ?? '?',
        desired: replicas.desired,
      }),
    );
  }
  if (target.versionKnowledge !== 'unknown') {
    lines.push(...versionLine(versions));
  }
  return freshness.reason ? [...lines, freshness.reason] : lines;
}

function versionLine(versions: EntityWorkload['versions']): Sentence[] {
  const version = [...new Set(versions.map(item => item.version))].join(', ');
  return version ? [sentence('view.chain.version', { version })] : [];
}
