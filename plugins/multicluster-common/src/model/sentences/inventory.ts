/** English of what is said about what is stored. @internal */
export const inventorySentences = {
  'inventory.underivable':
    'What the control plane reports could not be understood; the last known state is shown.',
  'inventory.underivableRun':
    'What the tool reports of this run could not be understood; nothing is known of it now.',
  'inventory.observationFailed':
    '{{source}} cannot be observed at all; the last known state is shown while it is tried again.',
} as const;
