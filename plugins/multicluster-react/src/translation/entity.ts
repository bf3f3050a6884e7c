/** English of the card and the tab of an entity. @internal */
export const entityMessages = {
  card: {
    title: 'Where it runs',
  },
} as const;
