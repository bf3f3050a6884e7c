/** Somebody to look at the demo as. */
export interface Persona {
  /** Name of the User entity in the default namespace of the catalog. */
  name: string;
  title: string;
  /** What this persona is there to show. */
  shows: string;
}

/** The people of the embedded world who can sign in without a password, in development mode alone. */
export const personas: readonly Persona[] = [
  {
    name: 'olivia',
    title: 'Olivia, service owner',
    shows:
      'Owns canary and its neighbours: sees where they run, reads their logs.',
  },
  {
    name: 'rosa',
    title: 'Rosa, same team as Olivia',
    shows: 'May approve what Olivia wrote, and Olivia may not.',
  },
  {
    name: 'noor',
    title: 'Noor, another team',
    shows: 'Owns the shop: is refused where Olivia may look.',
  },
  {
    name: 'paul',
    title: 'Paul, platform admin',
    shows:
      'Looks after the fleet: every cluster, every workload, every source.',
  },
];
