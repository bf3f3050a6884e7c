/**
 * English of gates, and of what the card "Delivery" says only when something is not as usual: loaded with what shows it, so that
 * the usual card is there sooner.
 *
 * @internal
 */
export const deliveryReasonMessages = {
  gate: {
    state: {
      upcoming: 'Not reached yet',
      pending: 'Waits for a decision',
      approved: 'Approved',
      rejected: 'Rejected',
      expired: 'Timed out',
      orphaned: 'Of no effect any more',
      cancelled: 'Cancelled before it was decided',
      skipped: 'Skipped',
      unknown: 'Unknown',
    },
    ofN: '{{received}} of {{n}}',
    received_one: '{{count}} approval',
    received_other: '{{count}} approvals',
    any: 'one approval is enough',
    all: 'everybody on the list has to approve',
    anyone: 'Anyone whom the tool lets may decide',
    from: 'may be decided by {{names}}',
    approved: '{{name}} approved',
    rejected: '{{name}} rejected it',
    skipped: '{{name}} skipped it',
    somebody: 'somebody',
    unlisted: 'not on the list',
    unlistedHint:
      'The tool counted this approval although {{name}} is not on its list of approvers.',
    until: 'until {{time}}',
    untilAssumed: 'until {{time}}, assumed',
    assumedHint:
      'No API states this deadline: it is the default of the tool, counted from the last report that the gate is open.',
    openIn: 'Open in {{tool}}',
    approveIn: 'Approve in {{tool}}',
    openTool: 'Open in the tool',
  },
  delivery: {
    unreadTitle: 'Pipelines were not read yet',
    unreadText:
      'What is delivered cannot be said, because its sources could not be read.',
    noneTitle: 'No pipeline found',
    noneText: 'No pipeline that a source knows belongs to this entity.',
    unconfirmed: 'Unconfirmed',
    disabled: 'Disabled',
    agent: {
      offline: '{{name}} is offline',
      unknown: 'whether {{name}} is online is not known',
    },
    'out-of-sync': 'Out of sync',
  },
} as const;
