/** As `recheck_at`: derive again at once. Those that are no news come before those that are. */
export const DUE = { quiet: -1, loud: 0 } as const;
