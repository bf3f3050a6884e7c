/** English of the card of an entity as it usually is, and of what its tab shares with it. @internal */
export const entityCardMessages = {
  card: {
    title: 'Where it runs',
    loading: 'Reading where it runs',
    workload: '{{kind}} {{name}}',
    more: '+{{n}} more',
    noEnvironment: 'Other clusters',
    noRegion: 'No region',
    topology: 'Topology',
  },
} as const;
