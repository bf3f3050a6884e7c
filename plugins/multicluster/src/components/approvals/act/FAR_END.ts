/** For what reads a control plane at length before it is done: it answers within a minute, and then with its reason. */
export const FAR_END = { deadlineMs: 60_000 };
