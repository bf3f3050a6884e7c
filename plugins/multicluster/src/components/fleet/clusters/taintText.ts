import { ClusterTaint } from '@fairway/backstage-plugin-multicluster-common';

/** A taint as kubectl writes it: `key=value:Effect`, without the sign of equality where there is no value. */
export function taintText(taint: ClusterTaint): string {
  const { key, value, effect } = taint;
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}
