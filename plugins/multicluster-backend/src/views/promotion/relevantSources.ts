import { SourceHealth } from '../health/SourceHealth';
import { ScopeContext } from './ScopeContext';

/** The sources that something of an environment can come from. One whose configuration cannot be used may be either. */
export function relevantSources({
  rule,
  rows,
  delivered,
  sources,
  show,
}: ScopeContext): Record<'fleet' | 'tools', SourceHealth[]> {
  const used = delivered.deliveries.map(({ pipeline }) => pipeline.source);
  const named = (id: string) =>
    rule?.pipelines.some(({ source }) => (source ?? id) === id) ?? false;
  return {
    fleet: rows.health.sources.filter(({ id }) => {
      const source = sources.get(id);
      return (
        show === 'all' &&
        rule?.targets !== undefined &&
        (!source || source.fleet !== undefined) &&
        (rule.targets.controlPlane ?? id) === id
      );
    }),
    tools: rows.health.sources.filter(({ id }) => {
      const source = sources.get(id);
      return (
        used.includes(id) ||
        ((!source || source.runs !== undefined) && named(id))
      );
    }),
  };
}
