import { Knex } from 'knex';
import { SourceNotes } from './SourceNotes';

/** What sources said of themselves, by configured name; that of several facets together. */
export async function readSourceNotes(
  knex: Knex,
): Promise<Map<string, SourceNotes>> {
  const rows: Array<{ name: string; notes: string }> = await knex(
    'inventory_note as n',
  )
    .join('inventory_source as s', 's.id', 'n.source_id')
    .orderBy('n.facet')
    .select('s.name', 'n.notes');
  const found = new Map<string, SourceNotes>();
  for (const row of rows) {
    const before = found.get(row.name);
    const notes: SourceNotes = JSON.parse(row.notes);
    const rbac = [before?.missingRbac, notes.missingRbac].filter(Boolean);
    found.set(row.name, {
      facts: [...(before?.facts ?? []), ...notes.facts],
      // Two documents of one YAML stream, to apply at once.
      ...(rbac.length > 0 && { missingRbac: rbac.join('\n---\n') }),
    });
  }
  return found;
}
