/** A duration as `kubectl get` prints it: `29m`, `8m9s`, `3d4h`. */
export function humanAge(since: string | undefined, now: Date): string {
  if (!since) {
    return '<unknown>';
  }
  const seconds = Math.floor((now.getTime() - Date.parse(since)) / 1000);
  if (seconds < 0) {
    return '0s';
  }
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const two = (a: number, unit: string, b: number, lower: string) =>
    b ? `${a}${unit}${b}${lower}` : `${a}${unit}`;
  if (seconds < 120) {
    return `${seconds}s`;
  }
  if (minutes < 10) {
    return two(minutes, 'm', seconds % 60, 's');
  }
  if (minutes < 180) {
    return `${minutes}m`;
  }
  if (hours < 8) {
    return two(hours, 'h', minutes % 60, 'm');
  }
  if (hours < 48) {
    return `${hours}h`;
  }
  if (hours < 192) {
    return two(days, 'd', hours % 24, 'h');
  }
  return days < 730 ? `${days}d` : `${Math.floor(days / 365)}y`;
}
