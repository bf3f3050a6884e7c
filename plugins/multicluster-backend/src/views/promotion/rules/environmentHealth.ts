import {
  EnvironmentVersion,
  PlacementState,
  PromotionEnvironment,
  sentence,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { titleOf } from '../PromotionColumn';
import { PromotionScope, ScopeRun, ScopeTarget } from '../PromotionScope';
import { ScopeGate } from './gatesTowards';

type Health = PromotionEnvironment['health'];

/** {@inheritDoc environmentHealth} */
export interface EnvironmentHealth {
  health: Health;
  sentence: Sentence & { tone: Tone };
}

const UNHEALTHY: PlacementState[] = ['apply-failed', 'unhealthy'];
const MOVING: PlacementState[] = ['pending', 'rolling-out', 'evicting'];
/** `applied`: nobody defined what healthy means for the kind. */
const WELL: PlacementState[] = ['healthy', 'applied'];

/**
 * How an environment fares over its clusters, and the one sentence that matters most.
 *
 * @remarks
 * What clusters report outranks what a tool says of its run: a run that succeeded does not make an unhealthy cluster well,
 * and a failed one does not make a healthy cluster ill. What is only last known never reads as healthy, nor as ill now, and
 * nothing read is not nothing there.
 */
export function environmentHealth(
  scope: PromotionScope,
  versions: EnvironmentVersion[],
  gates: ScopeGate[],
): EnvironmentHealth {
  const health = healthOf(scope);
  return { health, sentence: sayHow(scope, health, versions, gates) };
}

/** A roll-out past its deadline is no longer on its way, though its old copies still serve. */
function isIll({ state, axes }: ScopeTarget): boolean {
  return (
    UNHEALTHY.includes(state) ||
    (state === 'rolling-out' && axes.health === 'unhealthy')
  );
}

function isLive({ freshness }: ScopeTarget): boolean {
  return freshness.state === 'live';
}

function healthOf({ targets, unread, deliveries }: PromotionScope): Health {
  if (targets.length === 0) {
    return unread || deliveries.length > 0 ? 'unknown' : 'absent';
  }
  if (targets.some(item => isIll(item) && isLive(item))) {
    return 'unhealthy';
  }
  if (targets.some(isIll)) {
    return 'unknown';
  }
  if (targets.some(({ state }) => MOVING.includes(state))) {
    return 'progressing';
  }
  return targets.every(
    ({ state, freshness }) =>
      WELL.includes(state) && freshness.state === 'live',
  )
    ? 'healthy'
    : 'unknown';
}

function sayHow(
  scope: PromotionScope,
  health: Health,
  versions: EnvironmentVersion[],
  gates: ScopeGate[],
): Sentence & { tone: Tone } {
  const environment = titleOf(scope);
  const { targets } = scope;
  const lost = targets.filter(item => !isLive(item));
  const ill = targets.filter(isIll);
  const held = targets.filter(({ state }) => state === 'suspended');
  const moved = versions.find(
    ({ unpinned, digests }) => unpinned && digests.length > 1,
  );
  const say = (
    tone: Tone,
    code: string,
    params: Parameters<typeof sentence>[1] = {},
  ) => ({ ...sentence(`promotion.environment.${code}`, params), tone });
  if (health === 'unhealthy') {
    return say('bad', 'unhealthy', {
      clusters: clustersOf(ill.filter(isLive)),
    });
  }
  if (ill.length > 0) {
    return say('warn', 'unhealthyLastKnown', { clusters: clustersOf(ill) });
  }
  if (lost.length > 0) {
    return say('warn', 'lastKnown', { clusters: clustersOf(lost) });
  }
  if (targets.length === 0) {
    return sayNothing(scope, say);
  }
  if (gates[0]?.run.lastKnown) {
    return say('warn', 'toolLastKnown', { tool: toolOf(gates[0].run.run) });
  }
  if (gates.length > 0) {
    return say('hold', 'gate', { gate: gates[0].gate.title });
  }
  if (held.length > 0) {
    return say('hold', 'held', { clusters: clustersOf(held) });
  }
  if (moved) {
    return say('warn', 'movedTag', { image: moved.name, tag: moved.version });
  }
  if (health === 'progressing') {
    const moving = targets.filter(({ state }) => MOVING.includes(state));
    return say('run', 'progressing', { clusters: clustersOf(moving) });
  }
  return health === 'healthy'
    ? say('info', 'healthy', { count: namesOf(targets).length })
    : say('warn', 'unknown', { environment });
}

/** No copy is known: because none is there, none was read, or nobody reads any. */
function sayNothing(
  scope: PromotionScope,
  say: (
    tone: Tone,
    code: string,
    params?: Parameters<typeof sentence>[1],
  ) => Sentence & { tone: Tone },
): Sentence & { tone: Tone } {
  const environment = titleOf(scope);
  if (!scope.configured) {
    return say('info', 'notConfigured', { environment });
  }
  if (scope.unread) {
    return say('warn', 'unread', { environment, reason: [scope.unread] });
  }
  const [delivery] = scope.deliveries;
  if (!delivery) {
    return say('info', 'absent', { environment });
  }
  const tool = delivery.pipeline.tool ?? delivery.pipeline.source;
  // Nothing but the tool says anything of it.
  return scope.stale.length > 0
    ? say('warn', 'toolLastKnown', { tool })
    : say('info', 'toolOnly', { environment, tool });
}

function toolOf({ pipeline, source }: ScopeRun['run']): string {
  return pipeline.tool ?? source;
}

function namesOf(targets: ScopeTarget[]): string[] {
  return [...new Set(targets.map(({ cluster }) => cluster))].sort();
}

/** Three names are read, a hundred are not. */
function clustersOf(targets: ScopeTarget[]): string {
  const names = namesOf(targets);
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? `, +${more}` : '');
}
